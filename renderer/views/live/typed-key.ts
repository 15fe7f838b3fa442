/** What a key event says of a key and of those that are held with it. */
interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly getModifierState: (name: 'AltGraph') => boolean;
}

/** Whether a key types a character. On a Mac Alt does (@ on many keyboards), as AltGr elsewhere. */
export function typesCharacter(pressed: Pressed, platform: string | undefined): boolean {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  const isHeld = ctrlKey || metaKey || (altKey && platform !== 'darwin');
  return [...key].length === 1 && (pressed.getModifierState('AltGraph') || !isHeld);
}
