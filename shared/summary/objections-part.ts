import { bodyOf } from '../consensus/body';
import type { Instant } from '../record/ids';
import { timeOf } from '../record/order';
import { assertNever } from '../result';
import { isAfterCall } from '../session/calls';
import { standingOf } from '../session/look';
import { questions } from '../session/questions';
import {
  isOpen,
  subsystemOn,
  type Dispute,
  type Objection,
  type ObjectionEntry,
  type Settlement,
} from '../session/objections';
import { callEntries } from './call-part';
import type { Block, Item, Line } from './document';
import type { Page } from './page';
import { stateOf, storyOf } from './objections-item';
import { standingWords } from './positions-part';
import { conditionLines, conflictWords, pinnedLines, provenance, quoteLines, remarkLine } from './said-lines';

/** Objections in full, the open ones first: whose, why, what would remove them, and what became of them. */
export function objectionsPart(page: Page, objections: readonly Objection[]): readonly Block[] {
  if (objections.length === 0) return [];
  const sorted = objections.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  return [{ type: 'items', of: 'objections', items: sorted.map((objection) => objectionItem(page, objection)) }];
}

function objectionItem(page: Page, objection: Objection): Item {
  const { label, entry, reason, remedy, evidence } = objection;
  const conditions = objection.conditions.map((text) => ({ text, met: false }));
  return {
    mark: label,
    head: page.tell(
      `${page.name(objection.who)}${standing(page, objection)}${place(page, objection)}, ${stateOf(objection)}`,
      entry,
      objection.versions,
      storyOf(objection),
    ),
    date: page.day(objection.at),
    lines: [
      ...(reason === undefined ? quoteLines(page, evidence, [entry]) : [page.line('words', reason, [entry])]),
      ...pinnedLines(page, objection.versions),
      ...(remedy === undefined ? [] : [page.line('point', `what would remove it: ${remedy}`, [entry])]),
      ...conditionLines(page, conditions, () => [entry]),
      ...remarkLine(page, remarks(page, objection), () => [
        ...storyOf(objection),
        ...callEntries(page.session, objection.on),
      ]),
      ...objection.settlements.map((settlement) => settlementLine(page, objection, settlement)),
      ...objection.disputes.map((dispute) => disputeLine(page, objection, dispute)),
    ],
  };
}

/** Seat, affected or outside, of the subsystem that it is about. */
function standing(page: Page, { on, who }: Objection): string {
  const slug = subsystemOn(page.session, on);
  return slug === undefined ? '' : standingWords(bodyOf(page.session, slug), who);
}

/** What it is about, where that is less than the whole of what it is printed under. */
function place(page: Page, { on }: Objection): string {
  if ('call' in on) return ', on the call';
  if ('question' in on) {
    const question = questions(page.session).find(({ id }) => id === on.question);
    return question === undefined ? '' : `, on question ${question.label}`;
  }
  return 'rule' in on && on.subsystem !== undefined ? `, for ${on.subsystem}` : '';
}

function remarks(page: Page, objection: Objection): readonly string[] {
  const { until, reason, entry, on, conflict, settlementConflict, versions } = objection;
  const isDissent = isOpen(objection) && until === undefined && reason === undefined;
  return [
    ...(until === undefined ? [] : [holdWords(page, until)]),
    ...(isDissent ? ['Recorded without a reason, so it does not block.'] : []),
    ...provenance(page, entry),
    // it was raised when its first words were, however often they were corrected
    ...(isAfterCall(page.session, versions[0] ?? entry, on) ? ['Raised after the call.'] : []),
    ...(conflict ? [conflictWords(textOf(entry), textHeads(page, objection))] : []),
    ...(settlementConflict
      ? ['In conflict: how it was settled was recorded differently, and nobody has resolved it.']
      : []),
    ...(versions.length > 1 && !conflict ? [`Its words were changed on ${page.day(timeOf(entry))}.`] : []),
  ];
}

function textHeads({ session }: Page, { id }: Objection): readonly string[] {
  return (standingOf<ObjectionEntry['kind']>(session, 'objection', id)?.heads ?? []).map(textOf);
}

function textOf({ rationale, remedy }: ObjectionEntry): string {
  return [rationale ?? [], remedy === undefined ? [] : `unless ${remedy}`].flat().join(', ');
}

function holdWords(page: Page, until: Instant): string {
  const end = page.moment(until);
  return until > page.at ? `Asks for time until ${end}.` : `The time asked for ended ${end}, so it does not block.`;
}

/** What somebody said became of it; by the wrong person it is told as well, and that it doesn't count. */
function settlementLine(page: Page, objection: Objection, settlement: Settlement): Line {
  const { who, answer, entry, byRightPerson, disposition } = settlement;
  const isAuthors = disposition === 'accommodated' || disposition === 'withdrawn';
  const stays = objection.disposition === 'open' ? 'it stays open' : 'that does not count';
  const wrong = byRightPerson ? '' : `, who is not ${isAuthors ? 'its author' : 'the chair'}: ${stays}`;
  const by = `${page.name(who)}, ${page.day(settlement.at)}${wrong}`;
  const words = `${settledWords(objection, settlement)} by ${by}`;
  return page.line('remark', answer === undefined ? `${words}.` : `${words}${wrong === '' ? ':' : '.'} ${answer}`, [
    entry,
    ...objection.versions,
  ]);
}

function settledWords(objection: Objection, { disposition, entry }: Settlement): string {
  switch (disposition) {
    case 'accommodated':
      return 'Called accommodated';
    case 'withdrawn':
      return 'Withdrawn';
    case 'addressed':
      return 'Answered, not accommodated,';
    case 'deferred':
      return 'Deferred';
    case 'open':
      return objection.settlements[0]?.entry === entry ? 'Left open' : 'Opened again';
    default:
      return assertNever(disposition);
  }
}

function disputeLine(page: Page, objection: Objection, { who, why, at, entry }: Dispute): Line {
  const isOfAnswer = objection.disputedByAuthor && who === objection.who;
  const words = isOfAnswer ? `${page.name(who)} disputes the answer` : `Disputed by ${page.name(who)}`;
  const from = [entry, ...objection.settlements.map((settlement) => settlement.entry)];
  return page.line('remark', `${words}, ${page.day(at)}: ${why}`, from);
}
