import { describe, expect, it } from 'vitest';
import { findings, shell } from '../lint.fixture.ts';

const twice = (second: string, ...between: string[]) =>
  findings(shell('$ docker run -d --name web nginx', ...between, second));

describe('a name that a container has', () => {
  it.each([
    '$ docker run -d --name web httpd',
    '$ docker run --name=web httpd',
    '$ docker create --name web httpd',
    '$ docker container run --name web httpd',
    '$ podman run --name web httpd',
    '$ true && docker run --name web httpd',
  ])('is taken: %s', (second) => {
    expect(twice(second)).toHaveLength(1);
    expect(twice(second)[0]).toMatch(/^name-in-use 5:/);
  });

  it.each([
    '$ docker run -d --name other httpd',
    '$ docker run -d httpd --name web',
    '$ docker run -d httpd',
    '$ docker start web',
    '$ docker run -d --name web$N httpd',
    '$ echo docker run --name web httpd',
  ])('is another one, or none: %s', (second) => {
    expect(twice(second)).toEqual([]);
  });

  it.each([
    ['$ docker rm web', 0],
    ['$ docker container rm -f web', 0],
    ['$ docker rm other', 0],
    ['$ docker rm -f', 1],
    ['$ docker container prune -f', 0],
    ['$ docker system prune', 0],
    ['$ docker rename web old', 0],
    ['$ docker rename other web2', 1],
    ['$ docker stop web', 1],
    ['$ docker kill web', 1],
    ['$ docker ps', 1],
  ])('after %s is taken %d times', (between, times) => {
    expect(twice('$ docker run -d --name web httpd', between)).toHaveLength(times);
  });

  it.each([
    ['$ docker run --rm --name web nginx true', 0],
    ['$ docker run --rm -d --name web nginx', 1],
    ['$ docker run --rm --detach --name web nginx', 1],
    ['$ docker run --rm -it --name web nginx', 0],
    ['$ docker create --rm --name web nginx', 1],
    ['$ docker run --name web nginx', 1],
    ['$ docker run --name web nginx cmd --rm', 1],
  ])('%s leaves it taken: %d', (first, times) => {
    expect(findings(shell(first, '$ docker run -d --name web httpd'))).toHaveLength(times);
  });

  it.each(['stop', 'kill'])('goes with a %s where the container goes with it', (verb) => {
    expect(
      findings(
        shell(
          '$ docker run -d --rm --name web nginx',
          `$ docker ${verb} web`,
          '$ docker run -d --name web httpd',
        ),
      ),
    ).toEqual([]);
  });
});
