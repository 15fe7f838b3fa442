import { decoded, mailboxes, type Mailbox } from './addresses';
import { oneLine } from './clean';
import { looksLikeAnother } from './look-alike';
import { isMasked, masked } from './masked';
import { joined, type Header } from './header';
import type { Author, AuthorDoubt } from './mail';
import { messageIds } from './message-ids';

/** Who wrote a mail, as its headers say; `lists` are the addresses of the lists that it went through. */
export function authorOf(header: Header, lists: readonly string[]): Author {
  const froms = header.fields.get('from') ?? [];
  const boxes = mailboxes(froms[0] ?? '');
  const from = boxes[0];
  const ambiguous = differ(froms) || boxes.length > 1 || differ(header.fields.get('message-id') ?? [], messageIds);
  if (from === undefined) {
    const name = oneLine(decoded(froms[0] ?? ''));
    return { ...(name === '' ? {} : { name }), ...(ambiguous ? { doubts: ['ambiguous'] } : {}) };
  }
  const person = behindList(from, header, lists);
  const hidden = isMasked(person.address);
  const doubts: readonly AuthorDoubt[] = [
    ...(ambiguous ? (['ambiguous'] as const) : []),
    ...(namesAnother(person) ? (['address-in-name'] as const) : []),
    ...(looksLikeAnother(person.raw) ? (['look-alike'] as const) : []),
  ];
  return {
    ...(person.name === '' ? {} : { name: person.name }),
    ...(person.address.includes('@') ? { address: person.address } : {}),
    ...(hidden ? { masked: true } : {}),
    ...(person === from ? {} : { viaReplyTo: true }),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

/** The addresses of the lists that a mail went through, as List-Post and List-Id name them; `sentTo` is To and Cc. */
export function listsOf(header: Header, sentTo: readonly Mailbox[]): readonly string[] {
  const found = new Set<string>();
  for (const post of header.fields.get('list-post') ?? []) {
    const address = /<mailto:([^<>\s?@]+@[^<>\s?@]+)[?>]/i.exec(post.slice(0, 2000))?.[1];
    if (address !== undefined) found.add(address.toLowerCase());
  }
  const ids = (header.fields.get('list-id') ?? []).map((id) => /<([^<>\s@]+)>/.exec(id.slice(0, 2000))?.[1]);
  if (ids.length === 0) return [...found];
  for (const each of ids) {
    const id = each?.toLowerCase();
    if (id === undefined || [...found].some((address) => address.replace('@', '.') === id)) continue;
    // a List-Id is the list's address with a dot for the @ (RFC 2919 asks only for a name of that form)
    const named = sentTo.find(({ address }) => address.toLowerCase().replace('@', '.') === id);
    if (named !== undefined) found.add(named.address.toLowerCase());
    else if (/^[\w+-]+\.[\w-]+\./.test(id)) found.add(id.replace('.', '@'));
  }
  return [...found];
}

/** A list that rewrites From (`Ana via Summit <summit@lists.example>`) leaves the person in Reply-To. */
function behindList(from: Mailbox, header: Header, lists: readonly string[]): Mailbox {
  const via = from.name.lastIndexOf(' via ');
  const address = from.address.toLowerCase();
  if (via === -1) return from;
  const list = from.name.slice(via + ' via '.length).toLowerCase();
  if (!lists.includes(address) && !list.includes(address.split('@')[0] ?? '')) return from;
  const name = from.name.slice(0, via).replace(/^["']|["']$/g, '');
  const replyTo = mailboxes(joined(header, 'reply-to')).filter(
    (box) => box.address.includes('@') && box.address.toLowerCase() !== address && !lists.includes(box.address),
  );
  const person = replyTo.find((box) => box.name === name) ?? replyTo[0];
  return person === undefined
    ? { name, raw: from.raw, address: '' }
    : { ...person, name: person.name === '' ? name : person.name };
}

/** Whether the name holds an address other than the mailbox's own. */
function namesAnother({ name, address }: Mailbox): boolean {
  if (!name.includes('@')) return false;
  return name
    .split(/[\s<>"'(),;:[\]]+/)
    .some((word) => /.@./.test(word) && masked(word.toLowerCase()) !== masked(address.toLowerCase()));
}

function differ(values: readonly string[], read: (value: string) => unknown = (value) => value): boolean {
  return values.length > 1 && new Set(values.map((value) => JSON.stringify(read(value)))).size > 1;
}
