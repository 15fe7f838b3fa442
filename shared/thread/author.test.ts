import { describe, expect, test } from 'vitest';
import { GOOD, good, mail } from './testing/one-mail';

describe('who wrote it', () => {
  const list = 'Ana Bé via Summit-discuss <summit-discuss@lists.example>';
  test('MAIL-14: a list that rewrites From left the person in Reply-To', async () => {
    expect((await mail(`From: ${list}`, 'Reply-To: Ana Bé <ana@host.example>', '')).author).toEqual({
      name: 'Ana Bé',
      address: 'ana@host.example',
      viaReplyTo: true,
    });
    expect((await mail(`From: ${list}`, 'Reply-To: summit-discuss@lists.example', '')).author).toMatchObject({
      name: 'Ana Bé',
    });
  });

  test('TRUST-12: two senders or two ids that differ: nobody can say who spoke', async () => {
    const doubts = ['ambiguous'];
    expect((await good('From: Eve <eve@host.example>', '')).author).toMatchObject({ doubts });
    expect((await good('Message-ID: <other@host.example>', '')).author).toMatchObject({ doubts });
    expect((await mail('From: a@host.example, b@host.example', '')).author).toMatchObject({ doubts });
    expect((await good(GOOD[0]!, '')).author).not.toHaveProperty('doubts');
  });

  test('TRUST-19: a name that holds another address is doubted, and the address is the mail’s', async () => {
    const { author, warnings } = await mail('From: "Real <real@org.example>" <evil@x.example>', '');
    expect(author).toMatchObject({ address: 'evil@x.example', doubts: ['address-in-name'] });
    expect(warnings).toContain('The sender’s name holds an address that is not the one it was sent from.');
  });

  test('TRUST-20: invisible, turned and mixed letters in a name are taken out or left, and doubted', async () => {
    const look = async (name: string): Promise<unknown> => (await mail(`From: ${name} <a@x.example>`, '')).author;
    expect(await look('L\u200binus')).toMatchObject({ name: 'Linus', doubts: ['look-alike'] });
    expect(await look('\u202eLinus\u2066')).toMatchObject({ name: 'Linus', doubts: ['look-alike'] });
    expect(await look('Linu\u0455')).toMatchObject({ doubts: ['look-alike'] });
    for (const honest of ['Иван (Ivan)', 'Ελένη', '李明', 'Zoë'])
      expect(await look(honest)).not.toHaveProperty('doubts');
  });

  test('without From there is nobody', async () => {
    expect((await mail('Subject: x', '')).author).toEqual({});
  });
});
