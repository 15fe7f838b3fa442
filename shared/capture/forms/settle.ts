import { isOpen, type Disposition, type Objection } from '../../session/objections';
import { decideDispute, decideSettle } from '../../session/settle';
import { decided, given, type Form } from '../form';
import { takeTexts } from '../parts';
import { problem } from '../problem';
import { objectionNamed, takeLabel } from '../things';
import { endOfHead, nothingLeft, takePerson } from '../typed';

export const readAccommodate: Form = settling('accommodated');
export const readWithdraw: Form = settling('withdrawn');
export const readAddress: Form = settling('addressed');
export const readDefer: Form = settling('deferred');
export const readReopen: Form = settling('open', (objection) => !isOpen(objection));

/** `withdraw 3`, `address 3 -- answer`: by the one who is named, else by the one who may. */
function settling(disposition: Disposition, likely?: (objection: Objection) => boolean): Form {
  return (typed) => {
    const number = takeLabel(typed);
    const who = takePerson(typed);
    if (!who.ok) return who;
    const left = nothingLeft(typed);
    if (!left.ok) return left;
    const objection = objectionNamed(typed, number, likely);
    if (!objection.ok) return objection;
    const texts = takeTexts(typed);
    if (!texts.ok) return texts;
    const input = {
      objection: objection.value.id,
      disposition,
      ...given('who', who.value),
      ...given('answer', texts.value.main),
    };
    return decided(typed, decideSettle(typed.session, input, typed.env));
  };
}

/** `@p5 dispute 3 -- why`: the objection, or the settlement of it that stands. */
export const readDispute: Form = (typed) => {
  const number = takeLabel(typed);
  const who = takePerson(typed);
  if (!who.ok) return who;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (who.value === undefined) return problem('E-WHO', [], endOfHead(typed), { incomplete: true });
  const objection = objectionNamed(typed, number, () => true);
  if (!objection.ok) return objection;
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const { main: why } = texts.value;
  if (why === undefined) return problem('E-WHY-TEXT', [], endOfHead(typed), { incomplete: true });
  return decided(
    typed,
    decideDispute(typed.session, { objection: objection.value.id, who: who.value, why }, typed.env),
  );
};
