import type { Slug } from '../../record/ids';
import {
  decideJoinQueue,
  decideLeaveQueue,
  decideNextSpeaker,
  decideQueueGate,
  QUEUE_KINDS,
  type QueueKind,
} from '../../session/queue';
import { decided, given, type Form } from '../form';
import { takeTexts } from '../parts';
import { problem, type Read } from '../problem';
import { endOfHead, noText, nothingLeft, takeFirst, takePerson, takeSubsystem, type Typed } from '../typed';

/** `q+ @p9 question -- usbfs?`: wants to speak; a topic where nothing else is said. */
export const readJoin: Form = (typed) => {
  const word = takeFirst(typed, 'keyword', (text) => isQueueKind(text.toLowerCase()));
  const kind = word?.text.toLowerCase() ?? '';
  return join(typed, isQueueKind(kind) ? kind : 'topic');
};

function join(typed: Typed, as: QueueKind): ReturnType<Form> {
  const who = takePerson(typed);
  if (!who.ok) return who;
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (who.value === undefined) return problem('E-QUEUE-WHO', [], endOfHead(typed), { incomplete: true });
  if (subsystem.value === undefined) return problem('E-SUB-NONE', [], endOfHead(typed));
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const input = { who: who.value, subsystem: subsystem.value, as, ...given('about', texts.value.main) };
  return decided(typed, decideJoinQueue(typed.session, input, typed.env));
}

function isQueueKind(text: string): text is QueueKind {
  return (QUEUE_KINDS as readonly string[]).includes(text);
}

/** `qq+ @p9 -- that was mine`: a reply, which goes before new topics. */
export const readReply: Form = (typed) => join(typed, 'reply');

/** `q- @p9`. */
export const readLeave: Form = (typed) => {
  const who = takePerson(typed);
  if (!who.ok) return who;
  const subsystem = lastly(typed, who.value === undefined);
  if (!subsystem.ok) return subsystem;
  if (who.value === undefined) return problem('E-QUEUE-WHO', [], endOfHead(typed), { incomplete: true });
  return decided(typed, decideLeaveQueue(typed.session, { who: who.value, subsystem: subsystem.value }, typed.env));
};

/** `ack`: the next one speaks; `ack @p9`: that one. */
export const readAck: Form = (typed) => {
  const who = takePerson(typed);
  if (!who.ok) return who;
  const subsystem = lastly(typed);
  if (!subsystem.ok) return subsystem;
  return decided(
    typed,
    decideNextSpeaker(typed.session, { subsystem: subsystem.value, ...given('who', who.value) }, typed.env),
  );
};

/** `q close` and `q open`. */
export const readGate: Form = (typed) => {
  const word = takeFirst(typed, 'keyword', (text) => /^(?:close|open)$/i.test(text));
  const subsystem = lastly(typed, word === undefined);
  if (!subsystem.ok) return subsystem;
  if (word === undefined) return problem('E-QUEUE', [], endOfHead(typed), { incomplete: true });
  const open = word.text.toLowerCase() === 'open';
  return decided(typed, decideQueueGate(typed.session, { subsystem: subsystem.value, open }, typed.env));
};

/** The subsystem whose queue it is, and nothing after it. Where more than it is missing, a bare word is a note. */
function lastly(typed: Typed, incomplete = false): Read<Slug> {
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (subsystem.value === undefined) {
    return problem('E-SUB-NONE', [], endOfHead(typed), incomplete ? { incomplete } : {});
  }
  return noText(typed) ?? { ok: true, value: subsystem.value };
}
