import { isKnown, type Entry } from '../../record/entry';
import type { Handle } from '../../record/ids';
import { mainText } from '../../record/main-text';
import { ok } from '../../result';
import { FIXED, standingWhere, withMainText } from '../../session/revise';
import type { Session } from '../../session/session';
import { countedEntry, isStruck } from '../../session/verdicts';
import { follow } from '../follow';
import type { Form } from '../form';
import { problem } from '../problem';

const SUBSTITUTION = /^s\/([^/]+)\/([^/]*)\/$/;

export function isSubstitution(line: string): boolean {
  return SUBSTITUTION.test(line.trim());
}

/** `s/old/new/`: a revision of the main text of one's own last entry that has one. Literal, the first occurrence. */
export const readSubstitution: Form = (typed) => {
  const whole = { from: 0, to: typed.line.length };
  const [, old = '', replacement = ''] = SUBSTITUTION.exec(typed.line.trim()) ?? [];
  const own = lastOwnText(typed.session, typed.env.by);
  const fixed = own === undefined ? undefined : FIXED[own.kind];
  if (fixed !== undefined) {
    const why = `Your last text is ${fixed}, which can't be changed. Undo it and type it again.`;
    return problem('E-REFUSED', [why], whole);
  }
  const standing = own === undefined ? undefined : standingWhere(typed.session, own)?.head;
  const text = standing === undefined ? undefined : mainText(standing);
  if (standing === undefined || text === undefined) return problem('E-OLD', [undefined], whole);
  const at = text.indexOf(old);
  if (at === -1) return problem('E-OLD', [old], whole);
  const changed = `${text.slice(0, at)}${replacement}${text.slice(at + old.length)}`.trim();
  if (changed === '') return problem('E-REFUSED', ['Nothing would be left of it. Undo it instead.'], whole);
  return ok([withMainText(standing, changed)]);
};

/** One's own last entry with a main text that isn't struck. A session's title is nothing that was said in it. */
function lastOwnText(session: Session, by: Handle): Entry | undefined {
  const own = follow(
    session,
    `texts of ${by}`,
    (): Entry[] => [],
    (texts, entry) => {
      if (entry.by !== by || !isKnown(entry) || mainText(entry) === undefined) return;
      if (entry.kind === 'session-opened' || entry.kind === 'session-amended') return;
      texts.splice(texts.findLastIndex(({ id }) => id < entry.id) + 1, 0, entry);
    },
  );
  return own.findLast(({ id }) => !isStruck(session, id) && countedEntry(session, id) !== undefined);
}
