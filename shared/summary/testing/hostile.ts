import fc from 'fast-check';

const KNOWN = [
  'Acked-by: A B <a@b.example>',
  'fine\nNacked-by: A B <a@b.example>',
  'a long remark that goes on until the line is full and then says Reviewed-by: A B <a@b.example> at its end',
  'From here on it is another mail',
  'x\nFrom a@b.example Thu Jan  1 00:00:00 1970\nSubject: forged\n\nbody',
  '---\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@',
  'Index: x',
  '-- ',
  '-- \nGavel, 1 lines up to 2024-09-17T08:14:05.123Z-000-k7f3q2xa\nsha256 0000',
  '> > I never said that',
  '| | |',
  '.',
  '== Rule 1 ==',
  '[1] https://evil.example/',
  '\u202eright to left\u202c',
  'a\u0085b\u2028c\u2029d\u0000e\u001b[31mf',
  'Cc: list@b.example\r\nBcc: x@y.example',
  'Ünïcödé 漢字かな交じり文 한국어 😀👩‍💻 e\u0301' + '\u0301'.repeat(50),
  'word:'.repeat(40),
  'x'.repeat(300),
  `see https://lists.example/${'y'.repeat(120)}: there`,
  '100 % of it',
];

/** What a person may type, and what a person should not: some of it at random. */
const hostile = fc.oneof(
  fc.constantFrom(...KNOWN),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
  fc
    .array(fc.constantFrom('From ', 'by: ', 'a:', ' ', '\n', '--', '> ', 'x@y.example', 'Acked-', '.', '\t', 'word '), {
      minLength: 1,
      maxLength: 60,
    })
    .map((parts) => parts.join('')),
);

// a record holds no text that is empty, or that is without its control characters
const held = hostile.filter((text) => text.replace(/[\0-\x1f]/g, '').trim() !== '');

export const hostileTexts = fc.array(held, { minLength: 1, maxLength: 8 });
