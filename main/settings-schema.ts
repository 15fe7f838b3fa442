import path from 'node:path';
import type { Settings } from '../shared/ipc';
import { isHandle } from '../shared/record/ids';

/** A field of the settings that is not as it should be. */
export interface SettingsMistake {
  /** the key, within `projector` and `summary` after a dot; undefined where the whole is no object */
  readonly field?: string;
  readonly found: string;
  readonly expected: string;
}

/** What could be read of the settings, and what could not and is therefore at its default. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly mistakes: readonly SettingsMistake[];
}

type Me = NonNullable<Settings['me']>;

/** Reads settings that came from a file or from the page. Keys that we don't know are no mistake and are left out. */
export function readSettings(value: unknown): SettingsReading {
  if (!isFields(value)) return { settings: {}, mistakes: [{ found: shown(value), expected: 'an object' }] };
  const fields = value;
  const mistakes: SettingsMistake[] = [];
  function field<T>(name: keyof Settings, fits: (member: unknown) => member is T, expected: string): T | undefined {
    const member = fields[name];
    if (member === undefined || fits(member)) return member;
    mistakes.push({ field: name, found: shown(member), expected });
    return undefined;
  }
  const me = field('me', isMe, 'handle (a-z, 0-9, . _ -), and name and address as text');
  const theme = field('theme', oneOf('system', 'light', 'dark'), '"system", "light" or "dark"');
  const text = field('text', wholeFrom(12, 16), 'an integer from 12 to 16');
  const density = field('density', oneOf('usual', 'compact'), '"usual" or "compact"');
  const sidebar = field('sidebar', isFlag, 'true or false');
  const rail = field('rail', isFlag, 'true or false');
  const speakerMinutes = field('speakerMinutes', wholeFrom(1, 120), 'an integer from 1 to 120');
  const snapshotsAlsoIn = field('snapshotsAlsoIn', isFolder, 'the absolute path of a folder');
  const projector = field('projector', isFields, 'an object');
  const summary = field('summary', isFields, 'an object');
  const settings = {
    ...(me && {
      me: {
        handle: me.handle,
        ...(me.name !== undefined && { name: me.name }),
        ...(me.address !== undefined && { address: me.address }),
      },
    }),
    ...(theme && { theme }),
    ...(text !== undefined && { text }),
    ...(density && { density }),
    ...(sidebar !== undefined && { sidebar }),
    ...(rail !== undefined && { rail }),
    ...(speakerMinutes !== undefined && { speakerMinutes }),
    ...(snapshotsAlsoIn !== undefined && { snapshotsAlsoIn }),
    ...(projector && { projector: membersOf('projector', projector, PROJECTOR, mistakes) }),
    ...(summary && { summary: membersOf('summary', summary, SUMMARY, mistakes) }),
  };
  return { settings, mistakes };
}

type Fitting = readonly [fits: (member: unknown) => boolean, expected: string];
const FLAG: Fitting = [isFlag, 'true or false'];
const PROJECTOR = {
  names: FLAG,
  objections: FLAG,
  queue: FLAG,
  theme: [oneOf('light', 'dark'), '"light" or "dark"'],
  scale: [(value: unknown) => typeof value === 'number' && value >= 0.5 && value <= 2, 'a number from 0.5 to 2'],
} as const satisfies { readonly [K in keyof NonNullable<Settings['projector']>]-?: Fitting };
const SUMMARY = {
  rationales: FLAG,
  ascii: FLAG,
} as const satisfies { readonly [K in keyof NonNullable<Settings['summary']>]-?: Fitting };

/** The members of an object among the settings that are as they should be. */
function membersOf(
  within: keyof Settings,
  fields: Fields,
  table: Readonly<Record<string, Fitting>>,
  mistakes: SettingsMistake[],
): Fields {
  const read: Record<string, unknown> = {};
  for (const [name, [fits, expected]] of Object.entries(table)) {
    const member = fields[name];
    if (member === undefined) continue;
    if (fits(member)) read[name] = member;
    else mistakes.push({ field: `${within}.${name}`, found: shown(member), expected });
  }
  return read;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMe(value: unknown): value is Me {
  return (
    isFields(value) &&
    typeof value.handle === 'string' &&
    isHandle(value.handle) &&
    isText(value.name) &&
    isText(value.address)
  );
}

function isText(value: unknown): value is string | undefined {
  return (
    value === undefined ||
    (typeof value === 'string' && value !== '' && value.length <= 1_000 && !/\p{Cc}/u.test(value))
  );
}

function isFolder(value: unknown): value is string {
  return typeof value === 'string' && path.isAbsolute(value) && !value.includes('\0');
}

function oneOf<T extends string>(...values: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => values.some((each) => each === value);
}

function wholeFrom(least: number, most: number): (value: unknown) => value is number {
  return (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** For a message; whatever it is, and however deep. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
