import { describe, expect, it } from 'vitest';
import { findings, shell } from '../lint.fixture.ts';

const findAfter = (...lines: string[]) => findings(shell('$ docker rmi nginx', ...lines));

describe('an image that the page removed', () => {
  it.each([
    '$ docker run nginx',
    '$ docker run -d nginx:latest',
    '$ docker create nginx',
    '$ docker ps; docker run nginx',
  ])('is used: %s', (line) => {
    expect(findAfter(line)).toHaveLength(1);
    expect(findAfter(line)[0]).toMatch(/^removed-image 5:/);
  });

  it.each([
    ['another one is used', '$ docker run httpd'],
    ['another tag is', '$ docker run nginx:1.27'],
    ['it is pulled before', '$ docker pull nginx', '$ docker run nginx'],
    ['it is pulled by its tag', '$ docker pull nginx:latest', '$ docker run nginx'],
    ['an archive is loaded before', '$ docker load -i x.tar', '$ docker run nginx'],
    ['it is built before', '$ docker build -t nginx .', '$ docker run nginx'],
    ['it is named before', '$ docker tag httpd nginx', '$ docker run nginx'],
    ['nothing is', '$ docker ps'],
    ['it could not be removed', 'Error: conflict', '$ docker run nginx'],
  ])('is not: %s', (_, ...lines) => {
    expect(findAfter(...lines)).toEqual([]);
  });

  it('is told once: from then on it is there again', () => {
    expect(findAfter('$ docker run nginx', '$ docker run nginx')).toHaveLength(1);
  });

  it.each([
    ['$ docker image rm nginx', 1],
    ['$ docker image remove nginx', 1],
    ['$ docker rmi -f httpd nginx', 1],
    ['$ docker rmi $(docker images -q)', 0],
    ['$ docker container rm nginx', 0],
    ['$ docker image ls nginx', 0],
  ])('by %s: %d', (line, times) => {
    expect(findings(shell(line, '$ docker run nginx'))).toHaveLength(times);
  });
});
