import { expect, test } from 'vitest';
import { ownFields } from '../record/fields';
import type { Draft, Entry } from '../record/entry';
import type { Id } from '../record/ids';
import { mainText } from '../record/main-text';
import { timeOf } from '../record/order';
import { record, type Build, type Plain } from '../testing/build';
import { conflicts } from './conflicts';
import { positionOf } from './positions';
import { decideEdit, decideKeep, editableText, standingWhere } from './revise';

const edit = (b: Build, entry: Id, text: string): Build =>
  b.do((session, env) => decideEdit(session, { entry, text }, env));

function refusal(b: Build, entry: Id, text = 'other words'): string | undefined {
  const edited = decideEdit(
    b.session,
    { entry, text },
    { now: Date.parse(b.now), by: 'sue' as never, writer: 'testtest' as never },
  );
  return edited.ok ? undefined : edited.error.message;
}

test('an edit is a revision that names the one before, which stays; it was said when that was said', () => {
  const b = record()
    .people('ana')
    .subsystem('uvc')
    .position('ana', 'uvc', 'standard-required', {
      rationale: 'wrks today',
      conditions: ['if open'],
    });
  const before = b.last;
  edit(b.later(5).from('ben', 'otherone'), before, 'works today');
  const position = positionOf(b.session, 'ana' as never, 'uvc' as never);
  expect(position?.rationale).toBe('works today');
  expect(position?.conditions.map(({ text }) => text)).toEqual(['if open']);
  expect(position?.entry).toMatchObject({ by: 'ben', prev: [before], said: before.slice(0, 24) });
  expect(b.lines.find(({ id }) => id === before)).toMatchObject({ rationale: 'wrks today' });
  expect(conflicts(b.session)).toEqual([]);
});

test('every kind that has words of its own is edited to other words and to nothing else', () => {
  const b = record().people('ana').subsystem('uvc');
  const seen = new Map<Entry['kind'], Id>([['session-opened', b.lines[0]?.id ?? b.last]]);
  const said = (...drafts: readonly Plain<Draft>[]): Id => {
    const { last } = b.add(...drafts);
    seen.set(drafts[0]?.kind ?? 'note-taken', last);
    return last;
  };
  b.position('ana', 'uvc', 'standard-required', {
    rationale: 'a',
    conditions: ['if open'],
    livesWith: ['userspace-allowed'],
  });
  seen.set('position-taken', b.last);
  const objection = said({
    kind: 'objection-raised',
    number: 1,
    who: 'ana',
    on: { subsystem: 'uvc' },
    rationale: 'a',
    remedy: 'b',
  });
  said({ kind: 'objection-settled', objection, who: 'scribe', disposition: 'addressed', answer: 'a' });
  const rule = said({ kind: 'rule-proposed', number: 1, text: 'a', who: 'ana' });
  said({ kind: 'rule-answered', who: 'ana', rule, answer: 'lives-with', rationale: 'a' });
  said({ kind: 'ruling-made', rule, subsystem: 'uvc', state: 'exception', scope: 'a', why: 'b' });
  const question = said({ kind: 'question-raised', number: 1, text: 'a', who: 'ana', to: ['scribe'] });
  said({ kind: 'question-answered', question, answer: 'a', who: 'scribe' });
  said({
    kind: 'call-made',
    on: { subsystem: 'uvc' },
    call: 'rough',
    stance: 'standard-required',
    statement: 'a',
    reason: 'b',
  });
  said({ kind: 'note-taken', text: 'a', who: 'ana', private: true });
  const action = said({ kind: 'action-assigned', text: 'a', who: ['ana'], due: '2024-10-01' });
  said({ kind: 'action-dropped', action, why: 'a' });
  for (const [kind, entry] of seen) {
    const standing = standingOf(b.session, entry);
    edit(b, entry, 'other words');
    const revised = b.lines.at(-1) as Entry;
    const [old, now] = [textOf(standing), textOf(revised)];
    const changed = Object.keys(now).filter((field) => now[field] !== old[field]);
    expect(Object.keys(old).filter((field) => !(field in now))).toEqual([]);
    const named = new Set(['objection', 'rule', 'note', 'action']);
    expect([kind, mainText(revised), changed.filter((field) => !named.has(field)).length]).toEqual([
      kind,
      'other words',
      1,
    ]);
    expect(timeOf(revised)).toBe(timeOf(standing));
    expect('prev' in revised ? revised.prev : []).toContain(standing.id);
  }
  expect(conflicts(b.session)).toEqual([]);
});

