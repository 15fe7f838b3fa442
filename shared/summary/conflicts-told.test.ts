import { expect, test } from 'vitest';
import type { Draft } from '../record/entry';
import { actions } from '../session/actions';
import { objections } from '../session/objections';
import { questions } from '../session/questions';
import { rules } from '../session/rules';
import { foldAll } from '../session/session';
import { mailOf, part, squeezed, uvc } from './testing/told';

test('what two scribes recorded of one settlement or one answer is all printed, as a conflict', () => {
  const b = uvc().objection('eve', 'uvc', { rationale: 'no' }).settle(1, 'withdrawn');
  b.unseen({
    kind: 'objection-settled',
    objection: objections(b.session)[0]?.id,
    who: 'ben',
    disposition: 'addressed',
    answer: 'done',
  } as Draft);
  const text = part(b, 'uvc');
  expect(text).toContain('Objections objection 1 addressed (in conflict)');
  expect(text).toContain('1 eve (outside), addressed (in conflict)');
  expect(text).toContain('conflict: how objection 1 by eve (outside) was settled was recorded differently');
  expect(text).toContain('In conflict: how it was settled was recorded differently, and nobody has resolved it.');
  expect(text).toContain('Withdrawn by eve');
  expect(text).toContain('Answered, not accommodated, by ben');

  b.add({ kind: 'question-raised', number: 1, text: 'which?' });
  const question = b.last;
  b.add({ kind: 'question-answered', question, answer: 'this one' });
  b.unseen({ kind: 'question-answered', question, who: 'ben', answer: 'that one' });
  expect(part(b, 'Answered questions')).toContain(
    'Answered, 17 Sep 2024: this one Answered by ben, 17 Sep 2024: that one ' +
      'In conflict: it was answered differently, and nobody has resolved it.',
  );
});

test('of a text in conflict every record is printed', () => {
  const b = uvc().rule('a stack').objection('eve', 'uvc', { rationale: 'no' });
  b.add(
    { kind: 'question-raised', number: 1, text: 'which?' },
    { kind: 'action-assigned', text: 'a page', who: ['ana'] },
  );
  const [rule, objection] = [rules(b.session)[0]?.id, objections(b.session)[0]?.id];
  const [question, action] = [questions(b.session)[0]?.id, actions(b.session)[0]?.id];
  const both = (draft: object, one: object, other: object): void => {
    b.add({ ...draft, ...one } as Draft).unseen({ ...draft, ...other } as Draft);
  };
  both({ kind: 'rule-amended', number: 1, rule }, { text: 'an open stack' }, { text: 'a free stack' });
  const amended = { kind: 'objection-amended', number: 1, who: 'eve', on: { subsystem: 'uvc' }, objection };
  both(amended, { rationale: 'no way' }, { rationale: 'not so', remedy: 'a decoder' });
  both({ kind: 'action-amended', who: ['ana'], action }, { text: 'a talk' }, { text: 'a book' });
  b.add({ kind: 'question-raised', number: 1, text: 'which one?', prev: [question] } as Draft);
  b.unseen({ kind: 'question-raised', number: 1, text: 'which two?', prev: [question] } as Draft);
  const also = (words: string): string => `In conflict: also recorded as "${words}", and nobody has resolved it.`;
  expect(part(b, 'Rule 1')).toContain(also('an open stack'));
  expect(part(b, 'uvc')).toContain(also('no way'));
  expect(part(b, 'Actions')).toContain(also('a talk'));
  expect(part(b, 'Open questions')).toContain(also('which one?'));
});

test('two scribes who recorded one position differently are a conflict, and both are printed', () => {
  const b = uvc();
  const seen = b.last;
  b.position('ana', 'uvc', 'standard-required', { rationale: 'as one heard it' });
  const prev = { prev: [seen] };
  b.from('other', 'otherabc');
  const entry = {
    kind: 'position-taken',
    who: 'ana',
    subsystem: 'uvc',
    stance: 'userspace-allowed',
    rationale: 'as the other did',
  };
  const line = { id: '2024-09-17T08:00:30.000Z-000-otherabc', by: 'other', ...entry, ...prev };
  const session = foldAll([...b.lines, line as never]);
  const text = squeezed(mailOf(session));
  expect(text).toContain('as one heard it In conflict: also recorded as U, and nobody has resolved it.');
  expect(text).toContain('as the other did In conflict: also recorded as S, and nobody has resolved it.');
});
