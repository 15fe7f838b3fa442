import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import type { Handle, Id, Instant, Slug } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { logOf } from '../session/log';
import { emptySession, fold, foldAll, type Session } from '../session/session';
import { decideSlipAnswer } from '../session/slips';
import { unfold } from '../session/unfold';
import { records } from '../testing/arbitrary-record';
import { record } from '../testing/build';
import { runs } from '../testing/runs';
import { FORMS, formText } from './forms';
import { PEOPLE_AS } from './pseudonyms';
import { slips } from './slips';

const AT = '2024-09-18T08:00:00.000Z' as Instant;

/** What every record has here before its own lines, so that these meet in subsystems that a summary tells of. */
const PLACES = record({ title: 'Passthrough' })
  .people('a', 'b', 'c', 'd')
  .subsystem('uvc', { maintainers: ['a', 'b'] })
  .subsystem('isp')
  .lines.map((entry) => JSON.parse(JSON.stringify(entry).replaceAll('2024-09-17T08', '2024-09-17T07')) as AnyEntry);

const lines = records.map((entries) => [...PLACES, ...entries]);

/** One way to look at a session: in some form, with some of what can be chosen. */
interface Look {
  readonly form: (typeof FORMS)[number];
  readonly people: (typeof PEOPLE_AS)[number];
  readonly rationales: boolean;
  readonly log: boolean;
  readonly ascii: boolean;
  readonly tellsNews: boolean;
  readonly isExtract: boolean;
  readonly remembers: boolean;
}

const looks: fc.Arbitrary<Look> = fc.record({
  form: fc.constantFrom(...FORMS),
  people: fc.constantFrom(...PEOPLE_AS),
  rationales: fc.boolean(),
  log: fc.boolean(),
  ascii: fc.boolean(),
  tellsNews: fc.boolean(),
  isExtract: fc.boolean(),
  remembers: fc.boolean(),
});

function seen(session: Session, { form, tellsNews, isExtract, ...chosen }: Look): string {
  const options = {
    ...chosen,
    at: AT,
    sha256: sha256Of,
    ...(tellsNews ? {} : { since: 0 }),
    ...(isExtract ? { subsystems: ['uvc' as Slug] } : {}),
  };
  return `${formText(form, session, options)}\f${JSON.stringify(slips(session))}`;
}

/** Some lines as they are read from a file: nothing was looked at before. */
function read(entries: readonly AnyEntry[]): Session {
  return foldAll(logOf(foldAll(entries)));
}

test('a summary that is made now and then while lines come in, in any order, is that of a session that was just read', () => {
  fc.assert(
    fc.property(
      lines.chain((entries) => fc.shuffledSubarray([...entries], { minLength: entries.length })),
      fc.array(fc.option(looks, { freq: 2 }), { minLength: 40, maxLength: 40 }),
      looks,
      (entries, between, last) => {
        const session = emptySession();
        for (const [at, entry] of entries.entries()) {
          fold(session, entry);
          const look = at === entries.length - 1 ? last : between[at];
          if (look) expect(seen(session, look)).toBe(seen(read(entries.slice(0, at + 1)), look));
        }
      },
    ),
    // each run makes some twenty summaries
    { numRuns: Math.ceil(runs / 4) },
  );
});

test('a summary of a session that goes back by some lines and on again is that of the lines that it holds', () => {
  const walks = fc.array(fc.tuple(fc.integer({ min: -6, max: 6 }), looks), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(lines, walks, (entries, steps) => {
      const log = logOf(foldAll(entries));
      const ids = [...new Set(log.map(({ id }) => id))];
      const session = foldAll(log);
      let place = ids.length;
      for (const [step, look] of steps) {
        const to = Math.max(1, Math.min(ids.length, place + step));
        while (session.entries.size > to) unfold(session);
        for (const entry of withIds(log, ids.slice(place, to))) fold(session, entry);
        place = to;
        expect(seen(session, look)).toBe(seen(read(withIds(log, ids.slice(0, place))), look));
      }
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
});

function withIds(log: readonly AnyEntry[], ids: readonly Id[]): readonly AnyEntry[] {
  const wanted = new Set(ids);
  return log.filter(({ id }) => wanted.has(id));
}

test('who withholds what comes in later is named nowhere, and nor are the words', () => {
  const b = record({ title: 'Passthrough' }).people('ana').subsystem('uvc');
  const { last: said } = b.position('ana', 'uvc', 'passthrough-niche', { rationale: 'my employer ships it' });
  b.do((session, env) => decideSlipAnswer(session, { who: 'ana' as Handle, entry: said, answer: 'withheld' }, env));
  const session = emptySession();
  for (const entry of b.lines) if (entry.id !== said) fold(session, entry);
  for (const form of FORMS) formText(form, session, { at: AT, sha256: sha256Of, log: true });
  for (const entry of b.lines) fold(session, entry);
  for (const form of FORMS) {
    const text = formText(form, session, { at: AT, sha256: sha256Of, log: true });
    expect(text).not.toMatch(/\bana\b/);
    expect(text).not.toContain('employer');
  }
});
