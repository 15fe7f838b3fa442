import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectProportion } from '../testing/growth';
import { runs } from '../testing/runs';
import { suggestionKey, suggestionsOf, type SuggestContext } from './suggest';
import { subsystemsOf, suggestSections, tagsOf } from './suggest-subsystems';
import { aMail } from './testing/a-mail';
import { linesOf } from './testing/body-lines';

const ANA = { name: 'Ana Bé', address: 'Ana@mail.example' };
const MAIL = aMail(ANA, { id: 'answer@mail.example' });
const PARENT = aMail({ name: 'Ben Ce', address: 'ben@mail.example' }, { id: 'parent@mail.example' });
const of = (body: string, context?: SuggestContext, mail = MAIL) => suggestionsOf(mail, linesOf(body), context);
const cues = (body: string) => of(body).map(({ line, cue, rule }) => `${line} ${cue} (${rule})`);

test("MAIL-21: a NAK that is quoted is nobody's here; an own +1 below a quote is one suggestion", () => {
  expect(of('On Monday Ben Ce wrote:\n> NAK\n> > NACK\n\nI see.')).toEqual([]);
  expect(of('> Cameras have a standard,\n> so they follow it.\n\n+1\n', { parent: PARENT })).toEqual([
    {
      message: 'answer@mail.example',
      line: 4,
      cue: '+1',
      rule: 'whole line',
      quote: ['+1'],
      who: ANA,
      target: {
        message: 'parent@mail.example',
        author: PARENT.author,
        lines: ['> Cameras have a standard,', '> so they follow it.'],
      },
      phrases: [],
      subsystems: [],
    },
  ]);
  expect(of('I would ask Ben to retract his NACK.')).toEqual([]);
  expect(of('Johannes to retract his NACK.')).toEqual([]);
});

test.each([
  ['+1', '+1 (whole line)'],
  ['+1!', '+1 (whole line)'],
  ['+1 from me', '+1 (start of a sentence)'],
  ['Ack', 'Ack (whole line)'],
  ['ACK.', 'ACK (whole line)'],
  ['Ack. I will send it.', 'Ack (start of a sentence)'],
  ['NAK', 'NAK (whole line)'],
  ['NACK, this breaks everything.', 'NACK (start of a sentence)'],
  ['Nak on the whole idea.', 'Nak (start of a sentence)'],
  ['Well. NAK.', 'NAK (start of a sentence)'],
  ['Agreed.', 'Agreed (whole line)'],
  ['Agreed, cameras should follow it.', 'Agreed (start of a sentence)'],
  ['I agree with Ben that it should.', 'I agree (start of a sentence)'],
  ['I fully agree.', 'I fully agree (whole line)'],
  ['I strongly disagree with that.', 'I strongly disagree (start of a sentence)'],
  ['Acked-by: Ana Bé <ana@mail.example>', 'Acked-by (trailer)'],
  ['Nacked-by: Ana Bé <ana@mail.example>', 'Nacked-by (trailer)'],
  ['Reviewed-by: ana@mail.example', 'Reviewed-by (trailer)'],
  ['Hi Ben,\n+1', '+1 (whole line)'],
])('%s is a cue', (body, expected) => {
  expect(cues(body).map((cue) => cue.replace(/^\d+ /, ''))).toEqual([expected]);
});

test.each([
  'he should retract his NACK',
  'Ben to retract his\nNACK.',
  'I was about to NACK the entire series',
  'to\nNACK the entire series',
  'NACK the entire series was my first thought.',
  '@@ +1 @@',
  '@@ -1,2 +1,2 @@',
  '@@ -0,0 +1 @@\n+1\n',
  '+int x;\n+1\n',
  '+10',
  '+1 more thing: it is late',
  'Ack, that is a good point.',
  'Acknowledged.',
  'I do not agree with that.',
  "I don't agree.",
  'I never agreed to that.',
  'I would agree with that if it were so.',
  'I agree to disagree.',
  'Agreed upon rules are rules.',
  'Agreed? Not by me.',
  'NAK? Why?',
  'NAK, not at all what I said.',
  'NAK withdrawn.',
  'NAK, retracted after the discussion.',
  'He said "NAK" twice.',
  'NAKs are rare.',
  'Nothing here',
  'Acked-by: Ben Ce <ben@mail.example>',
  ' Acked-by: Ana Bé <ana@mail.example>',
  'Signed-off-by: Ana Bé <ana@mail.example>',
  '> +1',
  '>NAK',
  '',
])('must not fire: %s', (body) => {
  expect(cues(body)).toEqual([]);
});

