import type { AnyEntry, Evidence } from '../../../shared/record/entry';
import { rememberedAt } from '../../../shared/session/look';
import { logOf } from '../../../shared/session/log';
import type { Session } from '../../../shared/session/session';
import { isStruck } from '../../../shared/session/verdicts';

/** One mail that the record points to, with what was taken from it. */
export interface PinnedMail {
  readonly message: string;
  readonly from?: string;
  readonly date?: string;
  readonly subject?: string;
  readonly quotes: readonly { readonly entry: AnyEntry; readonly lines: readonly string[] }[];
}

/** The mails of all evidence that stands, in the order in which the record first names them. */
export function pinnedMails(session: Session): readonly PinnedMail[] {
  return rememberedAt(session, 'pinned mails', session.revision, () => {
    const mails = new Map<string, PinnedMail>();
    for (const entry of logOf(session)) {
      if (isStruck(session, entry.id)) continue;
      for (const item of evidenceOf(entry)) {
        if (!('message' in item)) continue;
        const { message, lines, from, date, subject } = item;
        const known = mails.get(message) ?? { message, quotes: [] };
        mails.set(message, {
          ...(from === undefined ? {} : { from }),
          ...(date === undefined ? {} : { date }),
          ...(subject === undefined ? {} : { subject }),
          ...known,
          quotes: [...known.quotes, { entry, lines }],
        });
      }
    }
    return [...mails.values()];
  });
}

function evidenceOf(entry: AnyEntry): readonly Evidence[] {
  return 'evidence' in entry && entry.evidence !== undefined ? entry.evidence : [];
}
