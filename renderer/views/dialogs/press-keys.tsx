import { useState, type KeyboardEvent } from 'react';
import { pressedKeys, shownKeys } from '../../commands/bindings';
import { clash, keysOf, withKeys } from '../../commands/keymap';
import { COMMANDS, type Registered } from '../../commands/registry';
import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { DialogForm } from '../../components/dialog-form';
import { CheckField } from '../../components/field';
import { useFirstFocus } from '../../components/use-first-focus';
import { useStore } from '../../store/store';
import { close } from './close';

/** Other keys for a command: they are pressed, a clash is named and refused. */
export function PressKeys({ command: id }: { readonly command: string }) {
  const command = COMMANDS.find((each) => each.id === id);
  return command === undefined ? null : <PressKeysOf command={command} />;
}

function PressKeysOf({ command }: { readonly command: Registered }) {
  const keymap = useStore((state) => state.keymap);
  const [presses, setPresses] = useState<readonly string[]>([]);
  const [beside, setBeside] = useState(false);
  const field = useFirstFocus<HTMLInputElement>(true);
  const keys = presses.join(' ');
  const other = presses.length === 0 ? undefined : clash(command.id, keys, keymap);
  const keep = (to: readonly string[]): Promise<void> => {
    const kept = run('settings.keys', withKeys(keymap, command.id, to));
    close();
    return kept;
  };
  const pressed = (event: KeyboardEvent): void => {
    if (['Tab', 'Escape', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Backspace') setPresses([]);
    const press = pressedKeys(event.nativeEvent);
    // a third press begins again
    if (press !== undefined) setPresses(presses.length === 1 ? [...presses, press] : [press]);
  };
  return (
    <DialogForm
      name={`Keys of ${command.title}`}
      submit="Take them"
      draft={false}
      ready={presses.length > 0 && other === undefined}
      more={<Button onPress={() => void keep([])}>No key</Button>}
      onClose={close}
      onSubmit={() => keep(beside ? [keys, ...keysOf(command, keymap)] : [keys])}
    >
      <input
        ref={field}
        readOnly
        className="input mono"
        aria-label="Press the keys"
        aria-describedby="pressed-keys"
        aria-invalid={other !== undefined}
        placeholder="Press a key, or two in turn"
        value={presses.map(shownKeys).join(' ')}
        onKeyDown={pressed}
      />
      <p id="pressed-keys" role="status" className={other === undefined ? 'field__hint' : 'field__wrong'}>
        {other === undefined
          ? 'Enter takes them, Backspace empties the field. Enter, Tab and Esc go into keys.json by hand.'
          : `${shownKeys(keys)} is a key of “${other.title}”. Press others, or change that one first.`}
      </p>
      <CheckField name="Beside the keys that it has" checked={beside} onChange={setBeside} />
    </DialogForm>
  );
}
