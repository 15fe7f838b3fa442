import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getState, resetState, setState } from '../store/store';
import type { Mode, View } from '../store/state';
import { foldAll } from '../../shared/session/session';
import type { Id, Slug } from '../../shared/record/ids';
import { record } from '../../shared/testing/build';
import { listenToKeys } from './keys';

const said = record().subsystem('uvc').subsystem('cxl').people('ana', 'bo');
const keyboard = new EventTarget();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  resetState();
  const session = foldAll(said.lines);
  setState({
    phase: 'ready',
    open: { id: 'x' as Id, session, revision: session.revision, readOnly: false },
    selection: { tagged: [], subsystem: 'uvc' as Slug },
  });
  stop = listenToKeys(keyboard as Window);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

interface Pressed {
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
  readonly repeat?: boolean;
  readonly altGraph?: boolean;
  /** selectors that the focused element or one around it fits */
  readonly in?: readonly string[];
  readonly value?: string;
}

/** Presses a key where the focus is; answers whether a command took it. */
function press(key: string, { in: around = [], value, altGraph = false, ...fields }: Pressed = {}): boolean {
  const event = new Event('keydown', { cancelable: true });
  const held = { Control: fields.ctrlKey, Shift: fields.shiftKey, Alt: fields.altKey, AltGraph: altGraph } as Record<
    string,
    boolean
  >;
  const closest = (selectors: string): object | null =>
    around.some((each) => selectors.split(',').some((selector) => selector === each || selector.startsWith(`${each}:`)))
      ? {}
      : null;
  Object.defineProperties(event, {
    key: { value: key },
    code: { value: fields.code ?? '' },
    isComposing: { value: fields.isComposing ?? false },
    ctrlKey: { value: fields.ctrlKey ?? false },
    shiftKey: { value: fields.shiftKey ?? false },
    altKey: { value: fields.altKey ?? false },
    metaKey: { value: false },
    repeat: { value: fields.repeat ?? false },
    getModifierState: { value: (name: string) => held[name] ?? false },
    target: { value: { closest, value } },
  });
  keyboard.dispatchEvent(event);
  return event.defaultPrevented;
}

const view = (): View => getState().view;
const mode = (): Mode => getState().mode;

test('a chord leads to its command', () => {
  expect(press('g')).toBe(true);
  expect(press('m')).toBe(true);
  expect(view()).toBe('matrix');
});

test('after 400 ms of a chord’s first key the keys that may follow are listed, until one is pressed', () => {
  press('g');
  expect(getState().hint).toBeUndefined();
  vi.advanceTimersByTime(400);
  expect(getState().hint?.pressed).toBe('g');
  expect(getState().hint?.next).toContainEqual({ key: 's', title: 'Summary' });
  press('s');
  expect(getState().hint).toBeUndefined();
});

test('a key that ends no chord does nothing of its own', () => {
  press('g');
  expect(press('i')).toBe(true);
  expect(mode()).toBe('NORMAL');
});

test('j and k move, and capitals are other commands', () => {
  press('j');
  expect(getState().selection.who).toBe('ana');
  press('j');
  press('j');
  expect(getState().selection.who).toBe('bo');
  press('k');
  expect(getState().selection.who).toBe('ana');
  press('G', { shiftKey: true });
  expect(getState().selection.who).toBe('bo');
});

test('UX-8: with focus in a text field, while an input method composes, or with AltGr no single-key command fires, nor inside widgets with keys of their own', () => {
  expect(press('i', { in: ['textarea'] })).toBe(false);
  expect(press('i', { in: ['input'] })).toBe(false);
  // commands that work while typing by another key must not do so by this one
  for (const key of ['u', '?', 'g', 'q']) expect(press(key, { in: ['input'] }), key).toBe(false);
  expect(press('i', { isComposing: true })).toBe(false);
  expect(press('i', { altGraph: true })).toBe(false);
  for (const role of ['listbox', 'menu', 'dialog', 'combobox'])
    expect(press('i', { in: [`[role=${role}]`] })).toBe(false);
  expect(mode()).toBe('NORMAL');
  expect(press('i')).toBe(true);
  expect(mode()).toBe('INSERT');
});

test('keys with Ctrl, Alt and function keys work while typing', () => {
  expect(press('2', { altKey: true, in: ['input'] })).toBe(true);
  expect(view()).toBe('matrix');
  expect(press('F1', { in: ['input'] })).toBe(true);
  expect(getState().overlays).toEqual([{ kind: 'keys' }]);
});

test('undo is the field’s own while it holds text, and ours where it is empty', () => {
  expect(press('r', { ctrlKey: true, in: ['input'], value: 'half' })).toBe(false);
  expect(press('r', { ctrlKey: true, in: ['input'], value: '' })).toBe(true);
});

test('Enter and Space stay with a focused button, arrows with a tab', () => {
  expect(press(' ', { code: 'Space', in: ['button'] })).toBe(false);
  expect(press(' ', { code: 'Space' })).toBe(true);
  expect(press('ArrowDown', { in: ['[role=tab]'] })).toBe(false);
  expect(press('ArrowDown')).toBe(true);
});