/** Each of its own fields as text. */
function textOf(entry: Entry): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(ownFields(entry)).map(([field, value]) => [field, JSON.stringify(value)]));
}

function standingOf(session: Build['session'], id: Id): Entry {
  const editable = editableText(session, id);
  if (!editable.ok) throw new Error(editable.error.message);
  return editable.value.standing;
}

test('an older line edits what stands of it', () => {
  const b = record().people('ana').subsystem('uvc').position('ana', 'uvc', 'standard-required', { rationale: 'a' });
  const first = b.last;
  b.position('ana', 'uvc', 'userspace-allowed', { rationale: 'b' });
  expect(editableText(b.session, first)).toMatchObject({ ok: true, value: { text: 'b', standing: { id: b.last } } });
  edit(b, first, 'c');
  expect(positionOf(b.session, 'ana' as never, 'uvc' as never)).toMatchObject({
    stance: 'userspace-allowed',
    rationale: 'c',
  });
});

test('a reason may be given later to what was recorded without one', () => {
  const b = record().people('ana').subsystem('uvc').objection('ana', 'uvc');
  edit(b, b.last, 'reports become unreadable');
  expect(b.lines.at(-1)).toMatchObject({ kind: 'objection-amended', rationale: 'reports become unreadable' });
});

test('what has no words, no other words, or is struck says so, with the way out', () => {
  const b = record().people('ana').subsystem('uvc').attend('present', 'ana');
  expect(refusal(b, b.last)).toBe('That entry has no words to edit.');
  b.position('ana', 'uvc', 'standard-required', { rationale: 'a' });
  expect(refusal(b, b.last, ' a ')).toBe('That is what stands already.');
  expect(refusal(b, b.last, '')).toBe('Nothing would be left of it. Strike it instead.');
  const position = b.last;
  expect(refusal(b.strike(), position)).toBe('That entry is struck. Restore it first.');
  const call = b.call('uvc', 'no-consensus', { statement: 'a' }).last;
  edit(b, b.reopen('uvc').last, 'new facts');
  expect(refusal(b, call)).toBe('That call was reopened: its statement stands no more.');
  b.add({ kind: 'poll-opened', question: 'Again next year?', options: ['yes', 'no'] });
  expect(refusal(b, b.last)).toBe("The words of a poll can't be changed. Strike it and type it again.");
});

test('the words before are the register’s history', () => {
  const b = record().add({ kind: 'note-taken', text: 'one' });
  const first = b.last;
  edit(edit(b, first, 'two'), first, 'three');
  const note = b.lines.find(({ id }) => id === first) as Entry;
  expect(standingWhere(b.session, note)?.history.map((each) => mainText(each as Draft))).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('of what two scribes left either one can be kept, and nobody has to look again', () => {
  const b = record().people('p1').subsystem('uvc').position('p1', 'uvc', 'standard-required');
  const first = b.last;
  b.unseen({ kind: 'position-taken', who: 'p1', subsystem: 'uvc', stance: 'passthrough-niche' });
  expect(conflicts(b.session)).toHaveLength(1);
  b.do((session, env) => decideKeep(session, first, env));
  expect(conflicts(b.session)).toHaveLength(0);
  expect(positionOf(b.session, 'p1' as never, 'uvc' as never)?.stance).toBe('standard-required');
});
