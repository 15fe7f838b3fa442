import type { KeyBindingPress } from 'tinykeys';
import { showHint } from '../store/screen';
import type { ChordHint, Keymap } from '../store/state';
import { getState } from '../store/store';
import { bindingsOf, isDigitKey, isPressed, shownPress, type Binding } from './bindings';
import { isInUse, keysOf } from './keymap';
import { holds } from './condition';
import { focusLets, isTyping } from './focus';
import { COMMANDS, type CommandId, type Registered } from './registry';
import { runById } from './run';

/** After so many milliseconds with the first key of a chord alone, the keys that may follow are listed. */
const HINT_AFTER = 400;
/** A chord that nobody ends is forgotten. */
const FORGET_AFTER = 3_000;
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** What the keys lead to now; worked out again when they are changed. */
let known: { readonly of: Keymap; readonly bindings: readonly Binding[] } | undefined;

function bindingsNow(): readonly Binding[] {
  const { keymap } = getState();
  if (known?.of !== keymap) {
    const inUse = (command: Registered): readonly string[] =>
      keysOf(command, keymap).filter((keys) => isInUse(keys, keymap));
    known = { of: keymap, bindings: bindingsOf(COMMANDS, inUse) };
  }
  return known.bindings;
}

/**
 * The one listener for keys, on the window and in the capture phase: it hears a key before any widget does, and takes
 * it only if a command that can run here has it. Answers how to stop.
 */
export function listenToKeys(target: Window): () => void {
  let chord: readonly Binding[] | undefined;
  let hint: ReturnType<typeof setTimeout> | undefined;
  let forget: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(hint);
    clearTimeout(forget);
    chord = undefined;
    showHint(undefined);
  }

  function begin(open: readonly Binding[]): void {
    chord = open;
    hint = setTimeout(() => {
      showHint(hintFor(open));
    }, HINT_AFTER);
    forget = setTimeout(end, FORGET_AFTER);
  }

  function heard(event: KeyboardEvent): void {
    // an input method composes: what it sends is no key, and the first one is called Process
    if (event.isComposing || event.key === 'Process' || MODIFIERS.has(event.key)) return;
    // keys that are being chosen for a command lead to none
    if (getState().overlays.at(-1)?.kind === 'press-keys') return;
    // AltGr makes characters
    if (event.getModifierState('AltGraph')) return;
    const open = chord?.map(({ command, presses }) => ({ command, presses: presses.slice(1) }));
    end();
    const here = open ?? bindingsNow();
    const pressed = firing(here, event, isPressed);
    const fitting = pressed.length > 0 ? pressed : firing(here, event, isDigitKey);
    const whole = fitting.find(({ presses, command }) => presses.length === 1 && command.applies?.() !== false);
    if (whole !== undefined) {
      take(event);
      void runById(whole.command.id);
      return;
    }
    const chords = fitting.filter(({ presses }) => presses.length > 1);
    if (chords.length > 0) {
      take(event);
      begin(chords);
    } else if (open !== undefined && !isTyping(event.target)) {
      // a key that ends no chord is not a command of its own
      take(event);
    }
  }

  target.addEventListener('keydown', heard, { capture: true });
  return () => {
    end();
    target.removeEventListener('keydown', heard, { capture: true });
  };
}

/** The bindings whose first press this is, where they may fire. */
function firing(
  all: readonly Binding[],
  event: KeyboardEvent,
  is: (event: KeyboardEvent, press: KeyBindingPress) => boolean,
): readonly Binding[] {
  return all.filter(
    ({ command, presses: [press] }) => press !== undefined && is(event, press) && mayFire(command, press, event),
  );
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether a press of a command counts where the focus is, as things are. */
function mayFire(command: Registered, press: KeyBindingPress, event: KeyboardEvent): boolean {
  // what only the record's being read-only hinders is run all the same: it says why not, where a dead key says nothing
  if (!holds({ ...command.when, writable: undefined }, getState())) return false;
  // a key that is held moves and deletes, and records once
  const mayRepeat = command.section === 'Go' || (isTyping(event.target) && event.key !== 'Enter');
  if (event.repeat && !mayRepeat) return false;
  return focusLets(event, press, {
    whileTyping: command.whileTyping === true,
    isTextFirst: TEXT_FIRST.has(command.id),
  });
}

/** Undo and redo act on text that is being typed first: the field has its own. */
const TEXT_FIRST: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo'] satisfies CommandId[]);

function hintFor(chords: readonly Binding[]): ChordHint {
  const next = chords.map(({ command, presses: [, second] }) => ({
    key: second === undefined ? '' : shownPress(second),
    title: command.title,
  }));
  const first = chords[0]?.presses[0];
  return { pressed: first === undefined ? '' : shownPress(first), next };
}