test.each(['patch', 'signature', 'attribution', 'outlook', 'quoted'] as const)(
  'nothing fires in a line of a %s',
  (kind) => {
    const body = '+1\nNAK\nAcked-by: Ana Bé <ana@mail.example>';
    expect(suggestionsOf(MAIL, linesOf(body, { 1: kind, 2: kind, 3: kind }))).toEqual([]);
  },
);

test('TRUST-12: nothing is suggested for an author who can not be told for sure', () => {
  expect(of('+1', {}, aMail({ ...ANA, doubts: ['ambiguous'] }))).toEqual([]);
  expect(of('+1', {}, aMail({ ...ANA, doubts: ['look-alike'] }))).toEqual([]);
});

test('the quote is the exact lines of the sentence, at most three', () => {
  expect(of('I agree with  this\nbecause of that. And\nmore.')[0]!.quote).toEqual([
    'I agree with  this',
    'because of that. And',
    'more.',
  ]);
  expect(of('I agree with\na\nb\nc\nd')[0]!.quote).toHaveLength(3);
  expect(of('NAK.\nThe rest is another sentence.')[0]!.quote).toEqual(['NAK.']);
});

test('what is answered is the block directly above that is quoted once, its last three lines', () => {
  const target = (body: string) => of(body, { parent: PARENT })[0]!.target?.lines;
  expect(target('> a\n> b\n> c\n> d\n\n+1')).toEqual(['> b', '> c', '> d']);
  expect(target('> > deeper\n> answer\n+1')).toEqual(['> answer']);
  expect(target('> > only deeper\n+1')).toBeUndefined();
  expect(target('> quoted\n\nAnother paragraph.\n\n+1')).toBeUndefined();
  expect(target('> quoted\n> \n+1')).toEqual(['> quoted']);
  expect(of('> quoted\n+1')[0]!.target).toEqual({ lines: ['> quoted'] });
});

test('what was dismissed never comes back', () => {
  const [suggestion] = of('+1');
  expect(of('+1', { done: new Set([suggestionKey(suggestion!)]) })).toEqual([]);
});

test('phrases of the rules are looked for as words in the same paragraph, and alone are no cue', () => {
  const phrases = ['passthrough', 'open standard', 'userspace'];
  expect(of('I agree with an Open\nstandard here.\n\nNo passthrough.', { phrases })[0]!.phrases).toEqual([
    'open standard',
  ]);
  expect(of('> passthrough\n+1', { phrases })[0]!.phrases).toEqual([]);
  expect(of('A passthrough in userspace.', { phrases })).toEqual([]);
});

const list = (address: string) => ({ address });
const SECTIONS = [
  { title: 'CBL', lists: [list('cbl@vger.example')], people: [ANA] },
  { title: 'MEDIA', lists: [list('media@vger.example')], people: [] },
  { title: 'ONE', lists: [list('all@vger.example')], people: [] },
  { title: 'TWO', lists: [list('all@vger.example')], people: [] },
  { title: 'UVC', lists: [], people: [{ address: 'ana@mail.example' }], tags: ['usb-video'] },
];

