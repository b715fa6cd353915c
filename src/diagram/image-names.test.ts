import { describe, expect, it } from 'vitest';
import { sameImage } from './image-names.ts';

const digest = `sha256:${'0'.repeat(64)}`;

describe('sameImage', () => {
  it.each([
    ['ubuntu', 'ubuntu'],
    ['ubuntu', 'ubuntu:latest'],
    ['ubuntu', 'library/ubuntu'],
    ['ubuntu', 'docker.io/ubuntu'],
    ['ubuntu', 'docker.io/library/ubuntu:latest'],
    ['me/web', 'docker.io/me/web:latest'],
    // Owners whose names only hold that of a registry.
    ['mylocalhost/web', 'docker.io/mylocalhost/web'],
    ['localhosts/web', 'docker.io/localhosts/web'],
    ['localhost/web', 'localhost/web:latest'],
    ['localhost:5000/web', 'localhost:5000/web:latest'],
    ['quay.io/me/web', 'quay.io/me/web:latest'],
    [`ubuntu@${digest}`, `docker.io/library/ubuntu@${digest}`],
  ])('%s is %s', (one, other) => {
    expect(sameImage(one, other)).toBe(true);
    expect(sameImage(other, one)).toBe(true);
  });

  it.each([
    ['another tag', 'ubuntu:22.04', 'ubuntu'],
    ['another owner', 'me/ubuntu', 'ubuntu'],
    ['an owner named localhost is a registry', 'localhost/web', 'docker.io/localhost/web'],
    ['another registry has no library', 'quay.io/ubuntu', 'quay.io/library/ubuntu'],
    ['the same name in another registry', 'quay.io/me/web', 'me/web'],
    ['another port', 'localhost:5000/web', 'localhost:5001/web'],
    ['a digest and its tag', `ubuntu@${digest}`, 'ubuntu'],
    ['another digest', `ubuntu@${digest}`, `ubuntu@${digest.replace('0', '1')}`],
  ])('%s: %s is not %s', (_, one, other) => {
    expect(sameImage(one, other)).toBe(false);
    expect(sameImage(other, one)).toBe(false);
  });

  it('takes a registry for none of the path where there is only one part', () => {
    expect(sameImage('my.image', 'docker.io/library/my.image')).toBe(true);
  });
});
