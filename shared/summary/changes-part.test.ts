import { expect, test } from 'vitest';
import type { Instant, Slug } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { decideSent } from '../session/sent';
import { record, type Build } from '../testing/build';
import { formText } from './forms';
import { summarise, type SummaryOptions } from './summarise';

const OPTIONS: SummaryOptions = { at: '2024-09-18T08:00:00.000Z' as Instant, sha256: sha256Of };

function sent(b: Build, messageId: string, subsystem?: string): Build {
  return b.do((session, env) =>
    decideSent(
      session,
      {
        form: 'eml',
        messageId,
        to: ['list@x.example'],
        sha256: 'x',
        ...(subsystem === undefined ? {} : { subsystem: subsystem as Slug }),
      },
      env,
    ),
  );
}

function changes(b: Build, options: Partial<SummaryOptions> = {}): string {
  const mail = formText('mail', b.session, { ...OPTIONS, ...options });
  const from = mail.indexOf('== Changed since version');
  return from === -1 ? '' : mail.slice(from, mail.indexOf('== Where it stands'));
}

function room(): Build {
  const b = record()
    .people('ana', 'ben')
    .subsystem('uvc', { maintainers: ['ana'] })
    .subsystem('isp');
  b.position('ana', 'uvc', 'userspace-allowed').objection('ben', 'uvc', { rationale: 'too early' });
  return sent(b, 'v1@x.example');
}

test('version 2 says what became of things since version 1, not each step on the way', () => {
  const b = room();
  b.position('ana', 'uvc', 'passthrough-niche').position('ana', 'uvc', 'standard-required');
  b.settle(1, 'withdrawn', { who: 'ben' });
  b.call('uvc', 'consensus', { stance: 'standard-required' }).rule('A full stack');
  expect(summarise(b.session, OPTIONS).version).toBe(2);
  expect(changes(b)).toMatchInlineSnapshot(`
    "== Changed since version 1 ==

      -  uvc
         - the call is consensus for S; it was none
         - the assessment is unanimous S; it was contested
         - ana says S and said U before
         - objection 1 by ben is withdrawn; it was open
      -  elsewhere
         - rule 1 is new

    "
  `);
});

test('where nothing changed it says so; version 1 and since 0 tell no changes', () => {
  expect(changes(room())).toContain('Nothing.');
  expect(changes(room(), { since: 0 })).toBe('');
  expect(changes(record().subsystem('uvc'))).toBe('');
});

test('versions of an extract are counted apart from those of the whole', () => {
  const b = sent(sent(room(), 'uvc1@x.example', 'uvc'), 'uvc2@x.example', 'uvc');
  expect(summarise(b.session, OPTIONS).version).toBe(2);
  expect(summarise(b.session, { ...OPTIONS, subsystems: ['uvc' as Slug] }).version).toBe(3);
});