test('subsystems: the tag of the subject, the lists it went to, the sections of the sender; at most three', () => {
  const offers = (more: Parameters<typeof aMail>[1], author = ANA) =>
    subsystemsOf(aMail(author, more), suggestSections(SECTIONS)).map(({ title, because }) => `${because} ${title}`);
  expect(offers({ subject: '[usb video] x' })).toEqual(['tag UVC', 'sender CBL']);
  expect(
    offers({ cc: [list('all@vger.example'), list('MEDIA@vger.example')] }, { name: 'X', address: 'x@y.example' }),
  ).toEqual(['list MEDIA', 'list ONE', 'list TWO']);
  expect(offers({ cc: [list('cbl@vger.example'), list('media@vger.example'), list('all@vger.example')] })).toHaveLength(
    3,
  );
  expect(offers({ cc: [list('cbl@vger.example'), list('media@vger.example')] })[0]).toBe('list CBL');
});

test('of the sections that share a list, the one for the widest part of the tree comes first', () => {
  const shared = ['drivers/media/usb/x/', 'drivers/media/', '*/net/', 'x.c'].map((file) => ({
    title: file,
    lists: [list('media@vger.example')],
    people: [],
    files: [file],
  }));
  const offers = subsystemsOf(aMail({}, { lists: ['media@vger.example'] }), suggestSections(shared));
  expect(offers.map(({ title }) => title)).toEqual(['drivers/media/', 'drivers/media/usb/x/', '*/net/']);
});

test('the list of the last resort says nothing', () => {
  const sections = ['drivers/', '*/'].map((file) => ({
    title: file,
    lists: [list('all@x.example')],
    people: [],
    files: [file],
  }));
  expect(subsystemsOf(aMail({}, { lists: ['all@x.example'] }), suggestSections(sections))).toEqual([]);
});

test('a suggestion carries what its mail may be about', () => {
  const sections = suggestSections(SECTIONS);
  expect(of('+1', { sections })[0]!.subsystems).toEqual([
    { title: 'CBL', because: 'sender' },
    { title: 'UVC', because: 'sender' },
  ]);
});

test('the tags of summits are one tag', () => {
  for (const tag of [
    'MAINTAINERS SUMMIT',
    'MAINTAINER SUMMIT',
    'MAINTAINERS/KERNEL SUMMIT',
    'Maintainers / Kernel Summit',
  ]) {
    expect(tagsOf(`Re: [${tag}] [usb-video] x`)).toEqual(['summit', 'usb video']);
  }
});

const piece = fc.oneof(
  fc.constantFrom(
    '+1',
    'NAK',
    'Ack.',
    'I agree',
    '> ',
    '>> NAK',
    '@@ +1 @@',
    'Acked-by: a@b',
    '-- ',
    '',
    'Agreed? NAK?',
  ),
  fc.string({ maxLength: 20 }),
);

test('whatever the body: a suggestion quotes own lines exactly, and no line gives two', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const lines = linesOf(pieces.join('\n'));
      const found = suggestionsOf(MAIL, lines, { parent: PARENT, phrases: ['a'] });
      for (const { line, quote, cue } of found) {
        expect(lines.slice(line - 1, line - 1 + quote.length).map(({ text }) => text)).toEqual(quote);
        expect(quote.length).toBeGreaterThan(0);
        expect(quote.length).toBeLessThanOrEqual(3);
        expect(lines[line - 1]).toMatchObject({ kind: 'own', depth: 0 });
        expect(quote[0]).toContain(cue);
      }
      expect(new Set(found.map(({ line }) => line)).size).toBe(found.length);
    }),
    { numRuns: runs },
  );
});

test('TRUST-21: long lines and many lines take time by their length', async () => {
  const context = { parent: PARENT, phrases: ['passthrough'] };
  const bodies: readonly ((size: number) => string)[] = [
    (size) => 'NAK? '.repeat(size),
    (size) => `NAK ${'x'.repeat(size * 5)}`,
    (size) => `+1${' '.repeat(size * 5)}x`,
    (size) => `Acked-by: ${'a@'.repeat(size * 2)}`,
    (size) => '. '.repeat(size * 2),
    (size) => '+1.\n'.repeat(size),
    (size) => `${'> a\n'.repeat(size)}${'\n'.repeat(size)}+1`,
    (size) => 'I agree with that\n'.repeat(size),
  ];
  for (const body of bodies) await expectProportion((size) => of(body(size), context), 12_500, body(2));
});
