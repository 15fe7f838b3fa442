import { isHandle } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { freeHandle } from '../../shared/session/free-handle';
import { people, type PersonInput } from '../../shared/session/people';
import type { Session } from '../../shared/session/session';

/** `Name <address>, affiliation`, with an optional `@handle` in front; name or address may be missing. */
const LINE = /^(?:@(\S+)\s*)?("[^"]*"|[^<>@,]*?)\s*(?:<([^<>\s]+)>|(\S+@[^\s,]+))?\s*(?:,\s*(.+))?$/;

/**
 * Reads a pasted list of people, one a line: `Name <address>`, `@handle Name <address>, affiliation`, a bare name or a
 * bare address. A handle that is not given is made from the name, the shortest that nobody has. Somebody who is here by
 * address is amended. Empty lines and lines that begin with `//` are left out.
 */
export function readPeople(session: Session, text: string): Result<readonly PersonInput[]> {
  const here = people(session);
  const taken = new Set<string>(here.flatMap(({ handles }) => handles));
  const byAddress = new Map(
    here.flatMap(({ addresses, handle }) => addresses.map((address) => [address, handle] as const)),
  );
  const found: PersonInput[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    const [, typed, quoted = '', bracketed, bare, affiliation] = LINE.exec(line) ?? [];
    const name = quoted.replace(/^"|"$/g, '').trim();
    const address = bracketed ?? bare;
    const who =
      typed?.toLowerCase() ??
      byAddress.get(address?.toLowerCase() ?? '') ??
      freeHandle(name === '' ? (address?.split('@')[0] ?? '') : name, taken);
    if (who === undefined || !isHandle(who)) {
      return refuse('This line names nobody. One person a line: Name <address>.', { line: at + 1, found: line });
    }
    taken.add(who);
    if (address !== undefined) byAddress.set(address.toLowerCase(), who);
    found.push({
      who,
      ...(name === '' ? {} : { name }),
      ...(address === undefined ? {} : { address }),
      ...(affiliation === undefined ? {} : { affiliation }),
    });
  }
  return found.length === 0 ? refuse('Nobody is named. One person a line: Name <address>.') : ok(found);
}
