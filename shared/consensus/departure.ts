import { STANCES, type EntryOf, type On } from '../record/entry';
import type { Instant } from '../record/ids';
import { timeOf } from '../record/order';
import type { Session } from '../session/session';
import { assessRule, assessSubsystem, type Assessment, type AssessmentState, type RuleAssessment } from './assess';
import { isState, STATE_WORDS, type CallWord } from './state-words';

/** What a call keeps of the assessment that it was made on: the state and its reasons, as sentences. */
export type Snapshot = NonNullable<EntryOf<'call-made'>['assessment']>;

/** The assessment of a thing; undefined for what is not assessed (a question, a call). */
export function assessmentOf(session: Session, on: On, asOf: Instant): Assessment | RuleAssessment | undefined {
  if ('rule' in on) return assessRule(session, on.rule, asOf, on.subsystem);
  return 'subsystem' in on ? assessSubsystem(session, on.subsystem, asOf) : undefined;
}

/** The same as a call keeps it. */
export function snapshotOf(session: Session, on: On, asOf: Instant): Snapshot | undefined {
  const assessed = assessmentOf(session, on, asOf);
  return assessed && { state: assessed.state, because: assessed.because };
}

/** Which states a call of each sort agrees with; undefined: with all, for a deferral says nothing of where the room stands. */
const AGREES: Readonly<Record<CallWord, readonly AssessmentState[] | undefined>> = {
  consensus: ['unanimous', 'consensus'],
  rough: ['unanimous', 'consensus', 'rough'],
  'no-consensus': ['contested', 'no-input', 'below-quorum', 'conditional', 'split'],
  deferred: undefined,
};

/**
 * The assessment that a call departs from: the one that it keeps, else what is computed for its moment. Undefined where
 * the call says what the assessment says, or where there is none.
 */
export function departureOf(session: Session, call: EntryOf<'call-made'>): Snapshot | undefined {
  const snapshot = call.assessment ?? snapshotOf(session, call.on, timeOf(call));
  return snapshot !== undefined && departs(call, snapshot) ? snapshot : undefined;
}

/** Whether a call says something else than an assessment: by its state, or by what it is for. */
export function departs(
  { call, stance, answer }: Pick<EntryOf<'call-made'>, 'call' | 'stance' | 'answer'>,
  snapshot: Snapshot,
): boolean {
  const agreeing = AGREES[call];
  if (agreeing === undefined || !isState(snapshot.state)) return false;
  if (!agreeing.includes(snapshot.state)) return true;
  const named = namedIn(snapshot);
  const called = stance ?? answer;
  return called !== undefined && named.length > 0 && !named.includes(called);
}

const OPTIONS = [...STANCES, 'supports', 'opposes'] as const;
export type Option = (typeof OPTIONS)[number];

/** What carries by a snapshot: read from the sentences that `reasonsOf` writes, which is all that a call keeps of it. */
export function namedIn({ state, because }: Snapshot): readonly Option[] {
  if (state !== 'unanimous' && state !== 'consensus' && state !== 'rough' && state !== 'conditional') return [];
  const begin = `${STATE_WORDS[state]}: `;
  const named = because
    .filter((sentence) => sentence.startsWith(begin))
    .flatMap((sentence) => {
      const [, stance, answer] =
        (state === 'unanimous' ? / says? (\S+)$| (support|oppose)s? it$/ : /^[^:]+: (.+?) carries/).exec(sentence) ??
        [];
      return stance ?? (answer === undefined ? [] : `${answer}s`);
    })
    .flatMap((words) => words.split(/, | and /));
  return OPTIONS.filter((option) => named.includes(option));
}
