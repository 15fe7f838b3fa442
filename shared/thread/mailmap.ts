/** A person as .mailmap knows them. */
export interface MailmapPerson {
  readonly name?: string;
  readonly address?: string;
}

/** What an address that was used stands for. */
interface MailmapEntry extends MailmapPerson {
  /** the name that was used with it, in lower case -> who that was */
  readonly byName: ReadonlyMap<string, MailmapPerson>;
}

/** An address that was used, in lower case -> who it is. */
export type Mailmap = ReadonlyMap<string, MailmapEntry>;

/** A map that knows nobody. */
export const noMailmap: Mailmap = new Map();

/**
 * .mailmap text as git reads it (gitmailmap(5)), of two forms with and without a name on either side:
 *
 *     Proper Name <used@address>
 *     <proper@address> <used@address>
 *     Proper Name <proper@address> <used@address>
 *     Proper Name <proper@address> Used Name <used@address>
 *
 * Lines that start with `#`, and those without an address, say nothing. Of two lines for one address the later counts,
 * for what it says.
 */
export function parseMailmap(text: string): Mailmap {
  const map = new Map<string, { person: MailmapPerson; byName: Map<string, MailmapPerson> }>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.startsWith('#')) continue;
    const proper = mailboxIn(line, 0);
    if (proper === undefined || proper.address === '') continue;
    const used = mailboxIn(line, proper.end);
    const address = (used?.address ?? proper.address).toLowerCase();
    const person: MailmapPerson = {
      ...(proper.name === '' ? {} : { name: proper.name }),
      ...(used === undefined ? {} : { address: proper.address }),
    };
    const entry = map.get(address) ?? { person: {}, byName: new Map<string, MailmapPerson>() };
    if (used === undefined || used.name === '') entry.person = { ...entry.person, ...person };
    else entry.byName.set(used.name.toLowerCase(), person);
    map.set(address, entry);
  }
  return new Map([...map].map(([address, { person, byName }]) => [address, { ...person, byName }]));
}

/**
 * Who somebody really is; undefined where the map says nothing of them, or nothing new. Neither the case of an address
 * nor that of a name counts.
 */
export function properPerson(map: Mailmap, used: MailmapPerson): MailmapPerson | undefined {
  if (used.address === undefined) return undefined;
  const entry = map.get(used.address.toLowerCase());
  if (entry === undefined) return undefined;
  const found = entry.byName.get((used.name ?? '').toLowerCase()) ?? entry;
  const name = found.name ?? used.name;
  const address = found.address ?? used.address;
  if (name === used.name && address.toLowerCase() === used.address.toLowerCase()) return undefined;
  return name === undefined ? { address } : { name, address };
}

/** What is equal for two addresses of one person, as far as the map knows; undefined where there is no address. */
export function properKey(map: Mailmap, used: MailmapPerson): string | undefined {
  return (properPerson(map, used)?.address ?? used.address)?.toLowerCase();
}

interface Mailbox {
  readonly name: string;
  readonly address: string;
  /** the place behind it */
  readonly end: number;
}

function mailboxIn(line: string, from: number): Mailbox | undefined {
  const open = line.indexOf('<', from);
  const close = open < 0 ? -1 : line.indexOf('>', open);
  if (close < 0) return undefined;
  return { name: line.slice(from, open).trim(), address: line.slice(open + 1, close).trim(), end: close + 1 };
}