test('UX-10: signs count wherever the layout has them', () => {
  expect(press('?', { shiftKey: true })).toBe(true);
  expect(getState().overlays.at(-1)).toEqual({ kind: 'keys' });
  setState({ overlays: [] });
  expect(press('?')).toBe(true);
  setState({ overlays: [] });
  expect(press(':', { shiftKey: true })).toBe(true);
  expect(mode()).toBe('COMMAND');
});

/** What a key cap sends: `key`, its place, and whether Shift is needed. */
const CAPS = {
  QWERTY: {
    '1': ['1', 'Digit1', false],
    '4': ['4', 'Digit4', false],
    '0': ['0', 'Digit0', false],
    '/': ['/', 'Slash', false],
    '?': ['?', 'Slash', true],
    ':': [':', 'Semicolon', true],
  },
  QWERTZ: {
    '1': ['1', 'Digit1', false],
    '4': ['4', 'Digit4', false],
    '0': ['0', 'Digit0', false],
    '/': ['/', 'Digit7', true],
    '?': ['?', 'Minus', true],
    ':': [':', 'Period', true],
  },
  AZERTY: {
    '1': ['1', 'Digit1', true],
    '4': ['4', 'Digit4', true],
    '0': ['0', 'Digit0', true],
    '/': ['/', 'Period', true],
    '?': ['?', 'KeyM', true],
    ':': [':', 'Period', false],
  },
} as const;

test.each(Object.entries(CAPS))('UX-10: on %s the stance keys, /, ? and : work as printed', (_, caps) => {
  const typed = (cap: keyof typeof caps): boolean => {
    const [key, code, shiftKey] = caps[cap];
    return press(key, { code, shiftKey });
  };
  for (const digit of ['1', '4', '0'] as const) expect(typed(digit), digit).toBe(true);
  expect(typed('/')).toBe(true);
  expect(getState().filter).toBe('');
  expect(typed('?')).toBe(true);
  expect(getState().overlays).toEqual([{ kind: 'keys' }]);
  setState({ overlays: [] });
  expect(typed(':')).toBe(true);
  expect(mode()).toBe('COMMAND');
});

test('UX-10: on AZERTY the digit keys count with Shift and without', () => {
  expect(press('&', { code: 'Digit1' })).toBe(true);
  expect(press('1', { code: 'Digit1', shiftKey: true })).toBe(true);
  expect(press('!', { code: 'Digit1', shiftKey: true })).toBe(false);
});

test('UX-7: Esc closes the top layer only', () => {
  press('?', { shiftKey: true });
  press('k', { ctrlKey: true });
  expect(getState().overlays.map(({ kind }) => kind)).toEqual(['keys', 'palette']);
  press('Escape');
  expect(getState().overlays.map(({ kind }) => kind)).toEqual(['keys']);
});

test('Ctrl N chooses while the completion list is open; else it is a new session', () => {
  setState({ mode: 'INSERT' });
  const items = [
    { text: '@ana', label: 'ana', hint: '' },
    { text: '@bo', label: 'bo', hint: '' },
  ];
  setState(({ entry }) => ({ entry: { ...entry, completion: { from: 0, to: 1, items } } }));
  press('n', { ctrlKey: true, in: ['input'] });
  expect(getState().entry.chosen).toBe(1);
  press('Escape', { in: ['input'] });
  expect(getState().entry.completion).toBeUndefined();
  expect(mode()).toBe('INSERT');
  press('n', { ctrlKey: true, in: ['input'] });
  expect(getState().overlays).toEqual([{ kind: 'new-session' }]);
});

test('a key that is held moves, and neither records nor is taken for the next Enter', () => {
  expect(press('j', { repeat: true })).toBe(true);
  expect(press('1', { repeat: true })).toBe(false);
  setState({ mode: 'INSERT' });
  expect(press('w', { ctrlKey: true, in: ['input'], repeat: true })).toBe(true);
  expect(press('Enter', { in: ['input'], repeat: true })).toBe(false);
  expect(press('Enter', { in: ['input'] })).toBe(true);
});

test('Ctrl [ leaves the lines as Esc does', () => {
  for (const typing of ['INSERT', 'COMMAND'] as const) {
    setState({ mode: typing });
    expect(press('[', { ctrlKey: true, in: ['input'] }), typing).toBe(true);
    expect(mode()).toBe('NORMAL');
  }
});

test('where the record takes no entries, a key that would make one says why not and opens nothing', () => {
  setState(({ open }) => (open === undefined ? {} : { open: { ...open, readOnly: true } }));
  for (const key of ['1', 'i', 'o', 'u']) {
    setState({ message: undefined });
    expect(press(key), key).toBe(true);
    expect(getState().message?.text ?? '', key).toContain('The example is read-only. Make it mine copies it.');
  }
  expect(mode()).toBe('NORMAL');
  expect(getState().overlays).toEqual([]);
});

test('UX-5: Ctrl R never reloads: it is taken also where there is nothing to redo', () => {
  expect(press('r', { ctrlKey: true })).toBe(true);
});
