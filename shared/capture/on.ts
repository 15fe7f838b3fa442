import type { On } from '../record/entry';
import { ok } from '../result';
import { standingCall } from '../session/calls';
import { problem, type Read } from './problem';
import { takeQuestion, takeRule } from './things';
import { endOfHead, openSlug, takeKeyword, takeNamedSubsystem, type Typed } from './typed';

/**
 * What an objection or a call is on: `rule 3`, `rule 3 #isp`, `question 2`, `#uvc`, else the subsystem that is open;
 * after `call` the call that stands on that thing.
 */
export function takeOn(typed: Typed): Read<On> {
  const ofCall = takeKeyword(typed, 'call');
  const thing = takeThing(typed);
  if (!thing.ok || ofCall === undefined) return thing;
  const call = standingCall(typed.session, thing.value);
  return call === undefined ? problem('E-REFUSED', ['There is no call here.'], ofCall) : ok({ call: call.entry.id });
}

export function takeThing(typed: Typed): Read<On> {
  const rule = takeRule(typed);
  if (!rule.ok) return rule;
  const question = rule.value === undefined ? takeQuestion(typed) : ok(undefined);
  if (!question.ok) return question;
  if (question.value !== undefined) return ok({ question: question.value.id });
  const named = takeNamedSubsystem(typed);
  if (!named.ok) return named;
  // a rule without # is meant at large, whatever is open
  if (rule.value !== undefined)
    return ok({ rule: rule.value.id, ...(named.value === undefined ? {} : { subsystem: named.value }) });
  const subsystem = named.value ?? openSlug(typed);
  return subsystem === undefined ? problem('E-SUB-NONE', [], endOfHead(typed)) : ok({ subsystem });
}
