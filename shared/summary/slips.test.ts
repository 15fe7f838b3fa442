import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { Handle, Instant } from '../record/ids';
import { decideSlipAnswer } from '../session/slips';
import type { Session } from '../session/session';
import { record } from '../testing/build';
import { runs } from '../testing/runs';
import { slipEml, slipText } from './slip-mail';
import { slips, type Slip } from './slips';
import { fullRecord } from './testing/full-record';
import { hostileTexts } from './testing/hostile';

const AT = { at: '2024-09-18T08:00:00.000Z' as Instant };

function slipOf(session: Session, who: string): Slip {
  const slip = slips(session).find((each) => each.who === who);
  if (slip === undefined) throw new Error(`nothing for ${who}`);
  return slip;
}

test('a slip holds everything that stands of what somebody said, each with its entry', () => {
  const { session } = fullRecord();
  expect(slips(session).map(({ who }) => who)).toEqual(['cho', 'ana', 'ben', 'eve', 'dan', 'fay']);
  expect(slipOf(session, 'ana').statements.map(({ what }) => what)).toEqual([
    'position on isp: standard-required',
    'objection 5, on isp',
    'objection 8, on question 1',
    'rule 1: supports',
    'question 1',
    'action, accepted',
  ]);
  const [position] = slipOf(session, 'ana').statements;
  expect(position?.words).toEqual([
    'a layout can be published',
    'on condition (not met): the layout is in the tree',
    'on condition (met): it is documented',
    'can live with userspace-allowed',
  ]);
  for (const { statements } of slips(session))
    for (const { entry } of statements) expect(session.entries.has(entry)).toBe(true);
});

test('the mail says what was recorded and how to answer, and an answer is on the next slip', () => {
  const b = record({ title: 'Passthrough', heldOn: ['2024-09-17'] });
  b.add({ kind: 'participant-added', who: 'ana', name: 'Ana', address: 'ana@x.example' }).subsystem('uvc');
  b.position('ana', 'uvc', 'standard-required', { rationale: 'works today' });
  const entry = b.last;
  expect(slipText(b.session, slipOf(b.session, 'ana'), AT)).toMatchInlineSnapshot(`
    "Hi Ana,

    this is what we recorded you as saying in "Passthrough", held on 17 Sep
    2024. Before the summary goes to the list, tell us what of it is wrong:
    reply, and write one of these words under each number.

      ok          it stands as it is
      correct     with what you said, in your words
      paraphrase  with the words that may stand there in place of yours
      withhold    your name and these words stay out of everything that is
                  sent

    What you do not answer stands as it is.

      1  position on uvc: standard-required                      17 Sep 2024
         works today
    "
  `);
  b.do((session, env) => decideSlipAnswer(session, { who: 'ana' as Handle, entry, answer: 'confirmed' }, env));
  expect(slipText(b.session, slipOf(b.session, 'ana'), AT)).toContain('You answered: confirmed.');
});

test('it goes to that person alone, and to nobody where no address is recorded', async () => {
  const b = record({ title: 'Passthrough' });
  b.add({ kind: 'participant-added', who: 'ana', name: 'Ana', address: 'ana@x.example' })
    .people('ben')
    .subsystem('uvc');
  b.position('ana', 'uvc', 'standard-required').position('ben', 'uvc', 'abstain');
  const eml = slipEml(b.session, slipOf(b.session, 'ana'), 'Scribe <s@x.example>', AT);
  if (!eml.ok) throw new Error(eml.error.message);
  const mail = await PostalMime.parse(eml.value);
  expect([mail.to, mail.cc]).toEqual([[{ name: 'Ana', address: 'ana@x.example' }], undefined]);
  expect(mail.subject).toBe('What we recorded you as saying: Passthrough');
  const nobody = slipEml(b.session, slipOf(b.session, 'ben'), 'Scribe <s@x.example>', AT);
  expect(nobody.ok ? '' : nobody.error.message).toBe('No address is known of ben.');
});

test('a slip tells nobody what was private, nor what others said', () => {
  const b = record().people('ana', 'ben').subsystem('uvc').position('ben', 'uvc', 'abstain', { rationale: 'not mine' });
  b.position('ana', 'uvc', 'standard-required').add({
    kind: 'note-taken',
    text: 'between us',
    who: 'ana',
    private: true,
  });
  const text = slipText(b.session, slipOf(b.session, 'ana'), AT);
  expect(text).not.toContain('between us');
  expect(text).not.toContain('not mine');
});

test('whatever people say, no line of a slip is a trailer, a separator or too long', () => {
  fc.assert(
    fc.property(hostileTexts, (texts) => {
      let next = 0;
      const { session } = fullRecord(() => texts[(next += 1) % texts.length] ?? 'x');
      for (const slip of slips(session)) {
        for (const line of slipText(session, slip, AT).split('\n')) {
          expect(line).not.toMatch(/^\s*[\p{L}\p{N}_]\S+:\s+\S|^(?:>*From |---|diff |\.$|-- ?$)/u);
        }
      }
    }),
    { numRuns: Math.ceil(runs / 100) },
  );
});

test('who withholds the name is named in their own slip, and in nobody else’s', () => {
  const b = record({ title: 'What Ricarda asked' });
  b.add({ kind: 'participant-added', who: 'rri', name: 'Ricarda Ribalta' }).people('ben').subsystem('uvc');
  b.position('rri', 'uvc', 'standard-required');
  const entry = b.last;
  b.position('ben', 'uvc', 'standard-required', { rationale: 'as Ricarda Ribalta said' });
  expect(slipText(b.session, slipOf(b.session, 'ben'), AT)).toContain('as Ricarda Ribalta said');
  b.do((session, env) => decideSlipAnswer(session, { who: 'rri' as Handle, entry, answer: 'withheld' }, env));
  const others = slipText(b.session, slipOf(b.session, 'ben'), AT);
  expect(others).toContain('as name withheld said');
  expect(others).not.toMatch(/ricarda|ribalta/i);
  expect(slipText(b.session, slipOf(b.session, 'rri'), AT)).toContain('Hi Ricarda Ribalta,');
});
