import type { Settings } from '../shared/ipc';
import { isHandle } from '../shared/record/ids';

/** A field of the settings that is not as it should be. */
export interface SettingsMistake {
  /** the key, or undefined where the whole is no object */
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
type Theme = NonNullable<Settings['theme']>;

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
  const theme = field('theme', isTheme, '"system", "light" or "dark"');
  const zoom = field('zoom', isZoom, 'an integer from 80 to 200');
  const sidebar = field('sidebar', isFlag, 'true or false');
  const rail = field('rail', isFlag, 'true or false');
  const settings = {
    ...(me && {
      me: {
        handle: me.handle,
        ...(me.name !== undefined && { name: me.name }),
        ...(me.address !== undefined && { address: me.address }),
      },
    }),
    ...(theme && { theme }),
    ...(zoom !== undefined && { zoom }),
    ...(sidebar !== undefined && { sidebar }),
    ...(rail !== undefined && { rail }),
  };
  return { settings, mistakes };
}

function isFields(value: unknown): value is Record<string, unknown> {
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

function isTheme(value: unknown): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark';
}

function isZoom(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 80 && value <= 200;
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
