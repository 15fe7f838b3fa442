import { assessSubsystem } from '../../../shared/consensus/assess';
import { STANCES, type Stance } from '../../../shared/record/entry';
import type { Slug } from '../../../shared/record/ids';
import { standingCall, type CallInput } from '../../../shared/session/calls';
import { isOpen } from '../../../shared/session/objections';
import { run } from '../../commands/run';
import { CALL_LOOK, type CallKind } from '../../components/call-badge';
import { DialogForm } from '../../components/dialog-form';
import { TextArea, TextField } from '../../components/field';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { objectionsHere } from '../../store/objections-here';
import { useDraft } from '../use-draft';
import { close } from './close';
import { Pick, PickStance } from './pick';

const CALLS: readonly CallKind[] = ['consensus', 'rough', 'no-consensus', 'deferred'];
const EMPTY = { call: '', stance: '', to: '', statement: '', reason: '' };

/** The chair's call on a subsystem. Nothing is chosen beforehand: the assessment stands beside it and decides nothing. */
export function CallDialog({ slug }: { readonly slug: Slug }) {
  const session = useStore((state) => state.open?.id);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.call(session, slug), EMPTY);
  const assessment = useSession((it, asOf) => assessSubsystem(it, slug, asOf));
  const standing = useSession((it) => standingCall(it, { subsystem: slug }));
  const call = CALLS.find((each) => each === form.call);
  const stance = STANCES.find((each) => each === form.stance);
  const settles = call === 'consensus' || call === 'rough';
  const ready = call !== undefined && (!settles || stance !== undefined);
  return (
    <DialogForm
      name="Chair's call"
      title={`Call on #${slug}`}
      submit="Record call"
      ready={ready}
      onClose={close}
      onKey={(key) => pressed(key, change)}
      onSubmit={() => {
        if (call !== undefined) void run('record.make-call', callInput(slug, call, stance, form));
      }}
      more={
        standing === undefined ? null : (
          <button
            type="button"
            className="btn"
            onClick={() => void run('record.reopen-call', { on: { subsystem: slug } })}
          >
            Reopen
          </button>
        )
      }
    >
      {standing === undefined ? null : (
        <p className="advice">
          There is a call: {CALL_LOOK[standing.entry.call].words.toLowerCase()}. Another one takes its place; both stay
          in the record.
        </p>
      )}
      <Pick value={call} onChange={(to) => change({ call: to })} />
      <PickStance value={stance} onChange={(to) => change({ stance: to ?? '' })} />
      {call === 'deferred' ? (
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
        hint="What the summary will say."
        onChange={(statement) => change({ statement })}
      />
      <TextArea
        name="Reason"
        rows={2}
        value={form.reason}
        hint={`Wanted where the call departs from the assessment. ${sentence(assessment.because[0])}`}
        onChange={(reason) => change({ reason })}
      />
      <OpenObjections slug={slug} />
    </DialogForm>
  );
}

/** The first reason of the assessment as a sentence of its own. */
function sentence(reason = ''): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.?!]$/.test(reason) ? '' : '.'}`;
}

function OpenObjections({ slug }: { readonly slug: Slug }) {
  const open = useSession((session) => objectionsHere(session, slug))
    .filter(isOpen)
    .map(({ label }) => label);
  if (open.length === 0) return null;
  const which =
    open.length === 1
      ? `Objection ${open[0] ?? ''} is`
      : `Objections ${open.slice(0, -1).join(', ')} and ${open.at(-1) ?? ''} are`;
  return (
    <p className="warn">
      <Glyph name="objection" />
      {`${which} open. ${open.length === 1 ? 'It stays' : 'They stay'} listed in the summary next to this call.`}
    </p>
  );
}

/** 1 to 4 choose the call, s u p what it is for, x nothing. */
function pressed(key: string, change: (changes: Partial<typeof EMPTY>) => void): boolean {
  const call = CALLS.find((each) => CALL_LOOK[each].key === key);
  if (call !== undefined) change({ call });
  const stance = STANCES.find((each) => STANCE_LOOK[each].code === key);
  if (stance !== undefined || key === 'x') change({ stance: stance ?? '' });
  return call !== undefined || stance !== undefined || key === 'x';
}

function callInput(slug: Slug, call: CallKind, stance: Stance | undefined, form: typeof EMPTY): CallInput {
  const text = (field: 'to' | 'statement' | 'reason') =>
    form[field].trim() === '' ? {} : { [field]: form[field].trim() };
  return {
    on: { subsystem: slug },
    call,
    ...(stance === undefined ? {} : { stance }),
    ...(call === 'deferred' ? text('to') : {}),
    ...text('statement'),
    ...text('reason'),
  };
}
