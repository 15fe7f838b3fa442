import { thingLabel } from '../../../shared/capture/label';
import { assessmentOf, departs } from '../../../shared/consensus/departure';
import { stateLabel } from '../../../shared/consensus/state-words';
import { STANCES, type On, type Stance } from '../../../shared/record/entry';
import { standingCall, type CallInput } from '../../../shared/session/calls';
import { run } from '../../commands/run';
import { CALL_LOOK, type CallKind } from '../../components/call-badge';
import { DialogForm } from '../../components/dialog-form';
import { TextArea, TextField } from '../../components/field';
import { STANCE_LOOK } from '../../components/stance';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { CallMatter, OpenObjections } from './call-matter';
import { close } from './close';
import { ANSWERS_CALLED, Pick, PickAnswer, PickStance, type AnswerCalled } from './pick';

const CALLS: readonly CallKind[] = ['consensus', 'rough', 'no-consensus', 'deferred'];
const EMPTY = { call: '', stance: '', answer: '', to: '', statement: '', reason: '' };
type Form = typeof EMPTY;

/**
 * The chair's call on a subsystem, a rule or a question. Nothing is chosen beforehand: the assessment stands beside it
 * and decides nothing. It wants a statement, and a reason where it departs from the assessment: without one it is
 * recorded all the same, marked, and waits in Review, as the typed line has it.
 */
export function CallDialog({ on }: { readonly on: On }) {
  const session = useStore((state) => state.open?.id);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.call(session, on), EMPTY);
  const place = useSession((it) => thingLabel(it, on));
  const assessment = useSession((it, asOf) => assessmentOf(it, on, asOf));
  const standing = useSession((it) => standingCall(it, on));
  const chosen = chosenIn(on, form);
  const isDeparture = chosen !== undefined && assessment !== undefined && departs(chosen, assessment);
  const lacksReason = isDeparture && form.reason.trim() === '';
  const ready = chosen !== undefined && isWhole(on, chosen) && form.statement.trim() !== '';
  return (
    <DialogForm
      name="Chair's call"
      title={`Call on ${place}`}
      submit="Record call"
      ready={ready}
      onClose={close}
      onKey={(key) => pressed(key, on, change)}
      onSubmit={() => (chosen !== undefined ? run('record.make-call', { on, ...chosen, ...wordsOf(form) }) : undefined)}
      more={
        standing === undefined ? null : (
          <button
            type="button"
            className="btn"
            onClick={() =>
              void run('record.reopen-call', { on, ...(form.reason.trim() === '' ? {} : { why: form.reason.trim() }) })
            }
          >
            Reopen
          </button>
        )
      }
    >
      {standing === undefined ? null : (
        <p className="advice">
          There is a call: {CALL_LOOK[standing.entry.call].words.toLowerCase()}. Another one takes its place, Reopen
          takes it back with the reason below; all stay in the record.
        </p>
      )}
      <CallMatter on={on} />
      <Pick value={chosen?.call} onChange={(to) => change({ call: to })} />
      {isSubsystem(on) ? <PickStance value={chosen?.stance} onChange={(to) => change({ stance: to ?? '' })} /> : null}
      {'rule' in on ? <PickAnswer value={chosen?.answer} onChange={(to) => change({ answer: to })} /> : null}
      {chosen?.call === 'deferred' ? (
        <TextField
          name="Deferred to"
          value={form.to}
          placeholder="the media summit"
          onChange={(to) => change({ to })}
        />
      ) : null}
      <TextArea
        name="Statement"
        value={form.statement}
        hint="What the summary will say. A call wants one."
        onChange={(statement) => change({ statement })}
      />
      <TextArea
        name="Reason"
        rows={2}
        value={form.reason}
        hint={
          lacksReason
            ? `The assessment says ${stateLabel(assessment.state)}: say why the call departs from it, or it is marked and waits in Review.`
            : `Wanted where the call departs from the assessment. ${sentence(assessment?.because[0])}`
        }
        onChange={(reason) => change({ reason })}
      />
      <OpenObjections on={on} />
    </DialogForm>
  );
}

function isSubsystem(on: On): boolean {
  return 'subsystem' in on && !('rule' in on);
}

interface Chosen {
  readonly call: CallKind;
  readonly stance?: Stance;
  readonly answer?: AnswerCalled;
}

/** What is chosen so far; of what doesn't belong to the thing nothing. */
function chosenIn(on: On, form: Form): Chosen | undefined {
  const call = CALLS.find((each) => each === form.call);
  if (call === undefined) return undefined;
  const stance = STANCES.find((each) => each === form.stance);
  const answer = ANSWERS_CALLED.find((each) => each === form.answer);
  return {
    call,
    ...(isSubsystem(on) && stance !== undefined ? { stance } : {}),
    ...('rule' in on && answer !== undefined ? { answer } : {}),
  };
}

/** Consensus is for something: a stance on a subsystem, yes or no on a rule. */
function isWhole(on: On, { call, stance, answer }: Chosen): boolean {
  if (call !== 'consensus' && call !== 'rough') return true;
  if (isSubsystem(on)) return stance !== undefined;
  return !('rule' in on) || answer !== undefined;
}

/** The first reason of the assessment as a sentence of its own. */
function sentence(reason = ''): string {
  return reason === '' ? '' : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.?!]$/.test(reason) ? '' : '.'}`;
}

/** 1 to 4 choose the call; s u p what it is for, x nothing; on a rule y and n. */
function pressed(key: string, on: On, change: (changes: Partial<Form>) => void): boolean {
  const call = CALLS.find((each) => CALL_LOOK[each].key === key);
  const stance = isSubsystem(on) ? STANCES.find((each) => STANCE_LOOK[each].code === key) : undefined;
  const isNone = isSubsystem(on) && key === 'x';
  const answer = !('rule' in on) ? undefined : key === 'y' ? 'supports' : key === 'n' ? 'opposes' : undefined;
  if (call !== undefined) change({ call });
  if (stance !== undefined || isNone) change({ stance: stance ?? '' });
  if (answer !== undefined) change({ answer });
  return call !== undefined || stance !== undefined || isNone || answer !== undefined;
}

function wordsOf(form: Form): Partial<CallInput> {
  const text = (field: 'to' | 'statement' | 'reason') =>
    form[field].trim() === '' ? {} : { [field]: form[field].trim() };
  return { ...(form.call === 'deferred' ? text('to') : {}), ...text('statement'), ...text('reason') };
}
