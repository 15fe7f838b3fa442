import { matchKeyBindingPress, parseKeybinding, type KeyBindingPress } from 'tinykeys';
import type { Registered } from './registry';

/** One way to a command: its command, and the presses that lead to it (two for a chord). */
export interface Binding {
  readonly command: Registered;
  readonly presses: readonly KeyBindingPress[];
}

const NAMES: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Meta: 'Cmd',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

export function bindingsOf(
  commands: readonly Registered[],
  keysOf: (command: Registered) => readonly string[],
): readonly Binding[] {
  return commands.flatMap((command) => keysOf(command).map((keys) => ({ command, presses: parseKeybinding(keys) })));
}

/** Whether a text is keys as `keys.json` writes them: one or two presses, each of modifiers and a key. */
export function isKeys(text: string): boolean {
  const presses = parseKeybinding(text);
  return (
    presses.length <= 2 &&
    presses.every(
      ([modifiers, key]) =>
        modifiers.every((modifier) => MODIFIERS.has(modifier)) &&
        typeof key === 'string' &&
        /^(?:[!-~]|[A-Z][A-Za-z]*\d*)$/.test(key),
    )
  );
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Shift', 'Alt']);

/** Whether keys are made of characters alone: those that can be switched off (WCAG 2.1.4). */
export function isSingle(keys: string): boolean {
  return parseKeybinding(keys).some(
    ([modifiers, key]) =>
      typeof key === 'string' && key.length === 1 && modifiers.every((modifier) => modifier === 'Shift'),
  );
}

/** Equal, or one begins the other's chord. */
export function clashes(a: string, b: string): boolean {
  const [short = [], long = []] = [presses(a), presses(b)].sort((x, y) => x.length - y.length);
  return short.every((press, at) => press === long[at]);
}

/** Each press in one spelling, whatever the order of its modifiers. */
function presses(keys: string): readonly string[] {
  return parseKeybinding(keys).map(([modifiers, key]) =>
    [...modifiers.toSorted(), String(key).toLowerCase()].join('+'),
  );
}

/**
 * A key as Electron's menu writes it: `CmdOrCtrl+Shift+Z`. Undefined for a chord, which it can't write, and for a key
 * without Ctrl or Alt but F1 and the like: on a Mac the menu takes its keys away from texts.
 */
export function acceleratorOf(keys: string): string | undefined {
  const [press, ...more] = parseKeybinding(keys);
  if (press === undefined || more.length > 0 || typeof press[1] !== 'string') return undefined;
  const [modifiers, key] = press;
  const isFunction = /^F\d+$/.test(key);
  if (!isFunction && modifiers.every((modifier) => modifier === 'Shift')) return undefined;
  const name = isFunction || key.length === 1 ? key.toUpperCase() : undefined;
  const shown = ACCELERATORS[key] ?? name;
  const held = modifiers.map((modifier) => (modifier === MOD ? 'CmdOrCtrl' : (ACCELERATORS[modifier] ?? modifier)));
  return shown === undefined ? undefined : [...held, shown].join('+');
}

const ACCELERATORS: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Meta: 'Cmd',
  Enter: 'Enter',
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  '+': 'Plus',
};

/** Which key `$mod` is on this system: Control, or Meta on a Mac. */
const MOD = parseKeybinding('$mod+a')[0]?.[0][0];

/** What was pressed, as `keys.json` writes it; undefined where it can't be a key: a modifier, AltGr, a dead key. */
export function pressedKeys(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.getModifierState('AltGraph')) return undefined;
  const name = event.code === 'Space' ? 'Space' : event.key;
  if (NO_KEYS.has(name)) return undefined;
  const isLetter = /^[a-z]$/i.test(name);
  // a sign needs Shift on one layout and none on another
  const isSign = name.length === 1 && !isLetter;
  const held = [
    ['Control', event.ctrlKey],
    ['Meta', event.metaKey],
    ['Alt', event.altKey],
    ['Shift', event.shiftKey && !isSign],
  ] as const;
  const modifiers = held.flatMap(([modifier, isHeld]) => (isHeld ? (modifier === MOD ? '$mod' : modifier) : []));
  const keys = [...modifiers, isLetter ? name.toLowerCase() : name].join('+');
  return isKeys(keys) ? keys : undefined;
}

const NO_KEYS: ReadonlySet<string> = new Set([
  'Control',
  'Meta',
  'Alt',
  'Shift',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

/** A binding as people read it: `$mod+k` is `Ctrl K`, `Shift+o` is `O`, `g l` stays. */
export function shownKeys(keys: string): string {
  return parseKeybinding(keys).map(shownPress).join(' ');
}

export function shownPress([modifiers, key]: KeyBindingPress): string {
  const name = typeof key === 'string' ? key : key.source;
  const isLetter = /^[a-z]$/i.test(name);
  if (isLetter && modifiers.join() === 'Shift') return name.toUpperCase();
  const shown = isLetter && modifiers.length > 0 ? name.toUpperCase() : (NAMES[name] ?? name);
  return [...modifiers.map((modifier) => NAMES[modifier] ?? modifier), shown].join(' ');
}

/**
 * Whether a key was pressed as a binding says. A sign such as `?`, `:` or a digit counts wherever the layout has it,
 * with Shift or without; letters are told apart by what arrives, `o` or `O`, as in vi.
 */
export function isPressed(event: KeyboardEvent, press: KeyBindingPress): boolean {
  const [modifiers, key] = press;
  const isSign = typeof key === 'string' && key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const isLetter = typeof key === 'string' && /^[a-z]$/.test(key);
  if (isLetter && (modifiers.length === 0 || modifiers.join() === 'Shift')) {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    return !held && event.key === (modifiers.length === 0 ? key : key.toUpperCase());
  }
  if (key === 'Space') return event.code === 'Space' && matchKeyBindingPress(event, press);
  return matchKeyBindingPress(event, press) || (isSign && matchKeyBindingPress(event, [[...modifiers, 'Shift'], key]));
}

/** The digit of a key by its place: on AZERTY digits need Shift, and the unshifted key counts as well. */
export function isDigitKey(event: KeyboardEvent, [modifiers, key]: KeyBindingPress): boolean {
  const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
  return (
    plain && modifiers.length === 0 && typeof key === 'string' && /^[0-9]$/.test(key) && event.code === `Digit${key}`
  );
}
