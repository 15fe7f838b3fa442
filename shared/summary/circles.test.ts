import { expect, test } from 'vitest';
import { plainText } from '../capture/reading';
import { explainEntry } from '../capture/explain';
import type { Id } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { foldAll } from '../session/session';
import { record } from '../testing/build';
import { FORMS, formText } from './forms';

/** What an entry holds besides whom it names, by the field that names it. */
const NAMING: readonly (readonly [kind: string, fields: object, name: (id: Id) => object])[] = [
  ['call-made', { call: 'deferred' }, (call) => ({ on: { call } })],
  ['call-reopened', {}, (call) => ({ call })],
  ['objection-raised', { number: 1, who: 'ana' }, (call) => ({ on: { call } })],
  ['objection-raised', { number: 1, who: 'ana' }, (question) => ({ on: { question } })],
  ['objection-amended', { number: 1, who: 'ana' }, (id) => ({ objection: id, on: { call: id } })],
  ['objection-settled', { who: 'ana', disposition: 'withdrawn' }, (objection) => ({ objection })],
  ['objection-disputed', { who: 'ana', why: 'no' }, (objection) => ({ objection, settled: objection })],
  ['question-raised', { number: 1, text: 'Which?' }, (question) => ({ on: { question } })],
  ['question-answered', { answer: 'This' }, (question) => ({ question })],
  ['condition-met', { n: 1 }, (entry) => ({ entry })],
  ['rule-amended', { number: 1, text: 'All of it' }, (rule) => ({ rule, counters: rule })],
  ['rule-answered', { who: 'ana', answer: 'supports' }, (rule) => ({ rule })],
];

/** A record in which a second entry names a first one, which names the second, or itself where there is none. */
function circle(kind: string, fields: object, name: (id: Id) => object, of: 1 | 2, isStruck: boolean) {
  const build = record().people('ana').subsystem('uvc').add({ kind: 'note-taken', text: 'one' });
  const first = build.last;
  build.add({ kind: 'note-taken', text: 'two' });
  const second = of === 1 ? first : build.last;
  if (isStruck) build.strike(first);
  const other = new Map<Id, Id>([
    [first, second],
    [second, first],
  ]);
  const lines = build.lines.map((line) => {
    const named = other.get(line.id);
    // as a file of another program may hold it
    return named === undefined ? line : { id: line.id, by: line.by, kind, ...fields, ...name(named) };
  });
  return { lines, now: build.now };
}

test.each(NAMING)(
  '%s entries that name themselves or each other are told, whether they stand or were struck',
  (...what) => {
    for (const of of [1, 2] as const) {
      for (const isStruck of [false, true]) {
        const { lines, now } = circle(...what, of, isStruck);
        const session = foldAll(lines);
        for (const form of FORMS) {
          expect(formText(form, session, { at: now, sha256: sha256Of, log: true })).toContain('uvc');
        }
        for (const line of lines) expect(plainText(explainEntry(session, line))).not.toBe('');
      }
    }
  },
);
