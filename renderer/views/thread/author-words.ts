import type { Author, AuthorDoubt } from '../../../shared/thread/mail';

export const DOUBTS: Readonly<Record<AuthorDoubt, string>> = {
  ambiguous: 'it can’t be told who wrote it',
  'address-in-name': 'the name holds another address',
  'look-alike': 'the name looks like another',
};

/** An author in a list: the name, else the address. */
export function authorWords({ name, address, doubts }: Author): string {
  return `${name ?? address ?? 'nobody'}${doubts === undefined ? '' : ' (?)'}`;
}

/** An author in full: name, address, and whatever keeps the header from being taken at its word. */
export function authorInFull({ name, address, masked, viaReplyTo, doubts = [] }: Author): string {
  const remarks = [
    ...(masked === true ? ['cut by an archive'] : []),
    ...(viaReplyTo === true ? ['from Reply-To'] : []),
    ...doubts.map((doubt) => DOUBTS[doubt]),
  ];
  const who = [name, address === undefined ? undefined : `<${address}>`].filter((bit) => bit !== undefined);
  return `${who.length === 0 ? 'nobody' : who.join(' ')}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`;
}
