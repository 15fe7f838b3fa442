import type { Sha256InPieces } from '../env';
import type { Instant, Slug } from '../record/ids';
import type { Session } from '../session/session';
import { actionsPart } from './actions-part';
import { changesPart } from './changes-part';
import { contestPart } from './contest-part';
import type { Block, Row, Summary } from './document';
import { factsOf } from './facts-of';
import type { Facts } from './facts';
import { logPart } from './log-part';
import { openingPart } from './opening-part';
import { shownOn, withParts } from './order';
import { outside } from './outside';
import { page, type Page } from './page';
import type { PeopleAs } from './pseudonyms';
import { questionsPart } from './questions-part';
import { addressed, type Reply } from './reply';
import { rulesPart } from './rules-part';
import { sealing } from './sealing';
import { subsystemPart } from './subsystem-part';
import { rowOf, tablePart } from './table-part';
import { undecidedPart } from './undecided-part';
import { versionOf } from './version';

export interface SummaryOptions {
  /** the moment for assessment, Date and Message-ID: the same record and the same `at` give the same bytes */
  readonly at: Instant;
  readonly sha256: Sha256InPieces;
  /** only these, with their parts; all where absent. Exactly one: it is an extract, whose versions are counted apart */
  readonly subsystems?: readonly Slug[];
  /** false leaves out why people hold what they hold; conditions and objections stay */
  readonly rationales?: boolean;
  /** true appends the record's log: every line that is not private, struck ones marked */
  readonly log?: boolean;
  /** what people are called, in every form alike; names where absent. Who withholds anything has no name in any case */
  readonly people?: PeopleAs;
  /** true writes every character in ASCII */
  readonly ascii?: boolean;
  /** the version since which changes are told: the last that was sent where absent; 0 tells none */
  readonly since?: number;
  /** the message that it answers; 'nothing' makes it a new mail; the session's thread where absent */
  readonly reply?: Reply | 'nothing';
  /** true keeps what is told of positions for the next summary: for a session that is open. It changes no byte */
  readonly remembers?: boolean;
  /** the Message-ID of the summary of all subsystems, where this is a part of it */
  readonly whole?: string;
}

/** The summary of a session as it stands. Nothing that is private or withheld ever reaches it. */
export function summarise(session: Session, options: SummaryOptions): Summary {
  const making = summaryBlocks(session, options);
  const blocks: Block[] = [];
  let next = making.next();
  for (; next.done !== true; next = making.next()) if (next.value !== undefined) blocks.push(next.value);
  return { ...next.value, blocks };
}

/**
 * The same block by block, in the order in which they stand, so that of a large one the document need never be held
 * whole; undefined, a pause, where another row of the table is made or another thousand lines are sealed. What is known
 * only when all are made comes last. The session must stay as it is until then.
 */
export function* summaryBlocks(
  session: Session,
  options: SummaryOptions,
): Generator<Block | undefined, Omit<Summary, 'blocks'>> {
  const { at, sha256 } = options;
  const here = pageFor(session, options);
  const version = versionOf(here, options);
  const shown = shownOn(here);
  yield* openingPart(here, version, options.whole);
  yield* changesPart(here, version.before);
  const rows: Row[] = [];
  for (const place of shown) {
    rows.push(rowOf(here, place));
    yield undefined;
  }
  yield* tablePart(here, shown, rows);
  for (const { slug } of shown) yield* subsystemPart(here, slug);
  yield* rulesPart(here);
  yield* questionsPart(here);
  yield* actionsPart(here);
  yield* undecidedPart(
    here,
    shown.map(({ slug }) => slug),
  );
  yield* contestPart(here);
  if (options.log === true) yield* logPart(here);
  const seal = yield* sealing(session, sha256);
  const { rationales = true, log = false, people = 'names', ascii = false, since } = options;
  return {
    ...addressed(here, options.reply),
    version: version.number,
    settings: { at, rationales, log, people, ascii, ...(since === undefined ? {} : { since }) },
    at,
    zone: here.zone,
    links: here.links,
    ...(seal === undefined ? {} : { seal }),
  };
}

/** The same facts as tables, made with pauses. */
export function tabulating(session: Session, options: SummaryOptions): Generator<void, Facts> {
  return factsOf(pageFor(session, options));
}

/** What both are written on: the session as it may be seen outside, and what of it is wanted. */
function pageFor(session: Session, options: SummaryOptions): Page {
  const { at, rationales = true, ascii = false, remembers = false, people = 'names', subsystems } = options;
  const open = outside(session, people);
  const chosen = subsystems === undefined ? {} : { chosen: withParts(open, subsystems) };
  return page(open, { at, rationales, ascii, remembers, ...chosen });
}
