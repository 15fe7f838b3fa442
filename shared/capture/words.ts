import type { Handle, Slug } from '../record/ids';

/**
 * The words of every error and notice of the typed line, each once: to change what one says, change its line here.
 * E refuses, N records and waits in triage.
 */
export const words = {
  'E-EMPTY': () => 'Nothing to record. Start with @who, #subsystem, or type a note.',
  'E-WHO-EMPTY': () => 'A name is missing after @.',
  'E-SUB-EMPTY': () => 'A subsystem is missing after #.',
  'E-WHO-UNKNOWN': (typed: string, instead: Unknown) =>
    `Nobody called "${typed}".${wayOut(instead, '@', 'participant')}`,
  'E-SUB-UNKNOWN': (typed: string, instead: Unknown) =>
    `No subsystem called "${typed}".${wayOut(instead, '#', 'subsystem')}`,
  'E-WHO-PREFIX': (typed: string, of: readonly string[]) => begins(typed, of),
  'E-SUB-PREFIX': (typed: string, of: readonly string[]) => begins(typed, of),
  'E-WHO-ALL': () => "One line can't record a stance for everybody. Use :set-all, which asks first.",
  'E-WHO-TWO': (a: string, b: string) => `Two people: @${a} and @${b}. One line takes one here.`,
  'E-SUB-NONE': () => 'No subsystem is open. Add #subsystem.',
  'E-SUB-TWO': (a: string, b: string) => `Two subsystems: #${a} and #${b}. One line takes one.`,
  'E-STANCE': (typed: string, meant: string) => `No stance "${typed}". Did you mean ${meant}?`,
  'E-ANSWER': (typed: string, meant: string) => `"${typed}" is no answer and no ruling. Did you mean ${meant}?`,
  'E-STANCE-TWO': (a: string, b: string, who: string | undefined) =>
    `Two stances: ${a} and ${b}. ${who === undefined ? 'One line takes one' : `Write ~${b} for what ${who} can live with`}.`,
  'E-STANCE-NONE': (who: string) => `What does ${who} hold? Add std, usr, pass, abs or none, or -- and a remark.`,
  'E-SEP': (typed: string) => `"${typed}" is not understood here. Put -- before the words of a remark.`,
  'E-UNLESS-TWO': () => 'Two "unless" parts. One line takes one.',
  'E-BECAUSE-TWO': () => 'Two "because" parts. One line takes one.',
  'E-NUM': (thing: string, typed: string | undefined, open: readonly string[]) =>
    `${typed === undefined ? `Which ${thing}?` : `There is no ${thing} ${typed}.`} ${open.length === 0 ? 'None is open.' : `Open ones: ${open.join(', ')}.`}`,
  'E-CALL': (typed: string | undefined) =>
    `${typed === undefined ? 'Which call?' : `"${typed}" is not a call.`} One of: consensus, rough, no-consensus, defer, reopen.`,
  'E-CALL-FOR': (call: string, on: 'subsystem' | 'rule') =>
    `${call} for what? Add ${on === 'subsystem' ? 'std, usr or pass' : 'yes or no'}.`,
  'E-WHO': () => 'Who? Add @name.',
  'E-QUEUE-WHO': () => 'Who? Add @name.',
  'E-TODO-TEXT': () => 'What is to be done? Add -- and the action.',
  'E-NOTE-TEXT': () => 'What is to be noted? Add -- and the note.',
  'E-QUESTION-TEXT': () => 'What is asked? Add -- and the question.',
  'E-RULE-TEXT': () => 'What does the rule say? Add -- and its text.',
  'E-WHY-TEXT': () => 'Why? Add -- and the reason.',
  'E-ANSWER-TEXT': () => 'What is the answer? Add -- and the answer.',
  'E-POLL-TEXT': () => 'What is asked? Add -- question : option : option.',
  'E-COUNT': () => 'How many? Add one number for each option.',
  'E-QUEUE': () => 'Add close or open.',
  'E-SAME': () => 'Two people are needed: the first handle is kept.',
  'E-TEXT': () => 'This takes no words. Put them in a second line.',
  'E-OLD': (old: string | undefined) =>
    old === undefined ? 'You have no text to change yet.' : `"${old}" is not in your last text.`,
  'E-DATE': (typed: string | undefined) =>
    `${typed === undefined ? 'A time is missing.' : `"${typed}" is not a time.`} For example 20m, 7d, 2024-09-24.`,
  'E-LONG': (over: number) => `Too long by ${over} characters (limit 2000). Put the rest in a second line.`,
  'E-REFUSED': (why: string) => why,
  'N-OBJ-TEXT': () => 'Recorded without a reason: it does not block until it has one.',
  'N-REMEDY': () => 'What would remove it? Add // unless ...',
  'N-CLOSED': (on: string) => `${on} has a call. Recorded as said after it. Reopen with: call reopen ${on}`,
  'N-CALL-TEXT': () => 'A call wants a statement.',
  'N-CALL-REASON': (state: string) => `The assessment says ${state}: add // because ...`,
  'N-AUTHOR': (who: Handle | Slug | string, does: string, objection: string) =>
    `Only ${who} ${does} objection ${objection}. Recorded, and marked.`,
  'N-ANSWER': () => 'What was the answer? Add -- and the answer.',
  'N-MET': (n: number) => `Condition ${n} is met already.`,
  'N-QUEUED': (who: Handle) => `${who} is in that queue already.`,
  'N-SCOPE': () => 'An exception from what? Add -- and how far it goes.',
  'N-QUOTE': (message: string, why: 'no mail' | 'other words') =>
    why === 'no mail'
      ? `The mail <${message}> is not here: these are your words, not its lines.`
      : `The mail <${message}> says it in other words: these are yours, not its lines.`,
} as const;

export type Code = keyof typeof words;
export type ErrorCode = Extract<Code, `E-${string}`>;
export type NoticeCode = Extract<Code, `N-${string}`>;

/** What can be done about a name that nobody has: a near miss, a new key to add, or nothing. */
export type Unknown = { readonly meant: string } | { readonly adds: string } | undefined;

function wayOut(instead: Unknown, sign: string, thing: string): string {
  if (instead === undefined) return '';
  return 'meant' in instead ? ` Did you mean ${sign}${instead.meant}?` : ` Enter adds a new ${thing} ${instead.adds}.`;
}

function begins(typed: string, of: readonly string[]): string {
  const some = of.slice(0, 3);
  const listed = of.length > 3 ? `${some.join(', ')} and more` : some.join(', ');
  return `"${typed}" begins ${listed}. Type on, or pick with Up and Down.`;
}
