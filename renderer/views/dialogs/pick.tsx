import { STANCES, type Stance } from '../../../shared/record/entry';
import { CALL_LOOK, CallBadge, type CallKind } from '../../components/call-badge';
import { Kbd } from '../../components/kbd';
import { Stance as StanceWords, STANCE_LOOK } from '../../components/stance';

const CALLS: readonly CallKind[] = ['consensus', 'rough', 'no-consensus', 'deferred'];

/** One of the four calls. */
export function Pick({
  value,
  onChange,
}: {
  readonly value: CallKind | undefined;
  readonly onChange: (call: CallKind) => void;
}) {
  return (
    <fieldset className="pick">
      <legend className="vh">The call</legend>
      {CALLS.map((call) => (
        <label key={call}>
          <input
            type="radio"
            name="call"
            checked={call === value}
            onChange={() => {
              onChange(call);
            }}
          />
          <CallBadge call={call} />
          <Kbd keys={CALL_LOOK[call].key} />
        </label>
      ))}
    </fieldset>
  );
}

export const ANSWERS_CALLED = ['supports', 'opposes'] as const;
export type AnswerCalled = (typeof ANSWERS_CALLED)[number];

/** What a call on a rule is for. */
export function PickAnswer({
  value,
  onChange,
}: {
  readonly value: AnswerCalled | undefined;
  readonly onChange: (answer: AnswerCalled) => void;
}) {
  return (
    <fieldset className="pick pick--stance">
      <legend className="vh">For or against the rule</legend>
      {ANSWERS_CALLED.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            name="answer"
            checked={answer === value}
            onChange={() => {
              onChange(answer);
            }}
          />
          <span>{answer === 'supports' ? 'for the rule' : 'against the rule'}</span>
          <Kbd keys={answer === 'supports' ? 'y' : 'n'} />
        </label>
      ))}
    </fieldset>
  );
}

/** What the call is for: one of the stances, or none. */
export function PickStance({
  value,
  onChange,
}: {
  readonly value: Stance | undefined;
  readonly onChange: (stance: Stance | undefined) => void;
}) {
  const choices: readonly (Stance | undefined)[] = [...STANCES, undefined];
  return (
    <fieldset className="pick pick--stance">
      <legend className="vh">For which stance</legend>
      {choices.map((stance) => (
        <label key={stance ?? 'none'}>
          <input
            type="radio"
            name="stance"
            checked={stance === value}
            onChange={() => {
              onChange(stance);
            }}
          />
          {stance === undefined ? <span>for none</span> : <StanceWords stance={stance} as="short" />}
          <Kbd keys={stance === undefined ? 'x' : STANCE_LOOK[stance].code} />
        </label>
      ))}
    </fieldset>
  );
}
