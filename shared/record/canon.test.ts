import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { compareBytes, lineOf, linesOf, MAX_LINE_BYTES, parseLine, utf8Length } from './canon';
import type { AnyEntry } from './entry';

const OWN = '2024-09-17T08:14:05.123Z-000-k7f3q2xa';
const EARLIER = '2024-09-17T08:02:11.004Z-000-k7f3q2xa';
const EARLIEST = '2024-09-17T08:02:11.003Z-000-k7f3q2xa';
const LATER = '2024-09-17T08:14:05.123Z-001-k7f3q2xa';

/** A line with the given keys after its head, in the given order. */
function line(kind: string, rest: string, id = OWN): string {
  return `{"id":"${id}","by":"ana","kind":"${kind}"${rest === '' ? '' : `,${rest}`}}`;
}
const position = (rest: string): string =>
  line('position-taken', `${rest}"stance":"abstain","subsystem":"isp","who":"p7"`);
/** An entry of a kind that this program doesn't know. */
const later = (rest: string): string => line('later-kind', rest);
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a line that is read is the line that is written', () => {
  test.each([
    [
      'the example of the format',
      `{"id":"${OWN}","by":"ana","kind":"position-taken","conditions":["the stack covers every feature"],"prev":["${EARLIER}"],"stance":"userspace-allowed","subsystem":"isp","who":"p7"}`,
    ],
    [
      'an unknown kind with unknown fields of every sort',
      later('"a":null,"b":"","c":[],"d":{},"e":[{"z":-7}],"f":true,"g":false,"h":9007199254740991'),
    ],
    ['an unknown kind whose name follows another fashion', line('later.Kind_2', '')],
    ['an unknown field of a known kind', position('"mood":{"of":["calm",""]},')],
    [
      'an unknown field that is called like a method of objects',
      position('"constructor":1,"hasOwnProperty":2,"rationale":"x",'),
    ],
    ['a newline, a tab, quotes, a backslash', later('"text":"a\\n\\tb \\"c\\" \\\\"')],
    ['what JSON leaves as it is', later('"text":"\u007f\u0080\u2028\u2029/\ufeff😀é"')],
    ['numbers that end in zeros', later('"a":100,"b":-12300,"c":0')],
    ['the deepest nesting', later(`"a":${nested(15)}`)],
    ['a mail date to the second', position(`"said":"2024-07-25T09:26:38Z",`)],
    ['ids of earlier entries', position(`"act":"${EARLIER}","prev":["${EARLIEST}","${EARLIER}"],`)],
    ['February 29th of a leap year', line('session-opened', '"heldOn":["2024-02-29"],"title":"t"')],
    [
      'a number of milliseconds and a counter at their ends',
      line('later', '', '9999-12-31T23:59:59.999Z-zzz-z7777777'),
    ],
  ])('%s', (_, text) => {
    const read = parseLine(text);
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(lineOf(read.value)).toBe(text);
  });
});

