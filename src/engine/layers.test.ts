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
