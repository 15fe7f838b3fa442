/** Whether an archive cut an address: `x@...il.com`, `x...@host`, `x@xxxxxxx`. */
export function isMasked(address: string): boolean {
  return /@\.\.\.|\.\.\.@|@x+$/.test(address);
}

/**
 * An address as an archive of openwall's kind cuts it: the first three characters of the domain become `...`. Two
 * addresses may be cut to the same; there is no way back. Cutting twice changes nothing.
 */
export function masked(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return at === 0 ? address : `${address.slice(0, at)}...${address.slice(at + 3)}`;
}
