/** An address, or a part of one, with its escapes (`%20`) undone; as it stands where they are none. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
