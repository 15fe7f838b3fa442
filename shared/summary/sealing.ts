import type { RunningSha256, Sha256InPieces } from '../env';
import { linesOf } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { logOf } from '../session/log';
import { rememberedAt } from '../session/look';
import type { Session } from '../session/session';
import type { Seal } from './document';
import { publicPart } from './outside';

/** What a summary of a session made now covers; undefined for an empty record. */
export function sealOf(session: Session, sha256: Sha256InPieces): Seal | undefined {
  const open = publicPart(session);
  const before = open.memory.get(NAME)?.value as Sealed | undefined;
  return rememberedAt(open, NAME, open.revision, () => goneOn(open, before) ?? begun(open, sha256)).seal;
}

const NAME = 'seal';

/** A seal with the hash that goes on from it. */
interface Sealed {
  readonly seal: Seal | undefined;
  readonly hash: RunningSha256;
  /** how many of the session's arrivals it covers, after how many rewinds */
  readonly of: number;
  readonly rewinds: number;
}

function begun(session: Session, { begin }: Sha256InPieces): Sealed {
  return sealed(session, begin(), logOf(session), 0);
}

/** The seal of before with what came since; undefined where that did not all come in record order. */
function goneOn(session: Session, before: Sealed | undefined): Sealed | undefined {
  if (before?.seal === undefined || before.rewinds !== session.rewinds || session.clashes.size > 0) return undefined;
  const since = session.arrived.slice(before.of);
  let last: Id = before.seal.upTo;
  for (const id of since) {
    if (id <= last) return undefined;
    last = id;
  }
  const entries = since.flatMap((id) => session.entries.get(id) ?? []);
  return sealed(session, before.hash, entries, before.seal.lines);
}

/** So many lines are hashed as one text. */
const AT_ONCE = 1_000;

function sealed(session: Session, hash: RunningSha256, entries: readonly AnyEntry[], before: number): Sealed {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    hash.add(linesOf(entries.slice(from, from + AT_ONCE)));
  }
  const upTo = session.latest;
  const seal = upTo === undefined ? undefined : { upTo, lines: before + entries.length, sha256: hash.digest() };
  return { seal, hash, of: session.arrived.length, rewinds: session.rewinds };
}
