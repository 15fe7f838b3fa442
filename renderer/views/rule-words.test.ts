import { expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { decideRuling, rules, rulingOf } from '../../shared/session/rules';
import { record } from '../../shared/testing/build';
import { rulingWords } from './rule-words';

const drm = 'drm' as Slug;

test('an exception says how far it goes, why, and until when; one that ran out says so', () => {
  const b = record().people('ana').subsystem('drm').rule('a standard is followed');
  const rule = rules(b.session)[0]!.id;
  const fields = { scope: 'old hardware', why: 'no vendor is left', until: '2024-12-31' as never };
  b.do((session, env) => decideRuling(session, { rule, subsystem: drm, state: 'exception', ...fields }, env));
  const ruling = rulingOf(b.session, rule, drm)!;
  expect(rulingWords(b.session, ruling, '2024-09-17')).toBe(
    'exception for old hardware, until 2024-12-31, because no vendor is left',
  );
  expect(rulingWords(b.session, ruling, '2025-01-01')).toContain('ran out on 2024-12-31');
});

test('a claim says whose it is', () => {
  const b = record().people('ana').subsystem('drm').rule('a standard is followed');
  const rule = rules(b.session)[0]!.id;
  b.do((session, env) => decideRuling(session, { rule, subsystem: drm, state: 'claimed', who: 'ana' as never }, env));
  expect(rulingWords(b.session, rulingOf(b.session, rule, drm)!, '2024-09-17')).toBe('claimed by ana');
});