describe('a line that the format forbids is refused', () => {
  test.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['an object that stops', position('').slice(0, -1)],
    ['text behind it', `${position('')}x`],
    ['a carriage return behind it', `${position('')}\r`],
    ['a space behind it', `${position('')} `],
    ['a space inside it', position('').replace(':', ': ')],
    ['a space as long as what an exponent saves', later('"a": 1e3')],
    ['keys in another order', `{"by":"ana","id":"${OWN}","kind":"later"}`],
    ['by before id', `{"by":"ana","id":"${OWN}","kind":"x"}`],
    ['no by', `{"id":"${OWN}","kind":"x"}`],
    ['no kind', `{"id":"${OWN}","by":"ana"}`],
    ['fields that are not sorted', later('"b":1,"a":1')],
    ['fields that are not sorted inside', later('"a":{"c":1,"b":1}')],
    ['a key twice', later('"a":1,"a":1')],
    ['a key twice, of other lengths', later('"a":1,"a":10')],
    ['a key twice inside', later('"a":{"b":1,"b":2}')],
    ['the id twice', `{"id":"${OWN}","id":"${OWN}","by":"ana","kind":"x"}`],
    ['a key with a capital first', later('"A":1')],
    ['a key with a hyphen', later('"a-b":1')],
    ['a key of digits', later('"1":1')],
    ['an empty key', later('"":1')],
    ['a key that changes prototypes', later('"__proto__":1')],
    ['a key with a letter beyond ASCII', later('"é":1')],
    ['a key inside with a capital first', later('"a":{"B":1}')],
    ['a key that is escaped', later('"\\u0061":1')],
    ['a fraction', later('"a":1.5')],
    ['an integer written as a fraction', later('"a":1.0')],
    ['an exponent', later('"a":1e3')],
    ['an exponent as long as what it stands for', later('"a":1e2')],
    ['a large exponent', later('"a":12e2')],
    ['minus zero', later('"a":-0')],
    ['a number beyond 2^53-1', later('"a":9007199254740992')],
    ['a number beyond all', later('"a":1e999')],
    ['a number that is not one', later('"a":NaN')],
    ['an escape that isn’t needed', later('"a":"\\u0041"')],
    ['an escaped slash', later('"a":"\\/"')],
    ['a newline escaped by its number', later('"a":"\\u000a"')],
    ['a raw tab', later('"a":"\t"')],
    ['a carriage return', later('"a":"\\r"')],
    ['a form feed', later('"a":"\\f"')],
    ['a backspace', later('"a":"\\b"')],
    ['a null character', later('"a":"\\u0000"')],
    ['an escape character', later('"a":"\\u001b"')],
    ['a lone surrogate, escaped', later('"a":"\\ud800"')],
    ['a lone surrogate, raw', later('"a":"\ud800"')],
    ['a pair of surrogates in the wrong order', later('"a":"\udc00\ud800"')],
    ['depth 17', later(`"a":${nested(16)}`)],
    ['depth 17 of objects', later(`"a":${'{"a":'.repeat(16)}1${'}'.repeat(16)}`)],
    ['depth of half a million', later(`"a":${nested(500_000)}`)],
    ['1 MiB and a byte', later(`"a":"${'x'.repeat(MAX_LINE_BYTES - later('"a":""').length + 1)}"`)],
    ['1 MiB and more in letters of two bytes', later(`"a":"${'é'.repeat(MAX_LINE_BYTES / 2)}"`)],
    ['an id without milliseconds', line('x', '', '2024-09-17T08:14:05Z-000-k7f3q2xa')],
    ['an id with a short counter', line('x', '', '2024-09-17T08:14:05.123Z-00-k7f3q2xa')],
    ['an id with a counter in capitals', line('x', '', '2024-09-17T08:14:05.123Z-00A-k7f3q2xa')],
    ['an id whose writer begins with a digit', line('x', '', '2024-09-17T08:14:05.123Z-000-77f3q2xa')],
    ['an id whose writer holds a 1', line('x', '', '2024-09-17T08:14:05.123Z-000-k1f3q2xa')],
    ['an id of a day that isn’t', line('x', '', '2024-02-30T08:14:05.123Z-000-k7f3q2xa')],
    ['an id of February 29th in another year', line('x', '', '2023-02-29T08:14:05.123Z-000-k7f3q2xa')],
    ['an id of a month that isn’t', line('x', '', '2024-13-01T08:14:05.123Z-000-k7f3q2xa')],
    ['an id of an hour that isn’t', line('x', '', '2024-09-17T24:00:00.000Z-000-k7f3q2xa')],
    ['an id of a leap second', line('x', '', '2024-09-17T23:59:60.000Z-000-k7f3q2xa')],
    ['an id that is a number', `{"id":1,"by":"ana","kind":"x"}`],
    ['a scribe that is no handle', `{"id":"${OWN}","by":"Ana","kind":"x"}`],
    ['an empty kind', line('', '')],
    ['a kind that is a number', `{"id":"${OWN}","by":"ana","kind":1}`],
    ['an act that is later', later(`"act":"${LATER}"`)],
    ['an act that is itself', later(`"act":"${OWN}"`)],
    ['a time that isn’t UTC', position('"said":"2024-07-25T09:26:38+02:00",')],
    ['a time of a day that isn’t', position('"said":"2024-02-30T09:26:38.000Z",')],
    ['null in a known field', position('"rationale":null,')],
    ['an empty text in a known field', position('"rationale":"",')],
    ['an empty list in a known field', position('"conditions":[],')],
    ['an empty text in a known list', position('"conditions":["a",""],')],
    ['an empty text in a known field inside', position('"evidence":[{"lines":[""],"message":"m"}],')],
    ['a stance that isn’t', position('').replace('abstain', 'maybe')],
    ['a field that must be there', line('position-taken', '"stance":"abstain","subsystem":"isp"')],
    ['the last field that must be there', line('entry-picked', `"entry":"${EARLIER}"`)],
    ['a handle with a capital', position('').replace('"p7"', '"P7"')],
    ['a handle of 33 characters', position('').replace('"p7"', `"${'p'.repeat(33)}"`)],
    ['prev with a later id', position(`"prev":["${LATER}"],`)],
    ['prev with its own id', position(`"prev":["${OWN}"],`)],
    ['prev that isn’t sorted', position(`"prev":["${EARLIER}","${EARLIEST}"],`)],
    ['prev with an id twice', position(`"prev":["${EARLIER}","${EARLIER}"],`)],
    ['prev that isn’t a list', position(`"prev":"${EARLIER}",`)],
    ['a reference to a later entry', line('entry-struck', `"entry":"${LATER}"`)],
    ['a later id in an unknown field', later(`"a":"${LATER}"`)],
    ['a later id in an unknown field of a known kind', position(`"mood":["${LATER}"],`)],
    [
      'a later id in an unknown field inside a known one',
      position(`"evidence":[{"room":"2024-07-25T09:26:38.000Z","with":"${LATER}"}],`),
    ],
    ['its own id in an unknown field', later(`"a":{"b":["${OWN}"]}`)],
    [
      'evidence of both sorts',
      position('"evidence":[{"lines":["x"],"message":"m","room":"2024-07-25T09:26:38.000Z"}],'),
    ],
    ['evidence of neither sort', position('"evidence":[{"lines":["x"]}],')],
    ['evidence without lines', position('"evidence":[{"message":"m"}],')],
    ['a call on two things', line('call-made', `"call":"rough","on":{"call":"${EARLIER}","subsystem":"isp"}`)],
    ['a call on nothing', line('call-made', '"call":"rough","on":{}')],
    ['a day in a month that has 30', line('session-opened', '"heldOn":["2024-04-31"],"title":"t"')],
    ['a day that is a time', line('session-opened', '"heldOn":["2024-04-30T00:00:00.000Z"],"title":"t"')],
    ['a flag that is a word', line('note-taken', '"private":"yes","text":"t"')],
    ['a number that is a text', line('poll-counted', `"counts":["1"],"poll":"${EARLIER}"`)],
  ])('%s', (_, text) => {
    expect(parseLine(text)).toMatchObject({ ok: false });
  });
});

