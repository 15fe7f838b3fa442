import { decideAction } from '../../session/actions';
import { dayOf } from '../dates';
import { decided, given, type Form } from '../form';
import { takeTexts } from '../parts';
import { problem } from '../problem';
import { endOfHead, nothingLeft, takePair, takePeople, takeSubsystem, timeOfLine, zoneOf } from '../typed';

/** `todo @james #fwctl by 2024-10-01 -- BoF at Plumbers`: taken on. */
export const readTodo: Form = assigning(true);
/** `todo? @james -- ...`: only asked. */
export const readAsked: Form = assigning(false);

function assigning(accepted: boolean): Form {
  return (typed) => {
    const by = takePair(typed, 'by', 'time');
    const people = takePeople(typed);
    if (!people.ok) return people;
    const subsystem = takeSubsystem(typed);
    if (!subsystem.ok) return subsystem;
    const left = nothingLeft(typed);
    if (!left.ok) return left;
    const due = by?.value === undefined ? undefined : dayOf(by.value.text, timeOfLine(typed), zoneOf(typed.session));
    if (by !== undefined && due === undefined)
      return problem('E-DATE', [by.value?.text], by.value ?? by.keyword, { incomplete: true });
    if (people.value.length === 0) return problem('E-WHO', [], endOfHead(typed), { incomplete: true });
    const texts = takeTexts(typed);
    if (!texts.ok) return texts;
    const { main: text } = texts.value;
    if (text === undefined) return problem('E-TODO-TEXT', [], endOfHead(typed), { incomplete: true });
    const input = { text, who: people.value, accepted, ...given('due', due), ...given('subsystem', subsystem.value) };
    return decided(typed, decideAction(typed.session, input, typed.env));
  };
}
