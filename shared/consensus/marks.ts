import type { On } from '../record/entry';
import type { Handle } from '../record/ids';
import { momentOf } from '../record/dates';
import { isAfter, standingCall } from '../session/calls';
import { meetingOf } from '../session/meeting';
import { blocks, type Objection, type Settlement } from '../session/objections';
import { nameApart } from '../session/people';
import type { Session } from '../session/session';
import { subsystemOf } from '../session/subsystems';
import { wasAddressed } from './reasons';
import type { Finding, Matter } from './state';
import type { Voice } from './voices';
import { names, sayings, withStanding } from './wording';

/** What has to be known beside a state's own reasons, whatever the state: as sentences, none where there is nothing. */
export function marksOf<O extends string>(
  session: Session,
  on: On,
  matter: Matter<O>,
  finding: Finding<O>,
): readonly string[] {
  return [
    ...conflicts(session, on, matter),
    ...bodyMarks(session, matter, finding),
    ...matter.objections.flatMap((objection) => objectionMarks(session, matter, finding, objection)),
    ...voiceMarks(session, on, matter),
  ];
}

function conflicts<O extends string>(session: Session, on: On, { voices }: Matter<O>): readonly string[] {
  const open = voices.filter(({ conflict }) => conflict);
  const isSeatsConflict =
    'subsystem' in on && on.subsystem !== undefined && subsystemOf(session, on.subsystem).conflict;
  return [
    ...open.map(
      ({ who }) => `conflict: what ${nameApart(session, who)} says was recorded differently, and nobody resolved it`,
    ),
    ...(isSeatsConflict
      ? ['conflict: the subsystem was recorded differently, and nobody resolved it; its later seats count']
      : []),
  ];
}

function bodyMarks<O extends string>(
  session: Session,
  { body, voices }: Matter<O>,
  finding: Finding<O>,
): readonly string[] {
  const { state, silent, answered } = finding;
  const who = (all: readonly Voice<O>[]): readonly Handle[] => all.map((voice) => voice.who);
  const recused = [...new Set([...body.recused, ...who(voices.filter(({ says }) => says === 'recuse'))])];
  const isSaid = state === 'no-input' || state === 'below-quorum';
  return [
    ...sentence('not answered yet: ', body.basis === 'seats' && !isSaid ? names(session, silent) : ''),
    ...sentence(
      'abstained: ',
      state === 'no-input' ? '' : names(session, who(answered.filter(({ says }) => says === 'abstain'))),
    ),
    ...sentence('recused: ', names(session, recused)),
    ...sentence('sent regrets: ', names(session, body.regrets)),
    ...body.changes.map(
      (change) =>
        `${nameApart(session, change.who)} ${change.change === 'joined' ? 'took a seat' : 'gave up a seat'} after the first position`,
    ),
  ];
}

function objectionMarks<O extends string>(
  session: Session,
  { body, asOf }: Matter<O>,
  { state }: Finding<O>,
  objection: Objection,
): readonly string[] {
  const { label, disposition, settlement, settlementConflict, disputedByAuthor, until, reason } = objection;
  const who = withStanding(session, body, objection.who);
  const marks: string[] = [];
  if (settlementConflict)
    marks.push(
      `conflict: how objection ${label} by ${who} was settled was recorded differently, and nobody resolved it`,
    );
  if (settlement?.byRightPerson === false) marks.push(wronglySettled(session, label, settlement));
  if (disposition === 'deferred') marks.push(`objection ${label} by ${who} is deferred, and does not block`);
  if (disposition === 'addressed' && !disputedByAuthor && state !== 'rough')
    marks.push(wasAddressed(session, objection));
  if (disposition === 'open' && !blocks(objection, asOf)) {
    const ended = until === undefined ? '' : momentOf(until, meetingOf(session)?.zone ?? 'UTC');
    if (until !== undefined)
      marks.push(`the time that ${who} asked for ended ${ended}: objection ${label} does not block`);
    else if (reason === undefined) marks.push(`objection ${label} by ${who} has no reason yet, and does not block`);
  }
  const others = objection.disputes.filter((dispute) => dispute.who !== objection.who);
  return [
    ...marks,
    ...others.map(({ who: by, why }) => `${nameApart(session, by)} disputes objection ${label}: ${why}`),
  ];
}

function wronglySettled(session: Session, label: string, { who, disposition }: Settlement): string {
  const right = disposition === 'accommodated' || disposition === 'withdrawn' ? 'its author' : 'the chair';
  return `objection ${label} was marked ${disposition} by ${nameApart(session, who)}, who is not ${right}: it stays open`;
}

function voiceMarks<O extends string>(session: Session, on: On, { body, voices }: Matter<O>): readonly string[] {
  const beside = voices.filter(({ who }) => !body.members.includes(who));
  const call = standingCall(session, on);
  const late = voices.filter(({ entry, says }) => says !== 'none' && isAfter(call, entry));
  const stale = voices.filter((voice) => voice.stale);
  return [
    ...sentence(
      'beside the body: ',
      sayings(beside, (who) => withStanding(session, body, who)),
    ),
    ...sentence(
      'said after the call: ',
      names(
        session,
        late.map(({ who }) => who),
      ),
    ),
    ...sentence(
      "answered before the rule's text changed: ",
      names(
        session,
        stale.map(({ who }) => who),
      ),
    ),
  ];
}

/** A sentence that is left out where it would say nothing. */
function sentence(begin: string, rest: string): readonly string[] {
  return rest === '' ? [] : [begin + rest];
}
