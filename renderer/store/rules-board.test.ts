import { expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { decideRuling, rules } from '../../shared/session/rules';
import { record } from '../../shared/testing/build';
import { ruleColumns } from './rules-board';

test('of many subsystems those are shown for which something was said of a rule, and the one on the screen', () => {
  const b = record().people('ana').rule('a standard is followed');
  for (let n = 1; n <= 40; n += 1) b.subsystem(`s${String(n)}`);
  expect(ruleColumns(b.session, undefined)).toHaveLength(40);
  b.subsystem('s41');
  expect(ruleColumns(b.session, 's7' as Slug)).toEqual(['s7']);
  const rule = rules(b.session)[0]!.id;
  b.do((session, env) => decideRuling(session, { rule, subsystem: 's3' as Slug, state: 'agreed' }, env));
  b.answer('ana', 1, 'supports', { subsystem: 's9' });
  b.objection('ana', { rule, subsystem: 's5' as Slug });
  expect(ruleColumns(b.session, 's7' as Slug)).toEqual(['s3', 's5', 's7', 's9']);
});
