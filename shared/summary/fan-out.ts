import type { Slug } from '../record/ids';
import { ok, type Result } from '../result';
import type { Session } from '../session/session';
import { subsystems } from '../session/subsystems';
import type { Envelope } from './eml';
import { LIST_LIMIT } from './lint';
import { bareAddress } from './mailbox';
import { partedMails, type Eml } from './split';
import { summarise, type SummaryOptions } from './summarise';

/** What a summary goes out as: the whole, and an extract for each subsystem that has a list of its own. */
export interface FanOut {
  /** one mail, or its parts */
  readonly whole: readonly Eml[];
  readonly extracts: readonly Extract[];
  /** subsystems that no extract is for: they have no list that mail can be sent to */
  readonly withoutList: readonly Slug[];
}

export interface Extract {
  readonly subsystem: Slug;
  readonly lists: readonly string[];
  readonly mails: readonly Eml[];
}

export interface FanOutOptions extends SummaryOptions {
  /** bytes that a list takes */
  readonly limit?: number;
}

/**
 * The whole as `options` and `envelope` say, and for each subsystem (of those chosen) an extract with its parts, as a
 * new mail to its own lists, that links to the whole. Nothing is written where any of them can't be.
 */
export function fanOut(session: Session, options: FanOutOptions, envelope: Envelope): Result<FanOut> {
  const { limit = LIST_LIMIT, ...summaryOptions } = options;
  const whole = partedMails(summarise(session, summaryOptions), envelope, limit);
  if (!whole.ok) return whole;
  const [first] = whole.value;
  const chosen = subsystems(session).filter(({ slug }) => options.subsystems?.includes(slug) ?? true);
  const listed = chosen.map(({ slug, lists }) => ({ slug, lists: lists.flatMap((list) => bareAddress(list) ?? []) }));
  const extracts: Extract[] = [];
  for (const { slug, lists } of listed) {
    if (lists.length === 0) continue;
    const link = first === undefined ? {} : { whole: first.messageId };
    const summary = summarise(session, { ...summaryOptions, subsystems: [slug], reply: 'nothing', ...link });
    const mails = partedMails(summary, { from: envelope.from, to: lists }, limit);
    if (!mails.ok) return mails;
    extracts.push({ subsystem: slug, lists, mails: mails.value });
  }
  return ok({
    whole: whole.value,
    extracts,
    withoutList: listed.flatMap(({ slug, lists }) => (lists.length === 0 ? slug : [])),
  });
}

/** All of them in the order of sending: the whole first, since the others link to it. */
export function mailsOf({ whole, extracts }: FanOut): readonly string[] {
  return [...whole, ...extracts.flatMap(({ mails }) => mails)].map(({ eml }) => eml);
}
