import { describe, expect, test } from 'vitest';
import type { AnyEntry, Draft, Kind } from '../record/entry';
import type { Id } from '../record/ids';
import { record } from '../testing/build';
import { explain, explainEntry } from './explain';
import { plainText, saysText } from './reading';
import { recorded, room } from './testing/room';

/** What the parse line says, in a room where those lines were typed before. */
function says(line: string, ...before: readonly string[]): string {
  return saysText(
    recorded(
      room()
        .type('#uvc', ...before)
        .read(line),
    ),
  );
}

describe('the parse line says who, on what, which stance', () => {
  test('and whether it is the first position, or what becomes of the one before', () => {
    expect(says('@p7 std')).toBe('p7 on #uvc: standard required, first position');
    expect(says('@p7 usr -- x // if y', '@p7 std')).toBe(
      'p7 on #uvc: standard required becomes userspace allowed, with rationale, 1 condition',
    );
    expect(says('@p7 std', '@p7 std')).toBe('p7 on #uvc: standard required, as before');
    expect(says('@p1,@p2 abs')).toBe('p1 on #uvc: abstain, first position; p2 on #uvc: abstain, first position');
  });

  test('and what a plain restatement drops', () => {
    const before = '@p7 usr ~pass -- x // if y // if z';
    expect(says('@p7 usr', before)).toBe(
      'p7 on #uvc: userspace allowed, as before, no longer with passthrough niche, drops the rationale, drops 2 conditions',
    );
    expect(says('@p7 usr +if w', before)).toBe(
      'p7 on #uvc: userspace allowed, as before, can live with passthrough niche, same rationale, 3 conditions',
    );
  });

  test('and by whom, for whom, from where and when', () => {
    expect(says('@p7 usr for suse via @jason from <abc@example.org> said 2024-07-25T09:26Z')).toBe(
      'p7 on #uvc: userspace allowed, first position, for suse, reported by jason, from <abc@example.org>, said 2024-07-25 11:26 Europe/Vienna',
    );
    expect(says('@p7 usr said 2024-07-25', '@p7 std')).toBe(
      'p7 on #uvc: userspace allowed, earlier than what stands, said 2024-07-25 00:00 Europe/Vienna',
    );
  });

  test('with the pieces that a view draws', () => {
    expect(recorded(room().read('@p7 #uvc std')).says).toEqual([
      { is: 'who', text: 'p7', who: 'p7' },
      { is: 'words', text: ' on ' },
      { is: 'subsystem', text: '#uvc', subsystem: 'uvc' },
      { is: 'words', text: ': ' },
      { is: 'stance', text: 'standard required', stance: 'standard-required' },
      { is: 'words', text: ', first position' },
    ]);
  });

  test.each([
    ['@p2 obj -- no // unless yes', [], 'p2 objects to #uvc, objection 1, with reason, with what would remove it'],
    ['@p2 hold 2024-09-24', [], 'p2 holds #uvc until 2024-09-24 23:59 Europe/Vienna, objection 1, no reason'],
    ['address 1 -- x', ['@p2 obj -- a'], 'objection 1 of p2: addressed by mod, with an answer'],
    ['@p5 dispute 1 -- x', ['@p2 obj -- a'], 'p5 disputes objection 1 of p2'],
    ['@p5 dispute 1 -- x', ['@p2 obj -- a', 'address 1'], 'p5 disputes the settlement of objection 1 of p2'],
    ['rule 7 -- trust', [], 'rule 7: "trust"'],
    ['@p5 rule 7 #gpu no', ['rule 7 -- trust'], 'p5 on rule 7 #gpu: opposes, first answer, there only'],
    ['rule 7 #drm inforce', ['rule 7 -- trust', 'rule 7 #drm claimed'], 'rule 7 on #drm: claimed becomes in force'],
    ['? @dan @jason -- whose?', [], 'question 1, by dan, to jason, on #uvc: "whose?"'],
    ['call defer #isp to media summit', [], 'call on #isp: deferred, to media summit, the assessment says no input'],
    ['call reopen', ['call rough std -- s'], 'call on #uvc: reopened'],
    ['poll -- so? : yes : no', [], 'poll on #uvc: "so?", "yes" or "no"'],
    ['ack', ['q+ @p9'], 'p9 speaks'],
    ['note -- x', [], 'note on #uvc: "x"'],
    ['priv -- x', [], 'private note on #uvc: "x"'],
    ['#isp', [], 'the room leaves #uvc; the room turns to #isp'],
    ['#uvc', [], 'The room is there already.'],
    ['same @p1 @p2', [], 'p2 is p1: one person'],
    ['s/teh/the/', ['note -- teh end'], 'note on #uvc, new text: "the end", said 2024-09-17 10:02 Europe/Vienna'],
  ])('%s', (line, before, words) => {
    expect(says(line, ...before)).toBe(words);
  });
});

