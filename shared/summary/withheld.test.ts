import fc from 'fast-check';
import { expect, test } from 'vitest';
import { privateIds, tells } from '../file/share';
import type { AnyEntry } from '../record/entry';
import type { Handle, Id, Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { decideSlipAnswer } from '../session/slips';
import { foldAll, type Session } from '../session/session';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { emlText } from './eml';
import { FORMS, formText } from './forms';
import { PEOPLE_AS } from './pseudonyms';
import { summarise, type SummaryOptions } from './summarise';

const AT = '2024-09-18T08:00:00.000Z' as Instant;
const WHO = 'zqx';
const SAID = 'Zebulon Quixote says so, as @zqx or ZEBULON would, or\nQuixote';
const SECRET = 'between us alone';
const NAMED = /zebulon|quixote|zqx/i;

/** The fields that hold one handle or several. `to` holds people in a question alone. */
const PEOPLE: ReadonlySet<string> = new Set(['by', 'who', 'keep', 'drop', 'via', 'chair', 'scribes', 'maintainers']);

/** A record of any kind in which `a` is somebody of a name, everybody speaks of them, and what is private holds a secret. */
function named(record: readonly AnyEntry[]): readonly AnyEntry[] {
  const secret = privateIds(record);
  return record.map((entry) => {
    const isSecret = tells(entry, secret);
    return Object.fromEntries(
      Object.entries(entry).map(([field, value]) => [
        field,
        field === 'id' || field === 'kind'
          ? value
          : retold(value, PEOPLE.has(field) || field === 'to', isSecret ? SECRET : SAID),
      ]),
    ) as unknown as AnyEntry;
  });
}

function retold(value: unknown, isPeople: boolean, words: string): unknown {
  if (Array.isArray(value)) return value.map((each) => retold(each, isPeople, words));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, retold(each, false, words)]));
  }
  if (isPeople && value === 'a') return WHO;
  return value === 'one' || value === 'two' ? words : value;
}

const id = (second: number): Id => `2024-09-18T07:00:0${String(second)}.000Z-000-zaaaaaaa` as Id;

/** The same, where that somebody says something and withholds it. */
function withholding(record: readonly AnyEntry[]): Session {
  const session = foldAll([
    ...named(record),
    { id: id(1), by: 'ana', kind: 'participant-added', who: WHO, name: 'Zebulon Quixote', aliases: ['zqxx'] } as never,
    { id: id(2), by: 'ana', kind: 'position-taken', who: WHO, subsystem: 'uvc', stance: 'abstain' } as never,
    { id: id(3), by: 'ana', kind: 'note-taken', text: SECRET, private: true } as never,
  ]);
  const env = { now: Date.parse(AT), by: 'ana' as Handle, writer: 'zaaaaaaa' as never };
  const slip = decideSlipAnswer(session, { who: WHO as Handle, entry: id(2), answer: 'withheld' }, env);
  if (!slip.ok) throw new Error(slip.error.message);
  return foldAll([
    ...session.entries.values(),
    ...[...session.clashes.values()].flatMap((each) => [...each.values()]),
    ...slip.value,
  ]);
}

/** Every form of a session: those of files, and the mail with its headers. */
function allForms(session: Session, options: SummaryOptions): readonly string[] {
  const eml = emlText(summarise(session, options), { from: 'ana@x.example', to: ['list@x.example'] });
  return [...FORMS.map((form) => formText(form, session, options)), ...(eml.ok ? [eml.value] : [])];
}

const chosen = fc.record({
  people: fc.constantFrom(...PEOPLE_AS),
  log: fc.boolean(),
  ascii: fc.boolean(),
  rationales: fc.boolean(),
});

test('whatever was recorded and however it is told: no byte names who withholds the name, and none is of a private note', () => {
  let told = 0;
  fc.assert(
    fc.property(records, chosen, (record, choices) => {
      const options = { at: AT, sha256: sha256Of, ...choices };
      if (allForms(foldAll(named(record)), { ...options, people: 'names' }).some((text) => NAMED.test(text))) told += 1;
      for (const text of allForms(withholding(record), options)) {
        expect(NAMED.exec(text)?.[0]).toBeUndefined();
        expect(text.replace(/\s+/g, ' ')).not.toContain(SECRET);
      }
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
  // else it would have proved nothing
  expect(told).toBeGreaterThan(0);
});
