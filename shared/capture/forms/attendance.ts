import { decideAttendance, type Attendance } from '../../session/attendance';
import { decided, type Form } from '../form';
import { problem } from '../problem';
import { endOfHead, noText, nothingLeft, takePeople } from '../typed';

export const readHere: Form = noting('present');
export const readLeft: Form = noting('left');
export const readRegrets: Form = noting('regrets');

/** `here @a,@b`. */
function noting(state: Attendance): Form {
  return (typed) => {
    const people = takePeople(typed);
    if (!people.ok) return people;
    const left = nothingLeft(typed);
    if (!left.ok) return left;
    if (people.value.length === 0) return problem('E-WHO', [], endOfHead(typed), { incomplete: true });
    return noText(typed) ?? decided(typed, decideAttendance(typed.session, { who: people.value, state }, typed.env));
  };
}
