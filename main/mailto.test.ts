import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MailToOpen } from '../shared/ipc';
import { runs } from '../shared/testing/runs';
import { mailtoOf } from './mailto';

const mail: MailToOpen = {
  to: ['ksummit@lists.linux.dev'],
  cc: ['linux-media@vger.kernel.org', 'a+b@host.example'],
  subject: 'Re: [MAINTAINERS SUMMIT] Passthrough & standards?',
  inReplyTo: 'CAPybu_0SN7m=m=+z5hu_4M@mail.gmail.com',
  body: 'Hi all,\n\n100% done: a=b&c\n',
};

function urlOf(changes: Partial<MailToOpen> = {}): string {
  const mailto = mailtoOf({ ...mail, ...changes });
  if (!mailto.ok) throw new Error(mailto.error.message);
  return mailto.value.url;
}
function refusalOf(changes: Partial<MailToOpen>) {
  const mailto = mailtoOf({ ...mail, ...changes });
  return mailto.ok ? { message: 'no refusal' } : mailto.error;
}

describe('a mail as a mailto: URL', () => {
  test('is what RFC 6068 says', () => {
    expect(urlOf()).toBe(
      'mailto:ksummit@lists.linux.dev?cc=linux-media@vger.kernel.org,a%2Bb@host.example' +
        '&subject=Re%3A%20%5BMAINTAINERS%20SUMMIT%5D%20Passthrough%20%26%20standards%3F' +
        '&in-reply-to=%3CCAPybu_0SN7m%3Dm%3D%2Bz5hu_4M@mail.gmail.com%3E' +
        '&body=Hi%20all%2C%0D%0A%0D%0A100%25%20done%3A%20a%3Db%26c%0D%0A',
    );
  });

  test('says the same whether the Message-ID came in brackets or not', () => {
    expect(urlOf({ inReplyTo: `<${String(mail.inReplyTo)}>` })).toBe(urlOf());
  });

  test('gives back every field to whoever reads it, and no other', () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text));
    fc.assert(
      fc.property(plain, plain, (subject, body) => {
        const url = urlOf({ subject, body, cc: [] });
        expect(url).toMatch(/^mailto:[A-Za-z0-9@.%_~,-]+\?[A-Za-z0-9@.%_~,=&-]*$/);
        const query = url
          .slice(url.indexOf('?') + 1)
          .split('&')
          .map((pair) => pair.split('=').map(decodeURIComponent));
        expect(query).toEqual([
          ['subject', subject],
          ['in-reply-to', `<${String(mail.inReplyTo)}>`],
          ['body', body],
        ]);
      }),
      { numRuns: runs },
    );
  });

  test('leaves the body out where it would be longer than 1,900 characters, and says so', () => {
    const fits = 1_900 - urlOf({ body: '' }).length;
    expect(mailtoOf({ ...mail, body: 'x'.repeat(fits) })).toMatchObject({ value: { bodyLeftOut: false } });
    expect(mailtoOf({ ...mail, body: 'x'.repeat(fits + 1) })).toMatchObject({ value: { bodyLeftOut: true } });
    expect(urlOf({ body: 'x'.repeat(fits + 1) })).not.toContain('body=');
  });

  test('is refused where it is too long even without the body', () => {
    const cc = Array.from({ length: 100 }, (_, i) => `list-${String(i)}@lists.example`);
    expect(refusalOf({ cc }).message).toBe(
      'too much for a mail program’s address line: save the mail as a file instead',
    );
  });
});

describe('a field that could become a header of its own is refused by name:', () => {
  const bad = ['x\r\nBcc: evil@x.example', 'x\ny', 'x\ry', 'x\0y', 'x\u2028y', 'x\u0085y', 'x\u007fy'];
  test.each(bad)('%j', (text) => {
    expect(refusalOf({ to: [`${text}@host.example`] }).message).toContain('to holds a control character');
    expect(refusalOf({ cc: [`${text}@host.example`] }).message).toContain('cc holds a control character');
    expect(refusalOf({ subject: text }).message).toContain('subject holds a control character');
    expect(refusalOf({ inReplyTo: `${text}@host.example` }).message).toContain('inReplyTo holds a control character');
  });

  test.each(['', 'no-host', 'a@b@c', 'A <a@b.example>', 'a@b.example, c@d.example', 'a b@c.example'])(
    'no address: %j',
    (address) => {
      expect(refusalOf({ to: [address] })).toMatchObject({ found: address, expected: 'name@host' });
    },
  );

  test.each(['', 'x', '<a@b', 'a b@c'])('no Message-ID: %j', (inReplyTo) => {
    expect(refusalOf({ inReplyTo })).toMatchObject({ found: inReplyTo });
  });

  test('and so is a body with control characters, but for line feeds and tabs', () => {
    expect(refusalOf({ body: 'x\0' }).message).toContain('body holds a control character');
    expect(urlOf({ body: 'a\r\nb\tc' })).toContain('body=a%0D%0Ab%09c');
  });
});
