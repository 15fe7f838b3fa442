import { ok } from '../../result';
import type { Handle, Instant } from '../../record/ids';
import { decideObjection } from '../../session/settle';
import { endOf } from '../dates';
import { decided, given, type Form } from '../form';
import { takeOn } from '../on';
import { takeTexts } from '../parts';
import { problem, type Read } from '../problem';
import { endOfHead, nothingLeft, takeFirst, takePerson, timeOfLine, zoneOf, type Typed } from '../typed';

/** `@p2 obj #uvc -- the reason // unless ...`, and on a rule, a question or a call. */
export const readObjection: Form = (typed) => objection(typed, undefined);

/** `@p2 hold 20m`: an objection with an end, "I need time". */
export const readHold: Form = (typed) => {
  const word =
    takeFirst(typed, 'time', (text) => /^\d/.test(text)) ??
    takeFirst(typed, 'time', (text) => !/^[@#]/.test(text) && !ON.has(text));
  if (word === undefined) return problem('E-DATE', [undefined], endOfHead(typed), { incomplete: true });
  const until = endOf(word.text, timeOfLine(typed), zoneOf(typed.session));
  return until === undefined ? problem('E-DATE', [word.text], word, { incomplete: true }) : objection(typed, until);
};

/** words that say what is held, not for how long */
const ON = new Set(['rule', 'call', 'question']);

function objection(typed: Typed, until: Instant | undefined): ReturnType<Form> {
  const author = takeAuthor(typed);
  const on = takeOn(typed);
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (!author.ok) return author;
  if (!on.ok) return on;
  const texts = takeTexts(typed, { conditions: true, remedy: true });
  if (!texts.ok) return texts;
  const { main, conditions, remedy } = texts.value;
  const input = {
    who: author.value,
    on: on.value,
    ...given('rationale', main),
    ...given('conditions', conditions),
    ...given('remedy', remedy),
    ...given('until', until),
  };
  return decided(typed, decideObjection(typed.session, input, typed.env));
}

function takeAuthor(typed: Typed): Read<Handle> {
  const who = takePerson(typed);
  if (!who.ok) return who;
  return who.value === undefined ? problem('E-WHO', [], endOfHead(typed), { incomplete: true }) : ok(who.value);
}
