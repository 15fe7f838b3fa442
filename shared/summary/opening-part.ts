import { STANCES, type EntryOf } from '../record/entry';
import { instantOf, LAST_MOMENT, toInstant, type Handle, type Instant } from '../record/ids';
import { chairOf, windowEnd } from '../session/calls';
import { meetingOf } from '../session/meeting';
import type { Session } from '../session/session';
import { subsystems } from '../session/subsystems';
import type { Block } from './document';
import { calendarDay } from '../record/dates';
import { every, type Page } from './page';
import { LETTERS, MEANINGS } from './stance-words';
import type { Version } from './version';

type MeetingEntry = EntryOf<'session-opened' | 'session-amended'>;

/** What this is, who recorded it and until when; how to read it; the question, and the stances it is answered with. */
export function openingPart(page: Page, version: Version, whole?: string): readonly Block[] {
  const meeting = meetingOf(page.session)?.entry;
  const from = meeting === undefined ? [] : [meeting];
  const root = meeting?.thread?.root;
  const thread = root === undefined ? [] : [{ message: root, lines: [] }];
  return [
    { type: 'paragraph', said: page.say('Hi all,') },
    { type: 'paragraph', said: page.say(whatItIs(page, meeting), from, thread) },
    ...versionPart(page, version),
    ...(whole === undefined ? [] : [wholePart(page, whole)]),
    { type: 'paragraph', said: page.say(`${recorded(page)} ${howToRead(page)}`, from) },
    ...(meeting?.question === undefined
      ? []
      : [{ type: 'paragraph', said: page.say(`The question: ${meeting.question}`, from) } as const]),
    { type: 'paragraph', said: page.say('A position is one of these stances, or an abstention.') },
    {
      type: 'items',
      of: 'stances',
      items: STANCES.map((stance) => ({
        mark: LETTERS[stance],
        head: page.say(stance),
        lines: [page.line('remark', MEANINGS[stance], [])],
      })),
    },
  ];
}

function whatItIs({ session, chosen }: Page, meeting: MeetingEntry | undefined): string {
  const days = meeting?.heldOn ?? [];
  const held = days.length === 0 ? '' : `, held on ${every(days.map(calendarDay))}`;
  const place = meeting?.place === undefined ? '' : ` in ${meeting.place}`;
  const all = subsystems(session).length;
  const part = chosen === undefined ? '' : ` on ${every([...chosen])} (of ${all} subsystems)`;
  const title = meeting === undefined ? 'this session' : `"${meeting.title}"`;
  return `This is who holds what, what was called and what is still open${part} in ${title}${held}${place}.`;
}

function versionPart(page: Page, { number, before }: Version): readonly Block[] {
  if (number === 1) return [];
  const words = `This is version ${String(number)}`;
  const said =
    before === undefined
      ? page.say(`${words}.`)
      : page.say(`${words}; what changed since version ${String(before.number)} of ${before.day} comes first.`, [
          before.sent,
        ]);
  return [{ type: 'paragraph', said }];
}

/** What an extract says before the link to the whole. */
export const WHOLE_IS_THERE = 'This is a part; the whole summary, on all subsystems, is there:';

/** An extract goes to its own list, and says where the rest is. */
function wholePart(page: Page, message: string): Block {
  return { type: 'paragraph', said: page.say(WHOLE_IS_THERE, [], [{ message, lines: [] }]) };
}

function recorded({ session, name, moment }: Page): string {
  const scribes = [...scribesOf(session)].map(name).sort();
  const until = session.latest === undefined ? '' : ` until ${moment(instantOf(session.latest))}`;
  return scribes.length === 0 ? 'Nothing is recorded yet.' : `It was recorded by ${every(scribes)}${until}.`;
}

/** Whoever recorded a line, also one that clashes with another. */
function scribesOf({ entries, clashes }: Session): ReadonlySet<Handle> {
  const scribes = new Set<Handle>();
  for (const { by } of entries.values()) scribes.add(by);
  for (const versions of clashes.values()) for (const { by } of versions.values()) scribes.add(by);
  return scribes;
}

function howToRead({ session, at, name, moment }: Page): string {
  const chair = chairOf(session);
  const days = meetingOf(session)?.entry.windowDays;
  const end = windowEnd(session);
  const called = chair === undefined ? 'chair' : name(chair);
  const whose = called.toLowerCase() === 'chair' ? "the chair's" : `those of the chair, ${called}`;
  return [
    'If what stands under your name is wrong, reply to it inline and it will be corrected.',
    `The calls are ${whose}; the numbers are not votes, and no call was made from them.`,
    ...(days === undefined ? [] : [windowWords(days, end, at, moment)]),
  ].join(' ');
}

function windowWords(days: number, end: Instant | undefined, at: Instant, moment: Page['moment']): string {
  if (end === undefined) {
    const until = toInstant(Math.min(Date.parse(at) + days * 86_400_000, LAST_MOMENT));
    return `Calls are tentative until ${moment(until)}, ${days} ${days === 1 ? 'day' : 'days'} after this was written.`;
  }
  return end > at ? `Calls are tentative until ${moment(end)}.` : `The time to contest the calls ended ${moment(end)}.`;
}
