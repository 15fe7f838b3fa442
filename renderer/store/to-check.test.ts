import { expect, test } from 'vitest';
import type { Draft } from '../../shared/record/entry';
import { actions } from '../../shared/session/actions';
import { countsOf } from '../../shared/session/counts';
import { objections } from '../../shared/session/objections';
import { questions } from '../../shared/session/questions';
import { rules } from '../../shared/session/rules';
import { record, type Build } from '../../shared/testing/build';
import { conflictWords } from './conflict-words';
import { toCheck } from './to-check';

/** The conflicts that triage shows. */
function differing({ session }: Build): readonly string[] {
  return toCheck(session).flatMap((item) => (item.what === 'conflict' ? [conflictWords(session, item.conflict)] : []));
}

/** One of everything that can be recorded twice, by two scribes who know nothing of each other. */
function twice(): Build {
  const b = record()
    .people('ana', 'ben')
    .subsystem('uvc')
    .rule('a stack exists')
    .objection('ana', 'uvc', { rationale: 'no' });
  b.add({ kind: 'question-raised', number: 1, text: 'which?' }, { kind: 'note-taken', text: 'a note' });
  const note = b.last;
  b.add({ kind: 'action-assigned', text: 'a page', who: ['ana'] });
  const rule = rules(b.session)[0]?.id;
  const both = (one: object, other: object): void => {
    b.add(one as Draft).unseen(other as Draft);
  };
  const answered = { kind: 'rule-answered', who: 'ana', rule };
  both({ ...answered, answer: 'supports' }, { ...answered, answer: 'opposes' });
  const amended = { kind: 'rule-amended', rule, number: 1 };
  both({ ...amended, text: 'one' }, { ...amended, text: 'other' });
  const ruling = { kind: 'ruling-made', rule, subsystem: 'uvc' };
  both({ ...ruling, state: 'agreed' }, { ...ruling, state: 'disputed' });
  const settled = { kind: 'objection-settled', objection: objections(b.session)[0]?.id, who: 'ana' };
  both({ ...settled, disposition: 'withdrawn' }, { ...settled, disposition: 'accommodated' });
  const answer = { kind: 'question-answered', question: questions(b.session)[0]?.id };
  both({ ...answer, answer: 'this' }, { ...answer, answer: 'that' });
  both({ kind: 'note-amended', note, text: 'one' }, { kind: 'note-amended', note, text: 'other' });
  const action = actions(b.session)[0]?.id;
  both({ kind: 'action-done', action }, { kind: 'action-dropped', action, why: 'moot' });
  const attended = { kind: 'attendance-noted', who: 'ben' };
  both({ ...attended, state: 'present' }, { ...attended, state: 'regrets' });
  const call = { kind: 'call-made', on: { subsystem: 'uvc' } };
  both({ ...call, call: 'deferred' }, { ...call, call: 'no-consensus' });
  return b;
}

test('every conflict that is counted waits in triage, with what each scribe recorded', () => {
  const b = twice();
  const shown = differing(b);
  expect(shown).toHaveLength(countsOf(b.session).conflicts);
  expect(shown.map((words) => /^Two scribes differ about (.*?): /.exec(words)?.[1]).sort()).toEqual([
    'how an action ended',
    'how objection 1 was settled',
    'how rule 1 stands on #uvc',
    'the answer to question 1',
    'the call on #uvc',
    'the text of a note',
    'the text of rule 1',
    'what ana answers to rule 1',
    'whether ben is here',
  ]);
  expect(shown.find((words) => words.includes('the answer to'))).toMatch(/this.* or .*that/);
});

test('a call that departs from the assessment without a reason waits in triage until it has one', () => {
  const b = record().people('ana', 'ben').subsystem('uvc');
  b.position('ana', 'uvc', 'standard-required').position('ben', 'uvc', 'standard-required');
  const departing = (): number => toCheck(b.session).filter(({ what }) => what === 'departure').length;
  b.call('uvc', 'consensus', { stance: 'passthrough-niche', statement: 'so be it' });
  expect(departing()).toBe(1);
  b.call('uvc', 'consensus', { stance: 'passthrough-niche', statement: 'so be it', reason: 'agreed off list' });
  expect(departing()).toBe(0);
});

test('an objection that was answered waits for its answer', () => {
  const answers = ({ session }: Build) => toCheck(session).filter(({ what }) => what === 'answer').length;
  const b = record().people('ana').subsystem('uvc').objection('ana', 'uvc', { rationale: 'no', remedy: 'yes' });
  const objection = b.last;
  expect(answers(b)).toBe(0);
  b.add({ kind: 'objection-settled', objection, who: 'ana', disposition: 'addressed' });
  expect(answers(b)).toBe(1);
  b.add({ kind: 'objection-settled', objection, who: 'ana', disposition: 'addressed', answer: 'it is optional' });
  expect(answers(b)).toBe(0);
});
