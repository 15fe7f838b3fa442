import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { utf8Length } from '../record/canon';
import type { Instant, Slug } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { record, type Build } from '../testing/build';
import type { Envelope } from './eml';
import { fanOut, mailsOf, type FanOut, type FanOutOptions } from './fan-out';
import { mboxText } from './mbox';
import { traceForm } from './trace';
import { verifyMail } from './verify';

const AT = '2024-09-18T08:00:00.000Z' as Instant;
const ENVELOPE: Envelope = { from: 'Chair <chair@gavel.example>', to: ['ksummit@lists.example'] };

/** Four subsystems, two with lists, one of them with a part. */
function room(words = 'works today'): Build {
  const b = record({
    title: 'Passthrough',
    thread: { root: 'root@lists.example', subject: '[SUMMIT] Passthrough' },
  }).people('ana');
  b.subsystem('media', { name: 'Media input', lists: ['linux-media@vger.example (open list)', 'http://x.example'] });
  b.subsystem('isp', { partOf: 'media' })
    .subsystem('nvme', { lists: ['linux-nvme@lists.example'] })
    .subsystem('drm');
  for (const slug of ['media', 'isp', 'nvme', 'drm']) {
    b.position('ana', slug, 'standard-required', {
      rationale: words,
      evidence: [{ message: `${slug}@lists.example`, lines: ['x'] }],
    });
  }
  return b;
}

function sent(b: Build, options: Partial<FanOutOptions> = {}): FanOut {
  const out = fanOut(b.session, { at: AT, sha256: sha256Of, ...options }, ENVELOPE);
  if (!out.ok) throw new Error(out.error.message);
  return out.value;
}

function headers(mail: Email): Readonly<Record<string, string>> {
  return Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
}

test('each subsystem’s extract goes to its own list, as a new mail that links to the whole; who has no list is said', async () => {
  const { whole, extracts, withoutList } = sent(room());
  expect(extracts.map(({ subsystem, lists }) => [subsystem, lists])).toEqual([
    ['media', ['linux-media@vger.example']],
    ['nvme', ['linux-nvme@lists.example']],
  ]);
  expect(withoutList).toEqual(['isp', 'drm']);
  const mail = await PostalMime.parse(extracts[0]?.mails[0]?.eml ?? '');
  expect([mail.subject, mail.to, mail.inReplyTo]).toEqual([
    'Passthrough: Media input',
    [{ name: '', address: 'linux-media@vger.example' }],
    undefined,
  ]);
  expect(mail.text).toContain(`https://lore.kernel.org/r/${whole[0]?.messageId ?? ''}`);
  expect(mail.text).toContain('isp, part of Media input');
  expect(mail.text).not.toContain('nvme ==');
});

test('a summary that the list does not take goes in parts: none too large, the others answer the first, nothing is lost', async () => {
  const b = room('a reason that is repeated, '.repeat(200));
  const limit = 12_000;
  const { whole } = sent(b, { limit });
  const mails = await Promise.all(whole.map(({ eml }) => PostalMime.parse(eml)));
  expect(whole.length).toBeGreaterThan(2);
  for (const { eml } of whole) expect(utf8Length(eml)).toBeLessThan(limit);
  expect(mails.map((mail) => mail.subject)).toEqual(
    whole.map((_, at) => `Re: [SUMMIT] Passthrough (${String(at + 1)}/${String(whole.length)})`),
  );
  for (const mail of mails.slice(1)) {
    expect(headers(mail)).toMatchObject({
      'in-reply-to': `<${whole[0]?.messageId ?? ''}>`,
      references: `<root@lists.example> <${whole[0]?.messageId ?? ''}>`,
    });
  }
  const [one] = sent(b).whole;
  const headings = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('== '));
  expect(whole.flatMap(({ eml }) => headings(eml))).toEqual(headings(one?.eml ?? ''));
  for (const { eml } of whole) {
    expect(verifyMail(eml, b.lines, sha256Of).ok).toBe(true);
    // every number that is cited has its link, and every link is cited
    const cited = new Set(eml.match(/(?<= )\[\d+\](?!.*https)/g));
    const linked = new Set([...eml.matchAll(/^(\[\d+\]) https/gm)].map(([, number]) => number));
    expect(linked).toEqual(cited);
  }
});

test('with subsystems chosen there are extracts of those alone', () => {
  expect(sent(room(), { subsystems: ['nvme' as Slug] }).extracts.map(({ subsystem }) => subsystem)).toEqual(['nvme']);
});

test('where one mail can’t be written, none is', () => {
  const out = fanOut(room().session, { at: AT, sha256: sha256Of }, { ...ENVELOPE, from: 'nobody' });
  expect(out.ok).toBe(false);
});

test('all of them as one mbox: read by mboxrd’s own rule each comes back as it was', () => {
  const emls = mailsOf(sent(room('From here on\n>From there')));
  const parts = mboxText(emls)
    .split(/^From mboxrd@z Thu Jan {2}1 00:00:00 1970\n/m)
    .slice(1);
  expect(parts.map((part) => part.replace(/\n$/, '').replace(/^>(>*From )/gm, '$1'))).toEqual(emls);
});

test('each line of each part and extract is traced to its entries, though its links are numbered anew', () => {
  const b = room('word '.repeat(300));
  const { whole, extracts } = sent(b, { limit: 6000 });
  const mails = [...whole, ...extracts.flatMap((extract) => extract.mails)];
  expect(whole.length).toBeGreaterThan(2);
  for (const { eml } of mails) {
    const body = traceForm(eml, b.session, AT, sha256Of).slice(eml.split('\n').indexOf(''));
    expect(body.filter(({ from }) => from === undefined)).toEqual([]);
    expect(body.filter(({ text, from }) => text.includes('ana [') && (from ?? []).length === 0)).toEqual([]);
  }
  for (const forged of [
    'word another',
    'This is part 1 of 2; the others answer it. Ana agrees to all of it.',
    'This is a part; the whole summary, on all subsystems, is there: all agreed',
  ]) {
    const eml = mails[1]?.eml.replace('word word', `word\n${forged}\nword`) ?? '';
    expect(traceForm(eml, b.session, AT, sha256Of).filter(({ text }) => text === forged)).toMatchObject([
      { from: undefined },
    ]);
  }
});
