import { calendarDay } from '../record/dates';
import type { EntryOf } from '../record/entry';
import type { Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { logOf } from '../session/log';
import { isCovered, sentVersions } from '../session/sent';
import { foldAll, type Session } from '../session/session';
import type { Page } from './page';

/** Which version a summary is, and what went out before. */
export interface Version {
  readonly number: number;
  readonly before?: Before;
}

/** The version that changes are told from, and the session as it stood when that was sent. */
export interface Before {
  readonly number: number;
  readonly day: string;
  readonly sent: EntryOf<'summary-sent'>;
  readonly session: Session;
}

/** Versions of an extract for one subsystem are counted apart from those of the whole. `since` 0 tells no changes. */
export function versionOf(
  page: Page,
  { subsystems, since }: { readonly subsystems?: readonly Slug[]; readonly since?: number },
): Version {
  const [only, ...more] = subsystems ?? [];
  const sent = sentVersions(page.session, more.length === 0 ? only : undefined);
  const number = (sent.at(-1)?.version ?? 0) + 1;
  const from = since === undefined ? sent.at(-1) : sent.find(({ version }) => version === since);
  if (from === undefined) return { number };
  const wasThere = isCovered(from);
  const then = logOf(page.session).filter(({ id }) => wasThere(id));
  const day = calendarDay(page.calendar(timeOf(from)));
  return { number, before: { number: from.version, day, sent: from, session: foldAll(then) } };
}
