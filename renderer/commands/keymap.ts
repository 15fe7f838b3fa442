import { lineOfKey, readJson } from '../../shared/json-lines';
import type { MenuKey } from '../../shared/ipc';
import type { Refusal } from '../../shared/result';
import type { Keymap } from '../store/state';
import { acceleratorOf, clashes, isKeys, isSingle, shownKeys } from './bindings';
import { COMMANDS, isCommandId, registry, type CommandId, type Registered } from './registry';
import { meet } from './condition';

const FILE = 'keys.json';

/** A file of keys as read: what holds, and what doesn't, each with its line. */
export interface KeymapReading {
  readonly keymap: Keymap;
  readonly mistakes: readonly Refusal[];
}

/**
 * Reads `keys.json`: `{"single": false, "keys": {"record.call": ["Shift+c", "F6"]}}`. `single` false takes keys without
 * Ctrl or Alt out of use; `keys` gives a command other keys than its own, none where the list is empty.
 */
export function readKeymap(text: string): KeymapReading {
  const usual: Keymap = { single: true, changed: {} };
  if (text.trim() === '') return { keymap: usual, mistakes: [] };
  const mistaken: Keymap = { ...usual, mistaken: true };
  const value = readJson(text, FILE);
  if (!value.ok) return { keymap: mistaken, mistakes: [value.error] };
  if (!isFields(value.value)) return { keymap: mistaken, mistakes: [mistake(text, '', 'the file is no object')] };
  const mistakes: Refusal[] = [];
  const { single, keys } = value.value;
  if (single !== undefined && typeof single !== 'boolean')
    mistakes.push(mistake(text, 'single', 'single is true or false'));
  if (keys !== undefined && !isFields(keys)) mistakes.push(mistake(text, 'keys', 'keys is an object'));
  const changed: Record<string, readonly string[]> = {};
  for (const [id, wanted] of Object.entries(isFields(keys) ? keys : {})) {
    const wrong = wrongIn(id, wanted);
    if (wrong === undefined) changed[id] = wanted as readonly string[];
    else mistakes.push(mistake(text, id, wrong));
  }
  const asked: Keymap = { single: single !== false, changed };
  const kept: Record<string, readonly string[]> = {};
  for (const [id, wanted] of Object.entries(changed)) {
    kept[id] = wanted.filter((key) => {
      const other = isCommandId(id) ? clash(id, key, asked) : undefined;
      if (other !== undefined)
        mistakes.push(mistake(text, id, `${key} of ${id} is a key of "${other.title}" too, and is left out`));
      return other === undefined;
    });
  }
  return { keymap: { ...asked, changed: kept, ...(mistakes.length > 0 && { mistaken: true }) }, mistakes };
}

/** The keys of a command as they are now, whether single keys are in use or not. */
export function keysOf({ id, keys = [] }: Pick<Registered, 'id' | 'keys'>, { changed }: Keymap): readonly string[] {
  return (Object.hasOwn(changed, id) ? changed[id] : undefined) ?? keys;
}

/** Whether keys lead anywhere: those of characters alone can be switched off. */
export function isInUse(keys: string, { single }: Keymap): boolean {
  return single || !isSingle(keys);
}

/** The first key of a command that is in use, as people read it; undefined where it has none. */
export function shownKeyOf(id: CommandId, keymap: Keymap): string | undefined {
  const first = keysOf({ id, ...registry[id] }, keymap).find((keys) => isInUse(keys, keymap));
  return first === undefined ? undefined : shownKeys(first);
}

/** What the menu shows beside its commands. */
export function menuKeys(keymap: Keymap): readonly MenuKey[] {
  return COMMANDS.flatMap((command) => {
    const [key] = keysOf(command, keymap).flatMap((keys) => acceleratorOf(keys) ?? []);
    return key === undefined ? [] : { command: command.id, key };
  });
}

/** Keys with others for one command; with its own again where there are none given. */
export function withKeys(keymap: Keymap, id: CommandId, keys: readonly string[] | undefined): Keymap {
  const { [id]: _, ...others } = keymap.changed;
  return { ...keymap, changed: keys === undefined ? others : { ...others, [id]: keys } };
}

/** Another command that a key would lead to as well, where both can be run. */
export function clash(id: CommandId, key: string, keymap: Keymap): Registered | undefined {
  const own = COMMANDS.find((command) => command.id === id);
  return COMMANDS.find(
    (other) =>
      other.id !== id && meet(own?.when, other.when) && keysOf(other, keymap).some((each) => clashes(each, key)),
  );
}

function wrongIn(id: string, wanted: unknown): string | undefined {
  const command = COMMANDS.find((each) => each.id === id);
  if (command === undefined) return `there is no command ${id}`;
  if (command.input === 'needed') return `${id} can’t have a key: it needs to be given something`;
  if (!Array.isArray(wanted) || !wanted.every((key) => typeof key === 'string')) return `${id} needs a list of keys`;
  const bad = wanted.find((key) => !isKeys(key));
  return bad === undefined ? undefined : `${JSON.stringify(bad)} is no key: Shift+c, $mod+k, F6 or g x are`;
}

function mistake(text: string, key: string, message: string): Refusal {
  return { message, file: FILE, line: key === '' ? 1 : lineOfKey(text, key) };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