/** One entry of each kind that no typed line makes, and of those that only look back. */
const UNTYPED: Readonly<Partial<Record<Kind, (id: Id) => Draft>>> = {
  'session-adjourned': () => ({ kind: 'session-adjourned' }),
  'action-done': (action) => ({ kind: 'action-done', action }),
  'action-dropped': (action) => ({ kind: 'action-dropped', action, why: 'x' }),
  'speaker-done': (called) => ({ kind: 'speaker-done', called }),
  'suggestion-dismissed': () => ({ kind: 'suggestion-dismissed', message: 'a@b', line: 3, cue: 'NAK' }),
  'entry-struck': (entry) => ({ kind: 'entry-struck', entry }),
  'entry-restored': (entry) => ({ kind: 'entry-restored', entry }),
  'entry-picked': (entry) => ({ kind: 'entry-picked', entry, sha256: 'abc' }),
};

describe('every entry has its words', () => {
  test.each(Object.entries(UNTYPED))('%s', (_kind, make) => {
    const build = record().people('p1');
    build.add(make(build.last));
    const words = plainText(explainEntry(build.session, build.session.entries.get(build.last)!));
    expect(words).not.toBe('');
    expect(words).not.toContain('undefined');
  });

  test('a strike says what it strikes; a strike of a strike goes no further', () => {
    const build = record().subsystem('uvc').position('p1', 'uvc', 'abstain').strike().strike();
    const [struck, again] = build.lines.slice(-2);
    expect(plainText(explainEntry(build.session, struck!))).toBe('struck: p1 on #uvc: abstain, first position');
    expect(plainText(explainEntry(build.session, again!))).toMatch(/^struck: the entry of 2024-09-17 /);
  });

  test('a kind that this version does not know is named', () => {
    const entry = { id: record().last, by: 'x', kind: 'hat-doffed' } as unknown as AnyEntry;
    expect(plainText(explainEntry(record().session, entry))).toBe(
      'an entry of a kind that this version does not know, hat-doffed',
    );
  });

  test('an entry that names what is not here still says something', () => {
    const gone = record().last;
    const { session } = record();
    const drafts: readonly object[] = [
      { kind: 'condition-met', entry: gone, n: 1 },
      { kind: 'rule-answered', who: 'p1', rule: gone, answer: 'supports' },
      { kind: 'objection-settled', objection: gone, who: 'p1', disposition: 'open' },
      { kind: 'call-reopened', call: gone },
      { kind: 'poll-counted', poll: gone, counts: [1] },
      { kind: 'queue-left', joined: gone },
      { kind: 'speaker-done', called: gone },
      { kind: 'action-done', action: gone },
      { kind: 'objection-raised', number: 1, who: 'p1', on: { call: gone } },
      { kind: 'quote-pinned', to: gone, evidence: [{ message: 'a@b', lines: ['x'] }] },
    ];
    for (const [index, draft] of drafts.entries()) {
      const id = `2030-01-01T00:00:00.000Z-00${index.toString(36)}-absentaa`;
      const words = plainText(explain(session, [{ id, by: 'x', ...draft } as unknown as AnyEntry]));
      expect(words).not.toBe('');
      expect(words).not.toContain('undefined');
    }
  });
});
