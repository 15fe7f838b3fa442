import type { DraftOf, Stance } from '../../record/entry';
import { ok } from '../../result';
import { snapshotOf } from '../../consensus/departure';
import { decideCall, decideReopenCall } from '../../session/calls';
import { decided, given, type Form } from '../form';
import { isNear } from '../names';
import { takeThing } from '../on';
import { takeTexts } from '../parts';
import { problem, type Read } from '../problem';
import { isStance } from '../stances';
import { endOfHead, nothingLeft, takeFirst, takePhrase, takePlain, timeOfLine, type Typed } from '../typed';
import { takeStance } from './position';

type CallDraft = DraftOf<'call-made'>;
const CALLS: Readonly<Record<string, CallDraft['call'] | 'reopen'>> = {
  consensus: 'consensus',
  rough: 'rough',
  'no-consensus': 'no-consensus',
  defer: 'deferred',
  reopen: 'reopen',
};

/** The words for a call, as completion offers them. */
export const CALL_TYPED: readonly string[] = Object.keys(CALLS);

/** `call rough std #uvc -- statement // because ...`: the chair's call, made or reopened. */
export const readCall: Form = (typed) => {
  const call = takeCall(typed);
  if (!call.ok) return call;
  return call.value === 'reopen' ? readReopening(typed) : readMade(typed, call.value);
};

function takeCall(typed: Typed): Read<CallDraft['call'] | 'reopen'> {
  const word = takePlain(typed, 'keyword');
  if (word === undefined) return problem('E-CALL', [undefined], endOfHead(typed), { incomplete: true });
  const name = word.text.toLowerCase();
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (call !== undefined) return ok(call);
  const meant = Object.keys(CALLS).find((known) => isNear(name, known));
  const fix = meant === undefined ? {} : { fix: { span: word, text: meant } };
  return problem('E-CALL', [word.text], word, { ...fix, incomplete: true });
}

function readMade(typed: Typed, call: CallDraft['call']): ReturnType<Form> {
  const to = call === 'deferred' ? takePhrase(typed, 'to', () => true) : undefined;
  const isOnRule = typed.left.some(({ text }) => text.toLowerCase() === 'rule');
  const isOnQuestion = typed.left.some(({ text }) => text.toLowerCase() === 'question');
  const yes = isOnRule ? takeFirst(typed, 'stance', (text) => /^(?:yes|no)$/i.test(text)) : undefined;
  const stance = isOnRule || isOnQuestion ? ok(undefined) : takeCalledStance(typed);
  if (!stance.ok) return stance;
  const on = takeThing(typed);
  const left = nothingLeft(typed, 'stances');
  if (!left.ok) return left;
  if (!on.ok) return on;
  const settles = call === 'consensus' || call === 'rough';
  if (settles && !isOnQuestion && stance.value === undefined && yes === undefined) {
    return problem(
      'E-CALL-FOR',
      [call === 'rough' ? 'Rough consensus' : 'Consensus', isOnRule ? 'rule' : 'subsystem'],
      endOfHead(typed),
    );
  }
  const texts = takeTexts(typed, { because: true });
  if (!texts.ok) return texts;
  const answer: CallDraft['answer'] =
    yes === undefined ? undefined : yes.text.toLowerCase() === 'yes' ? 'supports' : 'opposes';
  const input = {
    on: on.value,
    call,
    ...given('stance', stance.value),
    ...given('answer', answer),
    ...given('to', to),
    ...given('statement', texts.value.main),
    ...given('reason', texts.value.because),
    ...given('assessment', snapshotOf(typed.session, on.value, timeOfLine(typed))),
  } as const;
  return decided(typed, decideCall(typed.session, input, typed.env));
}

/** The stance a call is for: one that can be called, not abstain or none. */
function takeCalledStance(typed: Typed): Read<Stance | undefined> {
  const stance = takeStance(typed);
  if (!stance.ok || stance.value === undefined) return stance.ok ? ok(undefined) : stance;
  return isStance(stance.value) ? ok(stance.value) : problem('E-CALL-FOR', ['A call', 'subsystem'], endOfHead(typed));
}

/** `call reopen #uvc -- why`. */
function readReopening(typed: Typed): ReturnType<Form> {
  const on = takeThing(typed);
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (!on.ok) return on;
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  return decided(
    typed,
    decideReopenCall(typed.session, { on: on.value, ...given('why', texts.value.main) }, typed.env),
  );
}