test('a refusal says where in the line, what was found and what was expected', () => {
  expect(parseLine(position('"evidence":[{"lines":["a",""],"message":"m"}],'))).toEqual({
    ok: false,
    error: { path: 'evidence[0].lines[1]', found: '""', expected: 'a text that is not empty' },
  });
  expect(parseLine(later('"a":{"c":1,"b":1}'))).toEqual({
    ok: false,
    error: { path: 'a', found: 'key "b"', expected: 'a key [a-z][A-Za-z0-9]* that sorts after "c"' },
  });
});

test('a line of exactly 1 MiB is read', () => {
  const text = later(`"a":"${'x'.repeat(MAX_LINE_BYTES - later('"a":""').length)}"`);
  expect(utf8Length(text)).toBe(MAX_LINE_BYTES);
  expect(parseLine(text).ok).toBe(true);
});

const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,3}$/);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.constantFrom(0, 100, -1200, 1e15, null, true, false, 'a\nb', 'a\\b', '"', 'constructor'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const unknownEntry = fc
  .dictionary(
    key.filter((name) => !['id', 'by', 'kind', 'act', 'said'].includes(name)),
    json.value,
    { maxKeys: 5 },
  )
  .map((fields) => ({ id: OWN, by: 'ana', kind: 'later-kind', ...fields }) as unknown as AnyEntry)
  // strings may hold anything here, and the record doesn't
  .filter((entry) => !/\\(?:[bfr]|u)/.test(JSON.stringify(entry)));

test('the canonical form is a fixed point, whatever the order of keys', () => {
  fc.assert(
    fc.property(unknownEntry, (entry) => {
      const written = lineOf(entry);
      const read = parseLine(written);
      expect(read).toMatchObject({ ok: true });
      if (read.ok) expect(lineOf(read.value)).toBe(written);
      const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as AnyEntry;
      expect(lineOf(turned)).toBe(written);
    }),
    { numRuns: runs },
  );
});

/** Other spellings of the same JSON, and of nearly the same. */
const spelling = fc.constantFrom<[from: RegExp, to: string]>(
  [/:/g, ': '],
  [/,/g, ' ,'],
  [/00(?=[,}\]])/, 'e2'],
  [/000(?=[,}\]])/, 'e3'],
  [/(\d)(?=[,}\]])/, '$1.0'],
  [/(\d)(?=[,}\]])/, '$1e0'],
  [/:0(?=[,}\]])/, ':-0'],
  [/a(?=[^"]*")/, '\\u0061'],
  [/\\n/, '\\u000a'],
  [/"([a-z])":/, '"$1":1,"$1":'],
  [/,"kind"/, ',"kind":"x","kind"'],
);

