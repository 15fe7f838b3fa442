import type { Sha256 } from '../env';
import { withoutPrivate } from '../file/share';
import type { Instant, Slug } from '../record/ids';
import { logOf } from '../session/log';
import { rememberedAt } from '../session/look';
import { meetingOf } from '../session/meeting';
import { foldAll, type Session } from '../session/session';
import { actionsPart } from './actions-part';
import { contestPart } from './contest-part';
import type { Block, Summary } from './document';
import { openingPart } from './opening-part';
import { placed, withParts } from './order';
import { page } from './page';
import { questionsPart } from './questions-part';
import { rulesPart } from './rules-part';
import { sealOf } from './seal';
import { subsystemPart } from './subsystem-part';
import { tablePart } from './table-part';
import { undecidedPart } from './undecided-part';

export interface SummaryOptions {
  /** the moment for assessment, Date and Message-ID: the same record and the same `at` give the same bytes */
  readonly at: Instant;
  readonly sha256: Sha256;
  /** only these, with their parts; all where absent */
  readonly subsystems?: readonly Slug[];
  /** false leaves out why people hold what they hold; conditions and objections stay */
  readonly rationales?: boolean;
  /** true writes every character in ASCII */
  readonly ascii?: boolean;
}

/** The summary of a session as it stands. Private notes, and lines that name one, never reach it. */
export function summarise(session: Session, options: SummaryOptions): Summary {
  const { at, sha256, rationales = true, ascii = false, subsystems } = options;
  const open = publicPart(session);
  const chosen = subsystems === undefined ? {} : { chosen: withParts(open, subsystems) };
  const here = page(open, { at, rationales, ascii, ...chosen });
  const shown = placed(open).filter(({ slug }) => here.chosen?.has(slug) ?? true);
  const slugs = shown.map(({ slug }) => slug);
  const blocks: readonly Block[] = [
    ...openingPart(here),
    ...tablePart(here, shown),
    ...slugs.flatMap((slug) => subsystemPart(here, slug)),
    ...rulesPart(here),
    ...questionsPart(here),
    ...actionsPart(here),
    ...undecidedPart(here, slugs),
    ...contestPart(here),
  ];
  const seal = sealOf(logOf(open), sha256);
  return {
    ...threadOf(open),
    at,
    zone: here.zone,
    blocks,
    links: here.links,
    ...(seal === undefined ? {} : { seal }),
  };
}

/** The session without what is private: the same session where nothing is. */
function publicPart(session: Session): Session {
  return rememberedAt(session, 'public part', session.revision, () => {
    const lines = logOf(session);
    const open = withoutPrivate(lines);
    return open.length === lines.length ? session : foldAll(open);
  });
}

/** It replies in its thread, under the thread's own subject, so that the thread stays together. */
function threadOf(session: Session): Pick<Summary, 'subject' | 'title' | 'thread'> {
  const meeting = meetingOf(session);
  const title = meeting?.title ?? 'Untitled session';
  const thread = meeting?.entry.thread;
  if (thread === undefined) return { subject: title, title };
  const { subject, root, references = [] } = thread;
  return {
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    title,
    thread: { inReplyTo: root, references: [...references.filter((id) => id !== root), root] },
  };
}
