import { describe, expect, it } from 'vitest';
import { matchLayers } from './layers.ts';

describe('sizes of layers', () => {
  it('come from the history, newest first there, lowest first here', () => {
    const history = [
      { createdBy: '/bin/sh -c #(nop)  CMD ["bash"]', size: 0 },
      { createdBy: '/bin/sh -c apt-get   update', size: 30 },
      { createdBy: '/bin/sh -c #(nop) ADD file:1 in / ', size: 70 },
    ];
    expect(matchLayers(['sha256:a', 'sha256:b'], history)).toEqual([
      { digest: 'sha256:a', size: 70, createdBy: 'ADD file:1 in /' },
      { digest: 'sha256:b', size: 30, createdBy: 'RUN apt-get update' },
    ]);
  });

  it('counts layers that are empty', () => {
    const history = [
      { createdBy: 'ENV A=1', size: 0 },
      { createdBy: 'WORKDIR /srv', size: 0 },
      { createdBy: 'COPY . / # buildkit', size: 5 },
    ];
    expect(matchLayers(['sha256:a', 'sha256:b'], history).map((layer) => layer.size)).toEqual([5, 0]);
  });

  it('are unknown, not invented, where history and layers do not fit', () => {
    expect(matchLayers(['sha256:a', 'sha256:b'], [{ createdBy: 'imported', size: 9 }])).toEqual([
      { digest: 'sha256:a', size: null, createdBy: '' },
      { digest: 'sha256:b', size: null, createdBy: '' },
    ]);
  });
});

describe('the instruction that made a layer', () => {
  it.each([
    ['/bin/sh -c #(nop)   ADD file:1 in / ', 'ADD file:1 in /'],
    ['/bin/sh -c apt-get   update', 'RUN apt-get update'],
    ['RUN /bin/sh -c make # buildkit', 'RUN /bin/sh -c make'],
    ['COPY a /  # buildkit', 'COPY a /'],
    ['COPY a /# buildkit', 'COPY a /'],
    ['RUN echo # buildkit is nice', 'RUN echo # buildkit is nice'],
    ['echo /bin/sh -c #(nop) x', 'echo /bin/sh -c #(nop) x'],
  ])('%s', (createdBy, instruction) => {
    expect(matchLayers(['a'], [{ createdBy, size: 1 }])[0]?.createdBy).toBe(instruction);
  });

  it.each([
    ...['CMD', 'ENV', 'EXPOSE', 'LABEL', 'ENTRYPOINT', 'USER', 'VOLUME', 'MAINTAINER', 'STOPSIGNAL'],
    ...['HEALTHCHECK', 'ARG', 'SHELL', 'ONBUILD', '/bin/sh -c #(nop)  CMD', '/bin/sh -c #(nop) ENV'],
  ])('is not %s', (metadata) => {
    const history = [
      { createdBy: `${metadata} x`, size: 0 },
      { createdBy: 'WORKDIR /srv', size: 0 },
      { createdBy: 'ADD a', size: 0 },
    ];
    expect(matchLayers(['a', 'b'], history).map(({ createdBy }) => createdBy)).toEqual([
      'ADD a',
      'WORKDIR /srv',
    ]);
  });

  it.each(['RUN CMD', 'ENVIRON x', '/bin/sh -c CMD'])('may be %s', (createdBy) => {
    const history = [{ createdBy, size: 0 }];
    expect(matchLayers(['a'], history)[0]?.size).toBe(0);
  });

  it('is one that has a size, where as many have one as there are layers', () => {
    const history = [
      { createdBy: 'WORKDIR /srv', size: 0 },
      { createdBy: 'CMD x', size: 4 },
    ];
    expect(matchLayers(['a'], history)[0]).toEqual({ digest: 'a', size: 4, createdBy: 'CMD x' });
    expect(matchLayers(['a', 'b'], history).map(({ size }) => size)).toEqual([4, 0]);
  });
});