test('of all spellings of an entry only the canonical one is read', () => {
  fc.assert(
    fc.property(unknownEntry, fc.array(spelling, { minLength: 1, maxLength: 3 }), (entry, spellings) => {
      const written = lineOf(entry);
      const spelled = spellings.reduce((text, [from, to]) => text.replace(from, to), written);
      expect(parseLine(spelled).ok).toBe(isCanonical(spelled));
    }),
    { numRuns: runs },
  );
});

/** The same question asked without cleverness. */
function isCanonical(text: string): boolean {
  try {
    return lineOf(JSON.parse(text) as AnyEntry) === text;
  } catch {
    return false;
  }
}

test('lines compare as their UTF-8 bytes do', () => {
  const sign = (n: number): number => Math.sign(n);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(sign(compareBytes(a, b))).toBe(sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      expect(utf8Length(a)).toBe(Buffer.byteLength(a));
    }),
    { numRuns: runs },
  );
});

test('lines written all at once are those written one by one, also of a list of things with ids', () => {
  const listed = { id: 'x', by: 'ana', kind: 'y', z: [{ id: 'a' }, { id: 'b' }] } as unknown as AnyEntry;
  const quoting = { id: 'x', by: 'ana', kind: 'y', text: 'a,{"id":"b"}' } as unknown as AnyEntry;
  const unsorted = { kind: 'y', id: 'x', z: 1, by: 'ana', a: 2 } as unknown as AnyEntry;
  for (const entries of [[], [quoting], [quoting, unsorted, quoting], [quoting, listed, unsorted]]) {
    expect(linesOf(entries)).toBe(entries.map((entry) => `${lineOf(entry)}\n`).join(''));
  }
});
