import type { Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { isAfterCall } from '../session/calls';
import { metConditions, metEntries } from '../session/conditions';
import { answers, type Answer, type Rule } from '../session/rules';
import { answersTo } from '../session/shelves';
import { callEntries } from './call-part';
import type { Item } from './document';
import { every, type Page } from './page';
import { conditionLines, pinnedLines, provenance, remarkLine, whyLines } from './said-lines';

const ANSWERS: Readonly<Record<Answer['answer'], string>> = {
  supports: 'supports',
  'lives-with': 'lives with',
  opposes: 'opposes',
  abstains: 'abstains',
};
const ORDER: readonly Answer['answer'][] = ['supports', 'lives-with', 'opposes', 'abstains'];

/** Who answers what to a rule, at large or for one subsystem. */
export function answerItems(page: Page, rule: Rule, subsystem: Slug | undefined): readonly Item[] {
  return answers(page.session, rule.id, subsystem)
    .toSorted((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer))
    .map((answer) => answerItem(page, rule, subsystem, answer));
}

function answerItem(page: Page, rule: Rule, subsystem: Slug | undefined, answer: Answer): Item {
  const { who, entry, history } = answer;
  const met = metConditions(page.session, who, answersTo(rule.id, subsystem));
  const conditions = (entry.conditions ?? []).map((text) => ({ text, met: met.has(text) }));
  const place = subsystem === undefined ? '' : `, for ${subsystem}`;
  return {
    mark: ANSWERS[answer.answer],
    head: page.tell(page.name(who) + place, entry),
    date: page.day(timeOf(entry)),
    lines: [
      ...whyLines(page, entry, [entry]),
      ...pinnedLines(page, [entry]),
      ...conditionLines(page, conditions, () => [entry, ...metEntries(page.session, history)]),
      ...remarkLine(page, remarks(page, rule, subsystem, answer), () => [
        ...history,
        ...rule.versions,
        ...callEntries(page.session, subsystem === undefined ? { rule: rule.id } : { rule: rule.id, subsystem }),
      ]),
    ],
  };
}

function remarks(page: Page, rule: Rule, subsystem: Slug | undefined, answer: Answer): readonly string[] {
  const { entry, history, heads, conflict, stale } = answer;
  const on = subsystem === undefined ? { rule: rule.id } : { rule: rule.id, subsystem };
  const was = history.slice(0, history.indexOf(entry)).findLast((before) => before.answer !== entry.answer)?.answer;
  const others = [...new Set(heads.filter((head) => head !== entry).map((head) => `"${ANSWERS[head.answer]}"`))];
  return [
    ...(was === undefined || conflict ? [] : [`Was "${ANSWERS[was]}" before.`]),
    ...provenance(page, entry),
    ...(isAfterCall(page.session, entry, on) ? ['Said after the call.'] : []),
    ...(stale ? ["Said before the rule's text changed."] : []),
    ...(conflict ? [`In conflict: also recorded as ${every(others)}, and nobody has resolved it.`] : []),
  ];
}
