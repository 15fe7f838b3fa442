import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import { runs } from './runs';

/** Cases that failed once, a folder for each gate; they are tried before anything new. */
const REGRESSIONS = path.join(import.meta.dirname, 'regressions');

/**
 * Tries a gate with what a bad disk, a bad tool or an attacker makes of its input, 2,000 times in `npm test` (FC_RUNS).
 * What failed before is tried first; what fails now is shrunk and kept as a file, to be committed with its mending.
 */
export function fuzz(
  gate: string,
  inputs: fc.Arbitrary<Uint8Array>,
  holds: (bytes: Uint8Array) => void | Promise<void>,
): void {
  const folder = path.join(REGRESSIONS, gate.replaceAll(' ', '-'));
  test(`Row 26: ${gate}: whatever it is fed, it answers or refuses`, async ({ annotate }) => {
    const kept = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
    for (const name of kept) await holds(new Uint8Array(fs.readFileSync(path.join(folder, name))));
    const found = await fc.check(
      fc.asyncProperty(inputs, async (bytes) => {
        await holds(bytes);
      }),
      { numRuns: runs },
    );
    if (found.failed) {
      const file = found.counterexample === null ? undefined : keep(folder, found.counterexample[0]);
      throw new Error(`${file ?? 'no case'}: seed ${String(found.seed)}, path ${String(found.counterexamplePath)}`, {
        cause: found.errorInstance,
      });
    }
    await annotate(
      `fuzzed ${gate}: ${String(found.numRuns)} cases, ${String(kept.length)} kept ones, 0 crashes`,
      'figure',
    );
  });
}

function keep(folder: string, bytes: Uint8Array): string {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
  fs.writeFileSync(file, bytes);
  return path.relative(process.cwd(), file);
}

const SPICE = [
  '\0',
  '\r\n',
  '\n',
  '\r',
  '\n\n',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\ufffd',
  '"',
  '\\',
  '{',
  '[',
  '}',
  ':',
  ' ',
  '\t',
  'From ',
  'From x Thu Jan  1 00:00:00 1970\n',
  '--b',
  '=?utf-8?q?=00?=',
  '=?x?b?////?=',
  '__proto__',
  'constructor',
  '<script>',
  '../../',
  '%s%n',
  '1e999',
  '-0',
  '9007199254740993',
].map((text) => new TextEncoder().encode(text));

/** One change: what it does, where (of 1,000 parts), how long, and with which byte or piece. */
const change = fc.tuple(
  fc.constantFrom('flip', 'put', 'spice', 'cut', 'drop', 'twice', 'other'),
  fc.nat({ max: 999 }),
  fc.nat({ max: 64 }),
  fc.nat({ max: 255 }),
);

/** Seeds as they are after a few changes of their bytes, one in twenty of them anything at all. */
export function mutated(seeds: readonly (string | Uint8Array)[]): fc.Arbitrary<Uint8Array> {
  const all = seeds.map((seed) => (typeof seed === 'string' ? new TextEncoder().encode(seed) : seed));
  const some = fc
    .tuple(fc.constantFrom(...all), fc.array(change, { minLength: 1, maxLength: 8 }))
    .map(([seed, changes]) => changes.reduce((bytes, each) => changed(bytes, each, all), seed));
  return fc.oneof({ weight: 19, arbitrary: some }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) });
}

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(bytes: Uint8Array, [what, place, length, byte]: Change, seeds: readonly Uint8Array[]): Uint8Array {
  const at = Math.floor((place * (bytes.length + 1)) / 1_000);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (what) {
    case 'flip':
      return joined(before, Uint8Array.of(byte ^ (after[0] ?? 0)), after.subarray(1));
    case 'put':
      return joined(before, Uint8Array.of(byte), after);
    case 'spice':
      return joined(before, SPICE[byte % SPICE.length]!, after);
    case 'cut':
      return before;
    case 'drop':
      return joined(before, after.subarray(length));
    case 'twice':
      return joined(before, after.subarray(0, length), after);
    case 'other': {
      const other = seeds[byte % seeds.length]!;
      return joined(before, other.subarray(Math.min(at, other.length)));
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** JSON as it is after one of its values, keys or members was changed: what is still JSON, and of another shape. */
export function reshaped(seeds: readonly unknown[]): fc.Arbitrary<unknown> {
  const value = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.constantFrom<unknown>(null, 0, -1, 1.5, 2 ** 53, true, '', 'x', [], {}, [[]], { a: [] }),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  const key = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'id',
    'kind',
    'x',
    'X',
    '',
    'prev',
    'act',
    'said',
  );
  return fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.nat({ max: 5_000 }),
      fc.constantFrom('value', 'key', 'without', 'more'),
      value,
      key,
    )
    .map(([seed, place, what, put, name]) => {
      const places = spotsOf(seed);
      if (places.length === 0) return put;
      const { path: steps } = places[place % places.length]!;
      return changedAt(seed, steps, what, put, name);
    });
}

type What = 'value' | 'key' | 'without' | 'more';

function spotsOf(value: unknown, steps: readonly string[] = []): readonly { readonly path: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const here = [...steps, key];
    return [{ path: here }, ...spotsOf(member, here)];
  });
}

function changedAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  what: What,
  put: unknown,
  name: string,
): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return put;
  const isLast = rest.length === 0;
  const members = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    if (key !== step) return [[key, member]];
    if (!isLast) return [[key, changedAt(member, rest, what, put, name)]];
    const made: Readonly<Record<What, [string, unknown][]>> = {
      value: [[key, put]],
      key: [[name, member]],
      without: [],
      more: [
        [key, member],
        [name, put],
      ],
    };
    return made[what];
  });
  if (Array.isArray(value)) return members.map(([, member]) => member);
  // as JSON makes it: `__proto__` is a key of its own
  return JSON.parse(
    `{${members.map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`).join(',')}}`,
  );
}
