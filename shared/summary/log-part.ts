import { explainEntry } from '../capture/explain';
import { plainText } from '../capture/reading';
import { calendarDay } from '../record/dates';
import type { AnyEntry } from '../record/entry';
import { timeOf } from '../record/order';
import { inZone } from '../record/zone';
import { struckEntries } from '../session/counts';
import { logOf } from '../session/log';
import { counts } from '../session/verdicts';
import type { Block } from './document';
import type { Page } from './page';

/** The record itself, line by line: who recorded what and when; what was struck stays readable, and is marked. */
export function logPart(page: Page): readonly Block[] {
  const { session, zone } = page;
  const struck = struckEntries(session);
  const days = new Map<string, AnyEntry[]>();
  for (const entry of logOf(session)) {
    const day = page.calendar(timeOf(entry));
    const all = days.get(day);
    if (all === undefined) days.set(day, [entry]);
    else all.push(entry);
  }
  return [
    { type: 'heading', level: 1, said: page.say('Log') },
    ...[...days].flatMap(([day, entries]): readonly Block[] => [
      { type: 'paragraph', said: page.say(`Said on ${calendarDay(day)}; each line begins with who recorded it.`) },
      {
        type: 'items',
        of: 'log',
        items: entries.map((entry) => ({
          mark: inZone(timeOf(entry), zone).slice(11),
          head: page.say(`${page.name(entry.by)}, ${markOf(entry)}${plainText(explainEntry(session, entry))}`, [entry]),
          lines: [],
        })),
      },
    ]),
  ];

  function markOf(entry: AnyEntry): string {
    if (struck.has(entry.id)) return 'struck: ';
    return counts(session, entry) ? '' : 'in a clash: ';
  }
}
