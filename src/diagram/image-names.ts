/**
 * An image's reference in full, as Docker reads the short ones
 * (https://docs.docker.com/reference/cli/docker/image/tag/): `ubuntu` is `docker.io/library/ubuntu:latest`.
 */
function fullImageName(reference: string): string {
  const [name = '', digest] = reference.split('@');
  const parts = name.split('/');
  const registry = parts.length > 1 && /[.:]|^localhost$/.test(parts[0]!) ? parts.shift()! : 'docker.io';
  const path = parts.length === 1 && registry === 'docker.io' ? `library/${parts[0]}` : parts.join('/');
  const tagged = digest !== undefined || /:[^/]+$/.test(path) ? path : `${path}:latest`;
  return `${registry}/${tagged}${digest === undefined ? '' : `@${digest}`}`;
}

/** Whether two references name the same image. */
export function sameImage(one: string, other: string): boolean {
  return fullImageName(one) === fullImageName(other);
}
