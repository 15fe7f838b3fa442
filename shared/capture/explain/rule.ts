import type { EntryOf } from '../../record/entry';
import { rules } from '../../session/rules';
import type { Session } from '../../session/session';
import { ruleLabel, thingPieces } from '../label';
import type { Piece } from '../reading';
import { say, subsystemPiece, whoPiece, withRemarks } from '../say';
import { asides, before, quoted, resolves } from './before';
import { explainWords } from './position';

/** `rule 7, by kuba, against rule 4: "text"`. */
export function explainRule(session: Session, entry: EntryOf<'rule-proposed' | 'rule-amended'>): readonly Piece[] {
  const id = entry.kind === 'rule-amended' ? entry.rule : entry.id;
  const label = rules(session).find((rule) => rule.id === id)?.label ?? String(entry.number);
  const change = entry.substantial === true ? 'changed in substance' : 'new text';
  const head = withRemarks(say`rule ${label}`, [
    entry.kind === 'rule-amended' ? change : undefined,
    entry.who === undefined ? undefined : say`by ${whoPiece(entry.who)}`,
    entry.against === undefined ? undefined : `against rule ${ruleLabel(session, entry.against)}`,
  ]);
  return withRemarks(say`${head}: ${quoted(entry.text)}`, [resolves(entry), ...asides(session, entry)]);
}

/** What people read for an answer to a rule. */
export const ANSWER_WORDS: Readonly<Record<EntryOf<'rule-answered'>['answer'], string>> = {
  supports: 'supports',
  'lives-with': 'can live with',
  opposes: 'opposes',
  abstains: 'abstains',
};

/** `p5 on rule 3: supports becomes opposes, with rationale`. */
export function explainAnswer(session: Session, entry: EntryOf<'rule-answered'>): readonly Piece[] {
  const earlier = before(session, entry, 'rule-answered');
  const on = { rule: entry.rule, ...(entry.subsystem === undefined ? {} : { subsystem: entry.subsystem }) };
  const isChange = earlier !== undefined && earlier.answer !== entry.answer;
  const from = isChange ? `${ANSWER_WORDS[earlier.answer]} becomes ` : '';
  const only = entry.subsystem === undefined ? undefined : 'there only';
  return withRemarks(say`${whoPiece(entry.who)} on ${thingPieces(session, on)}: ${from}${ANSWER_WORDS[entry.answer]}`, [
    earlier === undefined ? 'first answer' : isChange ? undefined : 'as before',
    only,
    ...explainWords(entry, earlier),
    resolves(entry),
    ...asides(session, entry),
  ]);
}

/** What people read for how a rule stands somewhere. */
export const RULING_WORDS: Readonly<Record<EntryOf<'ruling-made'>['state'], string>> = {
  claimed: 'claimed',
  'in-force': 'in force',
  agreed: 'agreed',
  exception: 'exception',
  disputed: 'disputed',
  none: 'no ruling',
};

/** `rule 3 on #drm: claimed becomes in force, by leon, with scope, with reason`. */
export function explainRuling(session: Session, entry: EntryOf<'ruling-made'>): readonly Piece[] {
  const earlier = before(session, entry, 'ruling-made');
  const from = earlier === undefined || earlier.state === entry.state ? '' : `${RULING_WORDS[earlier.state]} becomes `;
  return withRemarks(
    say`rule ${ruleLabel(session, entry.rule)} on ${subsystemPiece(entry.subsystem)}: ${from}${RULING_WORDS[entry.state]}`,
    [
      entry.who === undefined ? undefined : say`by ${whoPiece(entry.who)}`,
      entry.scope === undefined ? undefined : `for ${quoted(entry.scope)}`,
      entry.why === undefined ? undefined : 'with reason',
      entry.until === undefined ? undefined : `until ${entry.until}`,
      resolves(entry),
      ...asides(session, entry),
    ],
  );
}
