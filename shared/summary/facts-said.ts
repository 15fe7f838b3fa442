import { bodyOf } from '../consensus/body';
import type { Slug } from '../record/ids';
import { isAfterCall } from '../session/calls';
import { metConditions, metEntries } from '../session/conditions';
import { isOpen, subsystemOn, type Objection } from '../session/objections';
import { positionsFor, type Position } from '../session/positions';
import { alike } from '../session/register';
import { answeredFor, answers } from '../session/rules';
import { answersTo } from '../session/shelves';
import { callEntries } from './call-part';
import { about, told, words } from './fact-parts';
import type { Facts } from './facts';
import type { Page } from './page';
import { standingWords } from './positions-part';
import { wantedRules } from './rules-part';

/** Who holds what on a subsystem; of a position in conflict one row for each thing that was recorded. */
export function positionFacts(page: Page, slug: Slug): Facts['positions'] {
  const body = bodyOf(page.session, slug);
  return positionsFor(page.session, slug)
    .filter(({ history }) => history.length > 0)
    .flatMap((position) => headsOf(position).map((head) => ({ position, head })))
    .map(({ position, head }) => ({
      subsystem: slug,
      who: page.name(position.who),
      standing: standingWords(body, position.who).replace(/[() ]/g, '') || undefined,
      stance: head.stance,
      livesWith: (head.livesWith ?? []).filter((stance) => stance !== head.stance),
      words: words(page, head.rationale, page.rationales),
      conditions: (head.conditions ?? []).map((text) => ({
        text: page.words(text),
        met: position.conditions.some((condition) => condition.text === text && condition.met),
      })),
      via: head.via === undefined ? undefined : page.name(head.via),
      for: words(page, head.for),
      before: position.conflict ? undefined : position.was,
      afterCall: isAfterCall(page.session, head, { subsystem: slug }),
      conflict: position.conflict,
      ...told(page, head, [
        ...position.history,
        ...metEntries(page.session, position.history),
        ...callEntries(page.session, { subsystem: slug }),
      ]),
    }));
}

function headsOf({ conflict, heads, entry }: Position): Position['heads'] {
  return conflict ? alike(heads).map(([head]) => head) : [entry];
}

export function objectionFact(page: Page, objection: Objection): Facts['objections'][number] {
  const { label, who, on, entry, reason, remedy, until, via, versions, settlement } = objection;
  const slug = subsystemOn(page.session, on);
  return {
    number: label,
    about: about(page, on),
    subsystem: slug,
    who: page.name(who),
    standing:
      slug === undefined
        ? undefined
        : standingWords(bodyOf(page.session, slug), who).replace(/[() ]/g, '') || undefined,
    state: isOpen(objection) ? 'open' : objection.disposition,
    words: words(page, reason),
    remedy: words(page, remedy),
    conditions: objection.conditions.map((text) => ({ text: page.words(text), met: false })),
    until,
    via: via === undefined ? undefined : page.name(via),
    for: words(page, objection.for),
    answer: words(page, settlement?.answer),
    conflict: objection.conflict || objection.settlementConflict,
    ...told(page, entry, [
      ...versions,
      ...objection.settlements.map((each) => each.entry),
      ...objection.disputes.map((each) => each.entry),
    ]),
  };
}

export function answerFacts(page: Page): Facts['answers'] {
  return wantedRules(page).flatMap((rule) =>
    [undefined, ...answeredFor(page.session, rule.id)].flatMap((subsystem) =>
      answers(page.session, rule.id, subsystem).map(({ who, entry, conflict, history }) => {
        const met = metConditions(page.session, who, answersTo(rule.id, subsystem));
        return {
          rule: rule.label,
          subsystem,
          who: page.name(who),
          answer: entry.answer,
          words: words(page, entry.rationale, page.rationales),
          conditions: (entry.conditions ?? []).map((text) => ({ text: page.words(text), met: met.has(text) })),
          via: entry.via === undefined ? undefined : page.name(entry.via),
          for: words(page, entry.for),
          conflict,
          ...told(page, entry, [...history, ...metEntries(page.session, history)]),
        };
      }),
    ),
  );
}
