import { KINDS, type AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';

/** One line of an arbitrary record, before its references are made. */
export interface Step {
  readonly kind: number;
  readonly themed: boolean;
  readonly writer: number;
  readonly advance: number;
  readonly names: number;
  readonly revises: readonly number[];
  readonly choices: readonly number[];
  readonly said?: string | undefined;
  readonly mood?: number | undefined;
  readonly act: boolean;
  /** 5: it comes under an id that is there already, as the same line with one field more where `retold` */
  readonly clashing: number;
  readonly retold: boolean;
}

const VERDICTS = ['entry-struck', 'entry-struck', 'entry-restored', 'entry-picked'];
/** Kinds that have to do with each other. */
const THEMES: readonly (readonly string[])[] = [
  [...Array<string>(6).fill('position-taken'), 'participants-same', 'condition-met', ...VERDICTS],
  ['rule-proposed', 'rule-amended', 'rule-answered', 'rule-answered', 'ruling-made', 'participants-same', ...VERDICTS],
  ['objection-raised', 'objection-amended', 'objection-settled', 'objection-disputed', 'call-made', ...VERDICTS],
  ['question-raised', 'question-answered', 'call-made', 'call-reopened', 'summary-sent', ...VERDICTS],
  ['participant-added', 'participant-amended', 'attendance-noted', 'participants-same', ...VERDICTS],
  ['session-opened', 'session-amended', 'subsystem-added', 'subsystem-amended', 'subsystem-opened', ...VERDICTS],
  ['note-taken', 'note-amended', 'action-assigned', 'action-amended', 'action-done', 'action-dropped', ...VERDICTS],
  ['poll-opened', 'poll-counted', 'poll-revealed', 'queue-joined', 'queue-left', 'speaker-called', ...VERDICTS],
  // everything, and a kind that this program doesn't know
  [...Object.keys(KINDS), 'later-kind'],
];

/** What a line is about: of a record's theme mostly, else anything. */
export function kindOf(theme: number, step: Step): string {
  const kinds = THEMES[step.themed ? theme % THEMES.length : THEMES.length - 1] ?? [];
  return kinds[step.kind % kinds.length] ?? 'later-kind';
}

const WHO = ['a', 'a', 'b', 'a', 'a', 'b', 'c', 'd'];
const SLUGS = ['uvc', 'uvc', 'isp'];
const STANCES = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain', 'recuse', 'none'];

/** The fields of a line: small choices, so that lines meet in the same registers; references to lines before it. */
export function fieldsOf(
  kind: string,
  step: Step,
  record: readonly AnyEntry[],
  named: AnyEntry | undefined,
  absent: Id,
): object {
  const choose = <T>(at: number, ...from: readonly T[]): T => from[(step.choices[at] ?? 0) % from.length] as T;
  const maybe = <T extends object>(at: number, fields: T): T | object =>
    (step.choices[at] ?? 0) % 2 === 0 ? {} : fields;
  const of = (...kinds: readonly string[]): Id => {
    const found = record.filter(({ kind }) => kinds.includes(kind));
    return found[step.names % Math.max(1, found.length)]?.id ?? absent;
  };
  /** Revises lines of the same kinds that have the same key, or now and then any key. */
  const revising = (key: object, ...kinds: readonly string[]): object => {
    const mates = record.filter(
      (entry) => kinds.includes(entry.kind) && (step.choices[5] === 0 || hasFields(entry, key)),
    );
    const prev = step.revises.flatMap((back) => mates.at(-1 - back)?.id ?? (back === 6 ? absent : []));
    return prev.length === 0 ? {} : { prev: [...new Set(prev)].sort() };
  };
  const who = choose(0, ...WHO);
  const subsystem = choose(1, ...SLUGS);
  const text = choose(2, 'one', 'two', 'drei — Ü 😀');
  const stance = choose(3, ...STANCES);
  const number = choose(3, 1, 2);
  const evidence = [choose<object>(2, { lines: [text], message: 'm@x' }, { room: '2024-09-17T08:00:00.001Z' })];
  const words = {
    ...maybe(2, { rationale: text }),
    ...maybe(4, { conditions: ['if x', text] }),
    ...maybe(5, { evidence }),
    ...maybe(0, { via: 'd' }),
  };
  const rule = of('rule-proposed');
  const on = choose<object>(
    3,
    { subsystem },
    { rule },
    { rule, subsystem },
    { call: of('call-made') },
    { question: of('question-raised') },
    { subsystem },
  );
  const session = {
    title: text,
    ...maybe(1, { chair: who }),
    ...maybe(2, { windowDays: number }),
    ...maybe(4, { zone: 'Europe/Vienna' }),
    ...revising({}, 'session-opened', 'session-amended'),
  };
  const participant = {
    who,
    ...maybe(2, { name: text }),
    ...maybe(3, { aliases: [text] }),
    ...revising({ who }, 'participant-added', 'participant-amended'),
  };
  const added = {
    subsystem,
    ...maybe(2, { name: text }),
    ...maybe(3, { maintainers: [who] }),
    ...maybe(4, { affects: ['uvc', 'isp'] }),
    ...maybe(5, { order: number }),
    ...revising({ subsystem }, 'subsystem-added', 'subsystem-amended'),
  };
  const proposal = {
    number,
    text,
    ...maybe(0, { who }),
    ...maybe(5, { substantial: true }),
    ...revising({}, 'rule-proposed', 'rule-amended'),
  };
  const objection = {
    number,
    who,
    on,
    ...maybe(5, { remedy: text }),
    ...maybe(1, { until: '2024-09-17T08:00:00.004Z' }),
    ...words,
    ...revising({}, 'objection-raised', 'objection-amended'),
  };
  const note = {
    text,
    ...maybe(0, { who }),
    ...maybe(1, { subsystem }),
    ...maybe(3, { private: true }),
    ...(named === undefined ? {} : maybe(4, { about: named.id })),
    ...revising({}, 'note-taken', 'note-amended'),
  };
  const action = {
    text,
    who: [who],
    ...maybe(1, { accepted: true }),
    ...maybe(3, { due: '2024-10-01' }),
    ...revising({}, 'action-assigned', 'action-amended'),
  };
  const ended = {
    action: of('action-assigned'),
    ...maybe(2, { why: text }),
    ...revising({}, 'action-done', 'action-dropped'),
  };
  const poll = of('poll-opened');
  const joined = of('queue-joined');

  switch (kind) {
    case 'session-opened':
    case 'session-amended':
      return session;
    case 'participant-added':
    case 'participant-amended':
      return participant;
    case 'participants-same':
      return { keep: who, drop: choose(1, ...WHO) };
    case 'attendance-noted':
      return { who, state: choose(1, 'present', 'left', 'regrets'), ...revising({ who }, kind) };
    case 'subsystem-added':
    case 'subsystem-amended':
      return added;
    case 'subsystem-opened':
    case 'subsystem-left':
    case 'queue-closed':
    case 'queue-opened':
      return { subsystem };
    case 'position-taken':
      return {
        who,
        subsystem,
        stance,
        ...maybe(5, { livesWith: ['passthrough-niche'] }),
        ...words,
        ...revising({ who, subsystem }, kind),
      };
    case 'condition-met':
      return { entry: of('position-taken'), n: number };
    case 'rule-proposed':
      return proposal;
    case 'rule-amended':
      return { ...proposal, rule };
    case 'rule-answered':
      return {
        who,
        rule,
        ...maybe(1, { subsystem }),
        answer: choose(3, 'supports', 'lives-with', 'opposes', 'abstains'),
        ...words,
        ...revising({ who, rule }, kind),
      };
    case 'ruling-made':
      return {
        rule,
        subsystem,
        state: choose(3, 'claimed', 'in-force', 'disputed', 'none'),
        ...revising({ rule, subsystem }, kind),
      };
    case 'objection-raised':
      return objection;
    case 'objection-amended':
      return { ...objection, objection: of('objection-raised') };
    case 'objection-settled':
      return {
        objection: of('objection-raised'),
        who,
        disposition: choose(3, 'accommodated', 'withdrawn', 'addressed', 'deferred', 'open'),
        ...revising({}, kind),
      };
    case 'objection-disputed':
      return { objection: of('objection-raised'), who, why: text, ...maybe(2, { settled: of('objection-settled') }) };
    case 'question-raised':
      return {
        number,
        text,
        ...maybe(0, { who }),
        ...maybe(4, { to: [who] }),
        ...maybe(5, { on }),
        ...revising({}, kind),
      };
    case 'question-answered':
      return { question: of('question-raised'), answer: text, ...revising({}, kind) };
    case 'call-made':
      return {
        on,
        call: choose(1, 'consensus', 'rough', 'no-consensus', 'deferred'),
        ...maybe(2, { statement: text }),
        ...revising({}, kind, 'call-reopened'),
      };
    case 'call-reopened':
      return { call: of('call-made'), ...maybe(2, { why: text }), ...revising({}, kind, 'call-made') };
    case 'poll-opened':
      return { question: text, options: ['yes', 'no'] };
    case 'poll-counted':
      return { poll, counts: [number, 100], ...revising({ poll }, kind) };
    case 'poll-revealed':
      return { poll };
    case 'queue-joined':
      return { who, subsystem, as: choose(3, 'order', 'question', 'reply', 'topic') };
    case 'queue-left':
      return { joined };
    case 'speaker-called':
      return { who, ...maybe(1, { joined }), ...maybe(2, { after: of('speaker-called') }) };
    case 'speaker-done':
      return { called: of('speaker-called') };
    case 'note-taken':
      return note;
    case 'note-amended':
      return { ...note, note: of('note-taken') };
    case 'action-assigned':
      return action;
    case 'action-amended':
      return { ...action, action: of('action-assigned') };
    case 'action-done':
    case 'action-dropped':
      return ended;
    case 'quote-pinned':
      return { to: named?.id ?? absent, evidence };
    case 'suggestion-dismissed':
      return { message: 'm@x', line: number, cue: text };
    case 'slip-answered':
      return { who, entry: named?.id ?? absent, answer: choose(1, 'confirmed', 'withheld') };
    case 'summary-sent':
      return {
        version: number,
        form: 'mail',
        messageId: 's@x',
        to: ['list@x'],
        sha256: 'x',
        upTo: named?.id ?? absent,
        ...maybe(2, { covers: [named?.id ?? absent] }),
      };
    case 'entry-struck':
    case 'entry-restored':
      return { entry: named?.id ?? absent };
    case 'entry-picked':
      return { entry: named?.id ?? absent, sha256: 'x' };
    default:
      return { later: [text, { to: named?.id ?? absent }], maybe: null };
  }
}

function hasFields(entry: AnyEntry, fields: object): boolean {
  return Object.entries(fields).every(([name, value]) => entry[name as keyof AnyEntry] === value);
}
