import { expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import type { Id, Instant } from '../record/ids';
import { namedIn } from '../record/names';
import { sha256Of } from '../record/sha256';
import { decideSent } from '../session/sent';
import { foldAll } from '../session/session';
import { record } from '../testing/build';
import type { FormLine } from './form-line';
import { FORMS, formLines } from './forms';
import { handlesIn } from './masked-entry';
import { fullRecord } from './testing/full-record';

const OPTIONS = { at: '2024-09-18T08:00:00.000Z' as Instant, sha256: sha256Of, log: true };

/**
 * A line as it is, apart from what goes by the whole record and not by one entry: the numbers of links, the widths of a
 * table, how many people have no position (whoever comes into the record is one more), and the ids themselves, which are
 * left out where the list item has the same.
 */
function comparable({ text }: FormLine): string {
  return text
    .replace(/\[?\\?\[\d+\\?\]\]?(?:\(<[^>]*>\))?/g, '[n]')
    .replace(/href="#link-\d+"/g, 'href')
    .replace(/ data-entries="[^"]*"| <!-- [^>]* -->/g, '')
    .replace(/,$/, '')
    .replace(/-{2,}/g, '--')
    .replace(/\s+/g, ' ')
    .replace(/^(( ?\S+)(?: \d+){4}) \d+ /, '$1 n ')
    .replace(/((?: \| \d+){4}) \| \d+ /, '$1 | n ')
    .replace(/((?:<td class="right">\d+<\/td>){4})<td class="right">\d+/, '$1<td class="right">n')
    .replace(/"none":\d+/, '"none":n')
    .replace(/(,(?:\d+,){5})\d+,/, '$1n,');
}

const OF_ALL =
  /^(?:$|<!-- -->|<li id="link-|<ol class="links"|<\/?ul|<\/?li>|<\/ol>|\[n\] https?:|\d+\. <https?:|Gavel, |sha256 |as of |record,| "record": | "version": |---$| "\w+": \[| \]$)/;

/** The lines that are no more; of lines with the same text those that rest on what is not there any more. */
function gone(
  before: readonly FormLine[],
  after: readonly FormLine[],
  isNamed: (line: FormLine) => boolean,
): readonly FormLine[] {
  const left = new Map<string, number>();
  for (const line of after) left.set(comparable(line), (left.get(comparable(line)) ?? 0) + 1);
  return [...before.filter((line) => !isNamed(line)), ...before.filter(isNamed)].filter((line) => {
    const text = comparable(line);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0 && !OF_ALL.test(text);
  });
}

/** Every entry that some entries rest on: those they name by id, the people and subsystems that they name by key. */
function restingOn(lines: readonly AnyEntry[]): (ids: readonly Id[]) => ReadonlySet<Id> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const people = new Map<string, Id>();
  const places = new Map<string, Id>();
  for (const line of lines) {
    if (line.kind === 'participant-added' && 'who' in line) people.set(String(line.who), line.id);
    if (line.kind === 'subsystem-added' && 'subsystem' in line) places.set(String(line.subsystem), line.id);
  }
  const namedBy = (entry: AnyEntry): readonly Id[] => [
    ...namedIn(entry),
    ...[entry.by, ...handlesIn(entry)].flatMap((who) => people.get(who) ?? []),
    ...[...JSON.stringify(entry).matchAll(/"([a-z0-9._-]+)"/g)].flatMap(([, word = '']) => places.get(word) ?? []),
  ];
  return (ids) => {
    const found = new Set(ids);
    for (const id of found) {
      const entry = byId.get(id);
      for (const named of entry === undefined ? [] : namedBy(entry)) found.add(named);
    }
    return found;
  };
}

/** What a session is called, where and when: it stands over everything, so nothing is said to come from it alone. */
const FRAME: ReadonlySet<string> = new Set(['session-opened']);

/** What was sent once, and in which afterwards much was struck, answered, met and reopened. */
function secondVersion(): readonly AnyEntry[] {
  const b = record({ chair: 'cho' }).people('cho', 'ana', 'ben', 'eve');
  b.subsystem('uvc', { maintainers: ['ana', 'ben'] }).subsystem('isp');
  b.position('ana', 'uvc', 'standard-required', { rationale: 'it works', conditions: ['it is open'] });
  const position = b.last;
  b.position('ben', 'uvc', 'userspace-allowed');
  const struck = [b.last];
  b.objection('eve', 'uvc', { rationale: 'it is early' });
  struck.push(b.last);
  b.objection('ben', 'isp', { rationale: 'it is late' });
  b.rule('A full stack').answer('ana', 1, 'supports');
  struck.push(b.last);
  b.call('uvc', 'consensus', { stance: 'standard-required', statement: 'it follows the standard' });
  b.add({ kind: 'question-raised', number: 1, text: 'Which one?' });
  b.add({ kind: 'question-answered', question: b.last, answer: 'This' });
  struck.push(b.last);
  const sent = { form: 'eml', messageId: 'v1@x.example', to: ['list@x.example'], sha256: 'ab'.repeat(32) };
  b.do((session, env) => decideSent(session, sent, env));
  b.add({ kind: 'condition-met', entry: position, n: 1 });
  for (const id of struck) b.strike(id);
  b.position('eve', 'isp', 'abstain').settle(2, 'withdrawn', { who: 'ben' });
  // what a struck revision or settlement superseded stands again
  b.position('eve', 'isp', 'userspace-allowed').strike();
  b.objection('ana', 'isp', { rationale: 'it is odd' }).settle(3, 'withdrawn', { who: 'ana' }).strike();
  return b.reopen('uvc').lines;
}

test.each(
  FORMS.flatMap((form) => [
    ['of everything', form, () => fullRecord().lines] as const,
    ['with strikes and a version that was sent', form, secondVersion] as const,
  ]),
)(
  'without an entry of a record %s those lines change that come from it or from what names it, and no other: %s',
  (_, form, made) => {
    const lines = made();
    const before = formLines(form, foldAll(lines), OPTIONS);
    const rests = restingOn(lines);
    const wrong: string[] = [];
    for (const entry of lines.filter(({ kind }) => !FRAME.has(kind))) {
      const after = formLines(form, foldAll(lines.filter((line) => line !== entry)), OPTIONS);
      const changed = gone(before, after, ({ from }) => rests(from).has(entry.id));
      for (const line of changed) {
        if (!rests(line.from).has(entry.id)) wrong.push(`${entry.kind} ${entry.id.slice(17, 23)}: ${line.text}`);
      }
      // and of those that say so themselves some do
      const named = before.filter(({ from }) => from.includes(entry.id));
      if (named.length > 0 && !changed.some((line) => named.includes(line)))
        wrong.push(`${entry.kind}: nothing changed`);
    }
    expect(wrong).toEqual([]);
  },
);
