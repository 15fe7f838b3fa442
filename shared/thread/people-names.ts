/** Somebody with a name or an address: a participant, a maintainer, an author. */
export interface Named {
  readonly name?: string;
  readonly address?: string;
}

/** Name and address alone, of whatever else is known. */
export function namedOf({ name, address }: { readonly [K in keyof Named]: Named[K] | undefined }): Named {
  return { ...(name === undefined ? {} : { name }), ...(address === undefined ? {} : { address }) };
}

/** An address for comparing. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}

/**
 * A name for comparing: case, blanks and the order of `Last, First` don't count, accents do. Undefined for a name of
 * one word, which too many people have.
 */
export function nameKey(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const parts = name.normalize('NFC').toLowerCase().replaceAll('"', '').split(',');
  const inOrder = parts.length === 2 ? parts.toReversed() : parts;
  const words = inOrder
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length < 2 ? undefined : words.join(' ');
}
