import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutPrivate } from '../file/share';
import { KINDS, type AnyEntry } from '../record/entry';
import type { Handle, Id, Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { refusalText } from '../result';
import { logOf } from '../session/log';
import { decideEdit } from '../session/revise';
import { decideSlipAnswer, slipAnswers, withheldEntries } from '../session/slips';
import { objections } from '../session/objections';
import { positionOf } from '../session/positions';
import { emptySession, fold, foldAll, type Session } from '../session/session';
import { unfold } from '../session/unfold';
import { records } from '../testing/arbitrary-record';
import { record, type Build } from '../testing/build';
import { runs } from '../testing/runs';
import { FORMS, formText } from './forms';
import { masked } from './masked-entry';
import { outside, publicPart } from './outside';
import { pseudonyms } from './pseudonyms';
import type { SummaryOptions } from './summarise';

const AT = '2024-09-18T08:00:00.000Z' as Instant;
const ALL: SummaryOptions = { at: AT, sha256: sha256Of, log: true };

/** Ricarda holds something, objects, and is spoken of by everybody. */
function room(): { readonly b: Build; readonly position: Id; readonly objection: Id } {
  const b = record({ title: 'What Ricarda asked', zone: 'UTC' });
  b.add(
    {
      kind: 'participant-added',
      who: 'rri',
      name: 'Ricarda Ribalta',
      address: 'ricarda@ribalta.example',
      aliases: ['riri'],
    },
    { kind: 'participant-added', who: 'ana', name: 'Ana Svoboda', role: 'chair' },
    { kind: 'participant-added', who: 'ben', name: 'Ben O’Neil' },
  );
  b.subsystem('uvc', { maintainers: ['rri', 'ana'] });
  b.position('rri', 'uvc', 'userspace-allowed', {
    rationale: 'my stack has it',
    conditions: ['it is mine', 'it is open'],
    evidence: [{ message: 'abc@ribalta.example', lines: ['as I wrote'] }],
  });
  const position = b.last;
  b.objection('rri', 'uvc', { rationale: 'it breaks', remedy: 'a layout' });
  const objection = b.last;
  b.position('ana', 'uvc', 'standard-required', {
    rationale: 'as RICARDA\nRibalta says, and Ribalta alone (riri, @rri)',
    evidence: [{ message: 'xyz-Ricarda@lists.example', lines: ['Ricarda wrote'] }],
  });
  b.position('ben', 'uvc', 'standard-required', { via: 'rri' });
  b.call('uvc', 'rough', { stance: 'standard-required', statement: 'against ricarda@ribalta.example' });
  return { b, position, objection };
}

function withhold(b: Build, entry: Id): Build {
  return b.do((session, env) => decideSlipAnswer(session, { who: 'rri' as Handle, entry, answer: 'withheld' }, env));
}

test('what is withheld stays so where its line came in with two contents', () => {
  const { b, position } = room();
  withhold(b, position);
  const lines = b.lines.flatMap((entry) =>
    entry.id === position ? [entry, { ...entry, rationale: 'my stack has everything' } as AnyEntry] : entry,
  );
  const session = foldAll(lines);
  for (const form of FORMS) {
    const text = formText(form, session, ALL);
    expect(text).not.toMatch(/ricarda|ribalta|\brri\b/i);
    expect(text).not.toContain('my stack has');
  }
});

const NAMED = /ricarda|ribalta|riri|\brri\b/i;

describe('a name that is withheld', () => {
  test.each(FORMS)('is in no byte of the form %s, in no case and no part, nor is what leads to it', (form) => {
    const { b, position } = room();
    expect(formText(form, b.session, ALL)).toMatch(NAMED);
    withhold(b, position);
    const made = formText(form, b.session, ALL);
    expect(made).not.toMatch(NAMED);
    expect(made).not.toContain('my stack has it');
    expect(made).not.toContain('as I wrote');
    expect(made).toContain('name withheld');
    // what was not withheld stays, under no name
    expect(made).toContain('it breaks');
    expect(made).toContain('Ana Svoboda');
  });

  test('is not led to by a mail about what its bearer said: a quote, a condition’s proof, an answer, a dispute', () => {
    const { b, position, objection } = room();
    const mail = (name: string) => [{ message: `${name}@lists.example`, lines: [name] }];
    b.add({ kind: 'quote-pinned', to: position, evidence: mail('pinned') });
    b.add({ kind: 'condition-met', entry: position, n: 2, evidence: mail('proof') });
    b.add({
      kind: 'objection-settled',
      objection,
      who: 'ana',
      disposition: 'addressed',
      answer: 'x',
      evidence: mail('answer'),
    });
    b.add({ kind: 'objection-disputed', objection, who: 'ana', why: 'y', evidence: mail('dispute') });
    const names = /(?:pinned|proof|answer|dispute)@lists/;
    for (const form of FORMS) expect(formText(form, b.session, ALL)).toMatch(names);
    withhold(b, position);
    for (const form of FORMS) expect(formText(form, b.session, ALL)).not.toMatch(names);
  });

  test('changes no count, no assessment and no objection', () => {
    const { b, position, objection } = room();
    const before = formText('json', b.session, { ...ALL, log: false });
    withhold(withhold(b, position), objection);
    const read = [before, formText('json', b.session, { ...ALL, log: false })].map(
      (text) => JSON.parse(text) as { subsystems: { state: string; S: number; U: number; openObjections: string[] }[] },
    );
    const [was, is] = read.map(({ subsystems: [uvc] }) => [uvc?.state, uvc?.S, uvc?.U, uvc?.openObjections]);
    expect(is).toEqual(was);
    expect(formText('mail', b.session, ALL)).not.toContain('it breaks');
  });

  test('stays withheld when a scribe edits it, and what stood before is too, until they answer otherwise', () => {
    const { b, position } = room();
    const edit = (entry: Id, text: string): Id =>
      b.do((session, env) => decideEdit(session, { entry, text }, env)).last;
    const second = edit(position, 'my stack had it');
    withhold(b, second);
    const third = edit(second, 'my stack will have it');
    expect([...withheldEntries(b.session)].sort()).toEqual([position, second, third]);
    for (const form of FORMS) expect(formText(form, b.session, ALL)).not.toContain('my stack');
    b.do((session, env) => decideSlipAnswer(session, { who: 'rri' as Handle, entry: third, answer: 'confirmed' }, env));
    edit(third, 'my stack may have it');
    expect([...withheldEntries(b.session)]).toEqual([second]);
    for (const form of FORMS) expect(formText(form, b.session, ALL)).toContain('my stack may have it');
  });

  test('is there again when they answer otherwise, and the record never lost it', () => {
    const { b, position } = room();
    withhold(b, position);
    expect(positionOf(b.session, 'rri' as Handle, 'uvc' as never)?.rationale).toBe('my stack has it');
    b.do((session, env) =>
      decideSlipAnswer(session, { who: 'rri' as Handle, entry: position, answer: 'confirmed' }, env),
    );
    expect(slipAnswers(b.session).get(position)?.answer).toBe('confirmed');
    expect(formText('mail', b.session, ALL)).toContain('Ricarda Ribalta');
  });
});

describe('people as initials and as roles', () => {
  test.each(FORMS)('are the same in every place of the form %s, and nobody is named', (form) => {
    const { b } = room();
    const initials = formText(form, b.session, { ...ALL, people: 'initials' });
    expect(initials).not.toMatch(/ricarda|ribalta|svoboda|neil/i);
    expect(initials).toContain('R.R.');
    const roles = formText(form, b.session, { ...ALL, people: 'roles' });
    expect(roles).not.toMatch(/ricarda|ribalta|svoboda|neil/i);
    for (const called of ['chair', 'maintainer', 'participant']) expect(roles).toContain(called);
  });

  test('the first of two with the same initials has a number too, by who came first', () => {
    const b = record().add(
      { kind: 'participant-added', who: 'a', name: 'Ana Svoboda' },
      { kind: 'participant-added', who: 'b', name: 'Anton Sova' },
    );
    expect([...(pseudonyms(b.session, 'initials')?.names.values() ?? [])]).toEqual(['A.S. 1', 'A.S. 2', 'scribe']);
  });

  test.each(['initials', 'roles'] as const)(
    'who only records, or is only mentioned, is called so as well where people go by %s',
    (people) => {
      const b = record({ scribes: ['scribe'] });
      b.add({ kind: 'participant-added', who: 'a', name: 'Ana Svoboda' }).subsystem('uvc');
      b.position('a', 'uvc', 'standard-required', { via: 'jason' });
      const entries = b.lines.map((line, at) => (at === 1 ? { ...line, by: 'ben' as Handle } : line));
      const mail = formText('mail', foldAll(entries), { ...ALL, people });
      expect(mail).toContain('recorded by scribe-1 and scribe-2');
      expect(mail).toContain('As reported by participant');
      expect(mail).not.toMatch(/hidden-\d|jason|\bben\b/);
    },
  );

  test('of a role (`UVC maintainer`) no single word is taken for a name', () => {
    const b = record().add({ kind: 'participant-added', who: 'p2', name: 'UVC maintainer' }).subsystem('uvc');
    b.position('p2', 'uvc', 'standard-required', { rationale: 'UVC is a standard, says the uvc maintainer' });
    const { session } = b;
    expect(formText('mail', session, { ...ALL, people: 'roles' })).toContain('UVC is a standard, says the participant');
  });
});

test('where there is nothing to hide it is the same session', () => {
  const { b } = room();
  expect(outside(b.session)).toBe(b.session);
});

describe('the public part of a session', () => {
  test.each([
    ['record order', (lines: readonly AnyEntry[]) => fc.constant(logOf(foldAll(lines)))],
    ['any order', (lines: readonly AnyEntry[]) => fc.shuffledSubarray([...lines], { minLength: lines.length })],
  ])('is, as lines come in, in %s, at each moment what others may see of them', (_, ordered) => {
    fc.assert(
      fc.property(records.chain(ordered), (lines) => {
        const session = emptySession();
        lines.forEach((line, at) => {
          fold(session, line);
          const seen = foldAll(withoutPrivate(lines.slice(0, at + 1)));
          expect(logOf(publicPart(session))).toEqual(logOf(seen));
          if (at === lines.length - 1) expectAlike(publicPart(session), seen);
        });
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  test('of a session that was taken back and goes on otherwise is that of what it holds', () => {
    fc.assert(
      fc.property(records, fc.nat({ max: 20 }), (lines, back) => {
        const log = logOf(foldAll(lines));
        const session = foldAll(log);
        publicPart(session);
        const gone = Array.from({ length: back }, () => unfold(session));
        // all that was taken back comes again, but for the first of it
        const left = log.filter(({ id }) => !gone.includes(id));
        const again = log.filter(({ id }) => gone.slice(0, -1).includes(id));
        expectAlike(publicPart(session), foldAll(withoutPrivate(left)));
        for (const line of again) fold(session, line);
        expectAlike(publicPart(session), foldAll(withoutPrivate([...left, ...again])));
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  test('is gone on with, and not folded anew, when a line comes that is not private', () => {
    const { b } = room();
    b.add({ kind: 'note-taken', text: 'between us', private: true });
    const secret = b.last;
    const before = publicPart(b.session);
    expect(before).not.toBe(b.session);
    b.position('ben', 'uvc', 'abstain');
    b.add({ kind: 'note-taken', text: 'about that', about: secret });
    expect(publicPart(b.session)).toBe(before);
    expect(positionOf(before, 'ben' as Handle, 'uvc' as never)?.stance).toBe('abstain');
    expectAlike(before, foldAll(withoutPrivate(b.lines)));
    b.add({ kind: 'note-taken', text: 'this too', private: true });
    expect(publicPart(b.session)).not.toBe(before);
  });
});

function expectAlike(session: Session, expected: Session): void {
  expect(logOf(session)).toEqual(logOf(expected));
  expect(formText('json', session, ALL)).toBe(formText('json', expected, ALL));
}

test('every text of every kind of entry is searched for names', () => {
  const { b } = room();
  const mask = pseudonyms(b.session, 'roles');
  if (mask === undefined) throw new Error('nobody is hidden');
  // lists of addresses, files and Message-IDs are places; what people are is told apart by `who`
  const places = ['lists', 'files', 'messageId', 'message', 'sha256', 'zone', 'address'];
  for (const kind of Object.keys(KINDS)) {
    for (const field of Object.keys(KINDS[kind as keyof typeof KINDS])) {
      const check = (
        KINDS[kind as keyof typeof KINDS] as Record<string, { check: (v: unknown, b: string) => unknown }>
      )[field];
      if (places.includes(field) || check === undefined) continue;
      for (const value of ['Ricarda Ribalta', ['Ricarda Ribalta']]) {
        if (check.check(value, '') !== undefined) continue;
        const entry = { id: b.last, by: 'ana', kind, who: 'ben', [field]: value } as unknown as AnyEntry;
        expect([kind, field, JSON.stringify(masked(entry, mask) ?? '')]).not.toEqual([
          kind,
          field,
          expect.stringMatching(NAMED),
        ]);
      }
    }
  }
});

test('only who said it answers for it, and a correction needs its words', () => {
  const { b, position } = room();
  const env = { now: Date.parse(b.now), by: 'scribe' as Handle, writer: 'testtest' as never };
  const answer = (who: string, text?: string): string => {
    const result = decideSlipAnswer(
      b.session,
      { who: who as Handle, entry: position, answer: 'corrected', ...(text === undefined ? {} : { text }) },
      env,
    );
    return result.ok ? result.value.map(({ kind }) => kind).join(' ') : refusalText(result.error);
  };
  expect(answer('ben', 'x')).toContain('Only who said it answers for it.');
  expect(answer('rri')).toContain('A correction needs the words that are right.');
  expect(answer('rri', 'what I meant')).toBe('slip-answered position-taken');
});

test('a correction is a revision of what was said, then as now', () => {
  const { b, objection } = room();
  b.do((session, env) =>
    decideSlipAnswer(session, { who: 'rri' as Handle, entry: objection, answer: 'corrected', text: 'it is late' }, env),
  );
  expect(objections(b.session)[0]).toMatchObject({ reason: 'it is late', remedy: 'a layout' });
  expect(objections(b.session)[0]?.versions).toHaveLength(2);
});
