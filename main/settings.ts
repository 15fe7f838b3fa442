import fs from 'node:fs';
import path from 'node:path';
import type { Settings } from '../shared/ipc';
import { lineOfKey, readJson } from '../shared/json-lines';
import { ok, type Refusal, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { errnoOf } from './errno';
import { log } from './log';
import { readSettings } from './settings-schema';

/** What a person chose, in a file that may be edited by hand. */
export interface SettingsStore {
  readonly current: () => Settings;
  /** what was wrong in the file at the start, each with its line */
  readonly mistakes: readonly Refusal[];
  /** Keeps new settings; those before stay current if that fails. */
  readonly keep: (settings: Settings) => Promise<Result<Settings>>;
}

/**
 * Opens `settings.json` of a data folder. A mistake in it is reported with its line; what it was made in
 * is at its default then, and the file is left alone until the page keeps settings again (the mistaken file stays
 * as `settings.mistaken.json`).
 */
export function settingsIn(folder: string): SettingsStore {
  const file = path.join(folder, 'settings.json');
  const read = readFile(file);
  for (const mistake of read.mistakes) log(mistake);
  let current = read.settings;
  let mistaken = read.mistakes.length > 0;

  async function keep(settings: Settings): Promise<Result<Settings>> {
    if (mistaken) fs.copyFileSync(file, path.join(folder, 'settings.mistaken.json'));
    const written = await writeAtomically(file, `${JSON.stringify(settings, null, 2)}\n`);
    if (!written.ok) return written;
    current = settings;
    mistaken = false;
    return ok(settings);
  }

  return { current: () => current, mistakes: read.mistakes, keep };
}

interface FileReading {
  readonly settings: Settings;
  readonly mistakes: readonly Refusal[];
}

function readFile(file: string): FileReading {
  try {
    return readSettingsText(fs.readFileSync(file, 'utf8'), file);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return { settings: {}, mistakes: [] };
    return {
      settings: {},
      mistakes: [{ message: 'the settings can’t be read; defaults are used', file, found: code ?? String(error) }],
    };
  }
}

/** Reads the text of a settings file: what holds, and each mistake with its line. */
export function readSettingsText(text: string, file: string): FileReading {
  const value = readJson(text, file);
  if (!value.ok) return { settings: {}, mistakes: [value.error] };
  const { settings, mistakes } = readSettings(value.value);
  return {
    settings,
    mistakes: mistakes.map(({ field, found, expected }) => ({
      message: `${field ?? 'the file'} is not a setting we can use, and is at its default: correct it`,
      file,
      line: field === undefined ? 1 : lineOfKey(text, field.split('.').at(-1) ?? field),
      found,
      expected,
    })),
  };
}
