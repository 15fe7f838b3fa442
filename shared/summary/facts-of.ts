import { assessSubsystem } from '../consensus/assess';
import { tally } from '../consensus/tally';
import type { Slug } from '../record/ids';
import { ofEach } from '../steps';
import { actions } from '../session/actions';
import { calls, isTentative, type Call } from '../session/calls';
import { isOpen, objections, subsystemOn, type Objection } from '../session/objections';
import { metEntries } from '../session/conditions';
import { positionsFor } from '../session/positions';
import { subsystemOf } from '../session/subsystems';
import { callEntries } from './call-part';
import { about, told, words } from './fact-parts';
import { answerFacts, objectionFact, positionFacts } from './facts-said';
import type { Facts } from './facts';
import { heardEntries } from './heard-entries';
import { objectionsBeside, objectionsTouching, type Touching } from './homes';
import { shownOn } from './order';
import { storyOf } from './objections-item';
import { isWanted, type Page } from './page';
import { idsOf } from './sources';
import { wantedQuestions } from './questions-part';
import { wantedRules } from './rules-part';
import { rulingHeads, rulingsOf } from './rulings-part';
import { strikesOn } from './strikes';

/** The tables of a summary, made with pauses. With subsystems chosen, what is about them. */
export function* factsOf(page: Page): Generator<void, Facts> {
  const { session } = page;
  const shown = shownOn(page).map(({ slug }) => slug);
  const wanted = objections(session).filter(({ on }) => isWanted(page, subsystemOn(session, on)));
  return {
    subsystems: yield* ofEach(shown, (slug) => [subsystemFact(page, slug)]),
    positions: yield* ofEach(shown, (slug) => positionFacts(page, slug)),
    objections: yield* ofEach(wanted, (objection) => [objectionFact(page, objection)]),
    calls: calls(session)
      .filter(({ on }) => isWanted(page, subsystemOn(session, on)))
      .map((call) => callFact(page, call)),
    rules: wantedRules(page).map(({ label, text, who, against, entry, conflict, versions }) => ({
      number: label,
      words: page.words(text),
      who: who === undefined ? undefined : page.name(who),
      against: against === undefined ? undefined : about(page, { rule: against }),
      conflict,
      ...told(page, entry, versions),
    })),
    answers: answerFacts(page),
    rulings: rulingFacts(page),
    questions: wantedQuestions(page).map(({ id, label, text, who, to, on, entry, versions, answerHeads, answers }) => ({
      number: label,
      subsystem: on === undefined ? undefined : subsystemOn(session, on),
      words: page.words(text),
      who: who === undefined ? undefined : page.name(who),
      to: to.map(page.name),
      answers: answerHeads.map((answer) => ({
        words: page.words(answer.answer),
        who: answer.who === undefined ? undefined : page.name(answer.who),
      })),
      ...told(page, entry, [...versions, ...answers, ...strikesOn(session, id)]),
    })),
    actions: actions(session)
      .filter(({ subsystem }) => isWanted(page, subsystem))
      .map(({ who, text, subsystem, state, accepted, due, why, conflict, entry, versions, end }) => ({
        who: who.map(page.name),
        words: page.words(text),
        subsystem,
        state,
        accepted,
        due,
        reason: words(page, why),
        conflict,
        ...told(page, entry, [...versions, ...(end === undefined ? [] : [end])]),
      })),
  };
}

function subsystemFact(page: Page, slug: Slug): Facts['subsystems'][number] {
  const { session, at } = page;
  const { name, partOf, entry } = subsystemOf(session, slug);
  const { state, stances, because } = assessSubsystem(session, slug, at);
  const counted = tally(session, slug);
  const open = openOn(objectionsTouching(session, slug));
  const touching = objectionsTouching(session, slug);
  const positions = positionsFor(session, slug);
  const from = idsOf([
    ...(entry === undefined ? [] : [entry]),
    ...positions.map((position) => position.entry),
    ...positions.flatMap(({ history }) => metEntries(session, history)),
    ...[...touching.own, ...touching.elsewhere].flatMap(storyOf),
    ...callEntries(session, { subsystem: slug }),
    ...heardEntries(session, slug),
    ...strikesOn(session, slug),
  ]);
  return {
    subsystem: slug,
    name: page.words(name),
    partOf,
    state,
    stances,
    because: because.map(page.words),
    S: counted.stances['standard-required'],
    U: counted.stances['userspace-allowed'],
    P: counted.stances['passthrough-niche'],
    abstain: counted.abstain,
    recuse: counted.recuse,
    none: counted.none,
    openObjections: open.map(({ label }) => label),
    links: [],
    from,
  };
}

function openOn({ own, elsewhere }: Touching): readonly Objection[] {
  return [...own, ...elsewhere].filter(isOpen);
}

/** Open objections stand beside every call. */
function callFact(page: Page, { entry, on, reopened, conflict, history }: Call): Facts['calls'][number] {
  const beside = objectionsBeside(page.session, on);
  const open = beside.filter(isOpen);
  const slug = subsystemOn(page.session, on);
  const strikes = slug === undefined ? [] : strikesOn(page.session, slug);
  return {
    about: about(page, on),
    subsystem: slug,
    call: reopened === undefined ? entry.call : 'reopened',
    stance: entry.stance ?? entry.answer,
    to: words(page, entry.to),
    words: words(page, entry.statement),
    reason: words(page, entry.reason),
    tentative: reopened === undefined && isTentative(page.session, page.at),
    openObjections: open.map(({ label }) => label),
    conflict,
    ...told(page, entry, [...history, ...beside.flatMap(storyOf), ...strikes]),
  };
}

function rulingFacts(page: Page): Facts['rulings'] {
  return wantedRules(page).flatMap((rule) =>
    rulingsOf(page, rule).flatMap((ruling) =>
      rulingHeads(page.session, ruling).map((entry) => ({
        rule: rule.label,
        subsystem: ruling.subsystem,
        state: entry.state,
        who: entry.who === undefined ? undefined : page.name(entry.who),
        scope: words(page, entry.scope),
        words: words(page, entry.why),
        until: entry.until,
        conflict: ruling.conflict,
        ...told(page, entry, [entry]),
      })),
    ),
  );
}
