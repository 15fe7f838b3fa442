import PostalMime, { type Address } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Correspondent } from './mail';
import { repairC1 } from './charset';
import { first, readHeader } from './header';
import { readMime } from './mime';
import { readPlain } from './plain';
import { readMail } from './read-mail';
import { platform } from './testing/platform';
import { needsRealData, realMails } from './testing/real';

const REPLACED = ['getTextContent', 'setupContentDecoder'];

const { root } = new PostalMime() as unknown as { readonly root: object };
const prototype = Object.getPrototypeOf(root) as Record<string, unknown>;
const SHIPPED = { ...Object.fromEntries(REPLACED.map((name) => [name, prototype[name]])) };

/** The text of a mail by the library without our changes to it. */
async function asShipped(bytes: Uint8Array): Promise<string> {
  const ours = Object.fromEntries(REPLACED.map((name) => [name, prototype[name]]));
  Object.assign(prototype, SHIPPED);
  const email = await PostalMime.parse(bytes);
  Object.assign(prototype, ours);
  return email.text ?? '';
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const lines = (text: string): string => text.replace(/\r+\n?/g, '\n').trimEnd();
const author = ({ name = '', address = '' }: Partial<Correspondent>): string => `${name} ${address.toLowerCase()}`;
const boxesOf = (addresses: readonly (Address | undefined)[]): readonly string[] =>
  addresses
    .flatMap((each) => (each === undefined ? [] : (each.group ?? [each])))
    .map(({ name, address }) => author({ name: squeezed(name), address: squeezed(address) }))
    .filter((each) => each.includes('@'));

describe('on all real mails', () => {
  needsRealData();
  test('the fast path gives what the library gives, both as it is and as we use it', async () => {
    const different: string[] = [];
    let fast = 0;
    for (const mail of realMails()) {
      const header = readHeader(mail.bytes, platform);
      if ('tooLarge' in header) throw new Error(mail.file);
      const plain = readPlain(mail.bytes, header, platform);
      if (plain === undefined) continue;
      fast += 1;
      const where = `${mail.file} ${String(mail.place)}`;
      const slow = await readMime(mail.bytes, header.bodyAt, platform);
      if (lines(plain.text) !== lines(slow.text)) different.push(where);
      // the library joins flowed lines of different depths: that is what ours is for
      if (/format="?flowed/i.test(first(header, 'content-type'))) continue;
      if (lines(plain.text) !== lines(repairC1(await asShipped(mail.bytes)))) different.push(`${where} as shipped`);
    }
    // UTF-8 that is called ASCII, and windows-1252 without a charset: read as what they are
    const explained =
      /^mail\/(?:mu\/093ee7_mail2|ruby-mail\/bd96bf_raw_email6[.]eml|stalwart\/366394_052[.]eml) 0 as shipped$/;
    expect(different.filter((each) => !explained.test(each))).toEqual([]);
    expect(fast).toBeGreaterThan(1000);
  });

  test('headers are read as the library reads them', async () => {
    const different: string[] = [];
    for (const mail of realMails()) {
      const ours = await readMail(mail, platform);
      const theirs = await PostalMime.parse(mail.bytes).catch(() => undefined);
      if (!ours.ok || theirs === undefined) continue;
      const { value } = ours;
      const where = `${mail.file} ${mail.place}`;
      const compare = (what: string, own: string | undefined, other: string | undefined): void => {
        if (own !== other) different.push(`${where} ${what}: ${own ?? 'none'}, not ${other ?? 'none'}`);
      };
      compare('subject', value.subject, squeezed(theirs.subject ?? ''));
      if (value.author.viaReplyTo === undefined && value.author.address !== undefined)
        compare('from', author(value.author), boxesOf([theirs.from])[0]);
      compare('to', value.to.map(author).join(), boxesOf(theirs.to ?? []).join());
      compare('cc', value.cc.map(author).join(), boxesOf(theirs.cc ?? []).join());
      const last = /<([^<>]*)>\s*$/.exec(theirs.references ?? theirs.inReplyTo ?? '')?.[1];
      compare('references', value.references.at(-1), last);
    }
    // an accent that its mailer sent as a bare byte, and pipermail's ` at `: the library leaves both as they are;
    // `xxxxx@xxxxx <matmail>`: a name with an address beside one without, which is none
    const explained =
      /^(?:mail\/stalwart\/366394_052[.]eml 0 (?:subject|to)|mail\/ruby-mail\/13f97f_raw_email11[.]eml 0 to|mbox-dialects\/pipermail[.]mbox [01] from)/;
    expect(different.filter((each) => !explained.test(each))).toEqual([]);
  });
});
