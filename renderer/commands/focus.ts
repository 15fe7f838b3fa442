import type { KeyBindingPress } from 'tinykeys';

/** Widgets with keys of their own: single keys and Esc are theirs (React Aria moves by typed letters in them). */
const WIDGETS = '[role=listbox],[role=menu],[role=dialog],[role=alertdialog]';
/** Where people type; boxes to tick and buttons are inputs too, and take no text. */
const FIELDS =
  'textarea,select,[contenteditable=true],[role=combobox],[role=textbox],[role=searchbox],' +
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=range],[type=file])';
/** What Enter and Space press. */
const PRESSABLE = 'button,a[href],summary,input,[role=button],[role=tab],[role=radio],[role=checkbox],[role=switch]';
/** What arrows move within. */
const ARROWED = '[role=tab],[role=radio],[role=slider],[role=separator],input';
const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** How a command wants to be heard. */
export interface Hearing {
  readonly whileTyping: boolean;
  /** it leaves a field that holds text to the field's own command of that key */
  readonly isTextFirst: boolean;
}

/** Whether a press is a command's where the focus is, and not the focused element's own. */
export function focusLets(event: KeyboardEvent, press: KeyBindingPress, hearing: Hearing): boolean {
  const element = elementOf(event.target);
  if (isTyping(element)) {
    if (isSingle(press) || !hearing.whileTyping) return false;
    if (isBare(press) && isWithin(element, '[role=dialog],[role=alertdialog]')) return false;
    return !(hearing.isTextFirst && textIn(element) !== '');
  }
  const isPlain = isSingle(press) || isBare(press);
  return !isPlain || (!isWithin(element, WIDGETS) && !isOwn(element, event));
}

/** True where keys make text. */
export function isTyping(target: EventTarget | null): boolean {
  return isWithin(elementOf(target), FIELDS);
}

/** A press that types a character: such keys are commands only where nobody types. */
function isSingle([modifiers, key]: KeyBindingPress): boolean {
  return (
    typeof key === 'string' && (key.length === 1 || key === 'Space') && modifiers.every((each) => each === 'Shift')
  );
}

/** A key with a name and no modifier but Shift: Enter, Tab, Esc, an arrow. Function keys are nobody's own. */
function isBare([modifiers, key]: KeyBindingPress): boolean {
  return (
    typeof key === 'string' && key.length > 1 && !/^F\d+$/.test(key) && modifiers.every((each) => each === 'Shift')
  );
}

function isOwn(element: Element | null, { key }: KeyboardEvent): boolean {
  if (key === 'Enter' || key === ' ') return isWithin(element, PRESSABLE);
  return ARROWS.has(key) && isWithin(element, ARROWED);
}

function isWithin(element: Element | null, selectors: string): boolean {
  return element !== null && element.closest(selectors) !== null;
}

function textIn(element: Element | null): string {
  const field = element as Partial<HTMLInputElement> | null; // fields have a value, editable elements their text
  return field?.value ?? element?.textContent ?? '';
}

function elementOf(target: EventTarget | null): Element | null {
  // the window and the document are targets too, and no elements
  return target !== null && 'closest' in target ? (target as Element) : null;
}
