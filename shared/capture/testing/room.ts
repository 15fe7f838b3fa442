import type { Env } from '../../record/env';
import type { Entry } from '../../record/entry';
import type { Handle, Slug, Writer } from '../../record/ids';
import { fold, type Session } from '../../session/session';
import { record, type Build } from '../../testing/build';
import type { LineContext } from '../context';
import { readLine } from '../read-line';
import { saysText, type ErrorReading, type Reading, type RecordReading } from '../reading';

/** A sitting in Vienna: the scribe types, the moderator is chair, nothing is open until a line turns to it. */
export interface Room extends Build {
  readonly read: (line: string, context?: Partial<LineContext>) => Reading;
  /** types a line that records, and folds what it recorded */
  readonly type: (...lines: readonly string[]) => Room;
}

const PEOPLE = [
  'mod',
  'scribe',
  'p1',
  'p2',
  'p3',
  'p5',
  'p7',
  'p8',
  'p9',
  'p12',
  'jason',
  'dan',
  'leon',
  'kuba',
  'james',
  'ricardo',
];
const SUBSYSTEMS = ['uvc', 'isp', 'drm', 'rdma', 'gpu', 'fwctl', 'media', 'netdev', 'cxl'];

export function room(): Room {
  const build = record({ chair: 'mod', zone: 'Europe/Vienna' }).people(...PEOPLE);
  for (const slug of SUBSYSTEMS) build.subsystem(slug);
  const env = (): Env => ({ now: Date.parse(build.now), by: 'scribe' as Handle, writer: 'typedaaa' as Writer });
  const read: Room['read'] = (line, context = {}) => readLine(build.session, line, { add: 'ask', ...context }, env());
  const self: Room = Object.assign(build, {
    read,
    type: (...lines: readonly string[]) => {
      for (const line of lines) {
        build.later(1);
        foldReading(build.session, recorded(read(line)));
      }
      return self;
    },
  });
  return self;
}

export function foldReading(session: Session, { entries }: RecordReading): void {
  for (const entry of entries) fold(session, entry);
}

export function recorded(reading: Reading): RecordReading {
  if (reading.kind === 'record') return reading;
  throw new Error(`${reading.code}: ${saysText(reading)}`);
}

export function refused(reading: Reading): ErrorReading {
  if (reading.kind === 'error') return reading;
  throw new Error(`recorded: ${saysText(reading)}`);
}

/** What is stored, without the head and `prev`. */
export function stored(entries: readonly Entry[]): readonly object[] {
  return entries.map((entry) => {
    const { id: _id, by: _by, act: _act, prev: _prev, ...fields } = entry as Entry & { readonly prev?: unknown };
    return fields;
  });
}

export function slug(text: string): Slug {
  return text as Slug;
}

/** What a line stores, in a room where those lines were typed before. */
export function says(
  line: string,
  before: readonly string[] = [],
  more: (typed: Room) => object = () => ({}),
): readonly object[] {
  const typed = room().type('#uvc', ...before);
  return [...stored(recorded(typed.read(line)).entries), more(typed)].filter((part) => Object.keys(part).length > 0);
}
