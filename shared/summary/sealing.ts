import type { RunningSha256, Sha256InPieces } from '../env';
import { linesOf } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import { writerOf, type Id, type Writer } from '../record/ids';
import { logOf } from '../session/log';
import type { Session } from '../session/session';
import { atOnce } from '../steps';
import type { Seal } from './document';
import { publicPart } from './outside';

/** What a summary of a session made now covers; undefined for an empty record. */
export function sealOf(session: Session, sha256: Sha256InPieces): Seal | undefined {
  return atOnce(sealing(session, sha256));
}

/**
 * The same with a pause for every so many lines (`AT_ONCE`) that are hashed. Who leaves off half-way leaves nothing behind;
 * what comes in meanwhile isn't covered.
 */
export function* sealing(session: Session, sha256: Sha256InPieces): Generator<undefined, Seal | undefined> {
  const open = publicPart(session);
  const { revision: stamp } = open;
  const known = open.memory.get(NAME) as { readonly stamp: number; readonly value: Sealed } | undefined;
  if (known?.stamp === stamp) return known.value.seal;
  const value = goneOn(open, known?.value) ?? (yield* begun(open, sha256));
  open.memory.set(NAME, { stamp, value });
  return value.seal;
}

const NAME = 'seal';

/** A seal with the hash, and the last line of each writer, that go on from it. */
interface Sealed {
  readonly seal: Seal | undefined;
  readonly hash: RunningSha256;
  readonly ends: Map<Writer, Id>;
  /** how many of the session's arrivals it covers, after how many rewinds */
  readonly of: number;
  readonly rewinds: number;
}

function* begun(session: Session, { begin }: Sha256InPieces): Generator<undefined, Sealed> {
  const hash = begin();
  const ends = new Map<Writer, Id>();
  const place = placeOf(session);
  const entries = logOf(session);
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const some = entries.slice(from, from + AT_ONCE);
    hash.add(linesOf(some));
    takeEnds(some, ends);
    yield undefined;
  }
  return sealed(place, { hash, ends }, entries.length);
}

/**
 * The seal of before with what came since, which its hash and ends take in for good; undefined where that did not all come in
 * record order, or is too much to be hashed without a pause.
 */
function goneOn(session: Session, before: Sealed | undefined): Sealed | undefined {
  if (before?.seal === undefined || before.rewinds !== session.rewinds || session.clashes.size > 0) return undefined;
  const since = session.arrived.slice(before.of);
  if (since.length > AT_ONCE) return undefined;
  let last: Id = before.seal.upTo;
  for (const id of since) {
    if (id <= last) return undefined;
    last = id;
  }
  const entries = since.flatMap((id) => session.entries.get(id) ?? []);
  before.hash.add(linesOf(entries));
  takeEnds(entries, before.ends);
  return sealed(placeOf(session), before, before.seal.lines + entries.length);
}

/** Entries in record order: the last of a writer is its last. */
function takeEnds(entries: readonly AnyEntry[], ends: Map<Writer, Id>): void {
  for (const { id } of entries) ends.set(writerOf(id), id);
}

/** So many lines are hashed as one text. */
export const AT_ONCE = 1_000;

/** How far a session is. */
type Place = Pick<Sealed, 'of' | 'rewinds'> & Pick<Session, 'latest'>;

function placeOf({ arrived, rewinds, latest }: Session): Place {
  return { of: arrived.length, rewinds, latest };
}

/** Of more writers (one for each start of the app, each run of the command line) the ends would be longer than the mail. */
const MOST_ENDS = 1_000;

function sealed(
  { of, rewinds, latest: upTo }: Place,
  { hash, ends }: Pick<Sealed, 'hash' | 'ends'>,
  lines: number,
): Sealed {
  const covers = ends.size > MOST_ENDS ? {} : { covers: [...ends.values()].sort() };
  const seal = upTo === undefined ? undefined : { upTo, ...covers, lines, sha256: hash.digest() };
  return { seal, hash, ends, of, rewinds };
}
