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
