import { momentOf } from '../record/dates';
import { assertNever } from '../result';
import { meetingOf } from '../session/meeting';
import { isRunningHold, type Objection } from '../session/objections';
import { nameApart } from '../session/people';
import type { Session } from '../session/session';
import type { BodyBasis } from './body';
import { carries, type Finding, type Matter } from './state';
import { STATE_WORDS } from './state-words';
import { listed, names, sayings, withStanding } from './wording';

/** The state's own reasons, as sentences: why this state and not a later one. At least one. */
export function reasonsOf<O extends string>(
  session: Session,
  matter: Matter<O>,
  finding: Finding<O>,
): readonly string[] {
  const { state, blocking, conditional, addressed } = finding;
  const word = STATE_WORDS[state];
  const because = (reason: string): string => `${word}: ${reason}`;
  switch (state) {
    case 'contested':
      return blocking.map((objection) => because(blockedBy(session, matter, objection)));
    case 'no-input':
      return [because(noInput(session, matter, finding))];
    case 'below-quorum':
      return [because(belowQuorum(session, matter, finding))];
    case 'conditional':
      return [
        because(`${listed(finding.named)} carries, on conditions that are not met`),
        ...conditional.flatMap(({ who, conditions }) =>
          conditions.map((text) => `unmet condition of ${withStanding(session, matter.body, who)}: ${text}`),
        ),
        ...(differ(finding) ? ['same stance, different conditions is not agreement'] : []),
      ];
    case 'unanimous':
      return [because(sayings(finding.voting, (who) => nameApart(session, who)))];
    case 'consensus':
      return finding.named.map((option) => because(carriesFor(session, option, finding)));
    case 'rough':
      return [
        ...finding.named.map((option) => because(carriesFor(session, option, finding))),
        ...addressed.map((objection) => wasAddressed(session, objection)),
      ];
    case 'split':
      return [because(splitInto(session, finding))];
    default:
      return assertNever(state);
  }
}

function blockedBy<O extends string>(session: Session, { body, asOf }: Matter<O>, objection: Objection): string {
  const { reason, remedy, until, label, disputedByAuthor } = objection;
  const who = withStanding(session, body, objection.who);
  const to = 'call' in objection.on ? ' to the call' : '';
  const words = `${reason === undefined ? '' : `: ${reason}`}${remedy === undefined ? '' : `, unless ${remedy}`}`;
  if (until !== undefined && isRunningHold(objection, asOf)) {
    return `${who} asks for time until ${momentOf(until, meetingOf(session)?.zone ?? 'UTC')}${words}`;
  }
  if (!disputedByAuthor) return `objection ${label} by ${who}${to} is open${words}`;
  const why = objection.disputes.findLast((dispute) => dispute.who === objection.who)?.why ?? '';
  return `objection ${label} by ${who}${to} was addressed, which its author disputes: ${why}`;
}

const MEMBERS: Readonly<Record<BodyBasis, readonly [one: string, many: string]>> = {
  seats: ['seat', 'seats'],
  attendance: ['person present', 'people present'],
  heard: ['person heard', 'people heard'],
};

/** `3 seats`, `1 person present`. */
function membersOf(basis: BodyBasis, count: number): string {
  return `${String(count)} ${MEMBERS[basis][count === 1 ? 0 : 1]}`;
}

function noInput<O extends string>(session: Session, { body }: Matter<O>, { answered, silent }: Finding<O>): string {
  if (answered.length > 0) {
    const all = answered.length === 1 ? 'the only one who answered' : `all ${String(answered.length)} who answered`;
    return `${all} abstained: ${names(
      session,
      answered.map(({ who }) => who),
    )}`;
  }
  if (body.members.length > 0) {
    return `none of ${membersOf(body.basis, body.members.length)} answered: ${names(session, silent)}`;
  }
  switch (body.basis) {
    case 'seats':
      return 'nobody is left to answer: every seat recused or sent regrets';
    case 'attendance':
      return 'nobody is left to answer: everybody sent regrets';
    case 'heard':
      return 'nobody answered yet';
  }
}

function belowQuorum<O extends string>(session: Session, matter: Matter<O>, { answered, silent }: Finding<O>): string {
  const { basis, members } = matter.body;
  if (basis === 'heard')
    return `only ${names(
      session,
      answered.map(({ who }) => who),
    )} answered, two are needed`;
  const tooMany =
    answered.length * 2 > members.length ? `, more than ${String(matter.outstanding)} are outstanding` : '';
  const count = `${String(answered.length)} of ${membersOf(basis, members.length)} answered${tooMany}`;
  return `${count}: ${names(session, silent)} ${silent.length === 1 ? 'has' : 'have'} not`;
}

function carriesFor<O extends string>(session: Session, option: O, { voting, addressed }: Finding<O>): string {
  const holding = voting.filter(({ says }) => says === option).map(({ who }) => who);
  const living = voting.filter((voice) => voice.says !== option && carries(voice, option)).map(({ who }) => who);
  const against = voting.filter(({ who }) => !holding.includes(who) && !living.includes(who)).map(({ who }) => who);
  const parts = [
    holding.length === 0 ? '' : `${names(session, holding)} ${holding.length === 1 ? 'says' : 'say'} so`,
    living.length === 0 ? '' : `${names(session, living)} can live with it`,
  ];
  const but =
    against.length === 0
      ? ''
      : ` but for ${names(session, against)}, whose ${addressed.length === 1 ? 'objection was' : 'objections were'} addressed`;
  return `${option} carries${but}: ${parts.filter((part) => part !== '').join(', ')}`;
}

export function wasAddressed(session: Session, { label, who, settlement }: Objection): string {
  const answer = settlement?.answer === undefined ? '' : `: ${settlement.answer}`;
  return `objection ${label} by ${nameApart(session, who)} was addressed, not accommodated${answer}`;
}

function splitInto<O extends string>(session: Session, { carrying, voting }: Finding<O>): string {
  if (carrying.length > 0) return `${listed(carrying)} would carry, but a conflict is open`;
  return `nothing carries for all who answered: ${sayings(voting, (who) => nameApart(session, who))}`;
}

/** Whether those who hold one stance attach different conditions to it. */
function differ<O extends string>({ named, voting }: Finding<O>): boolean {
  return named.some((option) => {
    const holding = voting.filter(({ says }) => says === option);
    return new Set(holding.map(({ conditions }) => JSON.stringify([...conditions].sort()))).size > 1;
  });
}
