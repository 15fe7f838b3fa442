import { decideConditionMet, positionOf } from '../../session/positions';
import { decided, type Form } from '../form';
import { problem } from '../problem';
import { takeLabel } from '../things';
import { endOfHead, noText, nothingLeft, takePerson, takeSubsystem } from '../typed';

/** `met @p7 #isp 1`: the first condition of p7's position is met. */
export const readMet: Form = (typed) => {
  const number = takeLabel(typed);
  const who = takePerson(typed);
  if (!who.ok) return who;
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (who.value === undefined) return problem('E-WHO', [], endOfHead(typed), { incomplete: true });
  if (subsystem.value === undefined) return problem('E-SUB-NONE', [], endOfHead(typed));
  const conditions = positionOf(typed.session, who.value, subsystem.value)?.conditions ?? [];
  const n = Number(number?.text);
  if (conditions[n - 1] === undefined) {
    const open = conditions.flatMap(({ met }, index) => (met ? [] : [String(index + 1)]));
    return problem('E-NUM', ['condition', number?.text, open], number ?? endOfHead(typed));
  }
  const input = { who: who.value, subsystem: subsystem.value, n };
  return noText(typed) ?? decided(typed, decideConditionMet(typed.session, input, typed.env));
};
