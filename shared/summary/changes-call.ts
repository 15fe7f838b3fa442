import type { Call } from '../session/calls';
import { callWords } from './call-part';
import { withVerdicts, type Change } from './change';
import type { Page } from './page';

/** Whether the call on a thing is another one, or was said in other words. */
export function callChange({ session }: Page, now: Call | undefined, was: Call | undefined): readonly Change[] {
  const [words, before] = [now, was].map((call) =>
    call === undefined ? 'none' : call.reopened === undefined ? callWords(call.entry) : 'reopened',
  );
  const entries = [now, was].flatMap((call) => (call === undefined ? [] : (call.reopened ?? call.entry)));
  const from = withVerdicts(session, entries);
  if (words !== before) return [{ words: `the call is ${words ?? ''}; it was ${before ?? ''}`, from }];
  const same = now?.entry.statement === was?.entry.statement && now?.entry.reason === was?.entry.reason;
  return same ? [] : [{ words: 'the call has other words', from }];
}
