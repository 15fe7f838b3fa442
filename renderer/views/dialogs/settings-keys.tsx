import { shownKeys } from '../../commands/bindings';
import { isInUse, keysOf, withKeys } from '../../commands/keymap';
import { COMMANDS, type Registered } from '../../commands/registry';
import { run } from '../../commands/run';
import { Act, Button } from '../../components/button';
import { CheckField } from '../../components/field';
import { Kbd } from '../../components/kbd';
import type { Keymap } from '../../store/state';
import { useStore } from '../../store/store';

const SINGLE = 'Keys without Ctrl or Alt';

function change(keymap: Keymap): void {
  void run('settings.keys', keymap);
}

/** The key of every command, to change it; and whether keys without Ctrl or Alt are commands at all. */
export function SettingsKeys({ wanted }: { readonly wanted: string }) {
  const keymap = useStore((state) => state.keymap);
  const fits = (words: string): boolean => `keys ${words}`.toLowerCase().includes(wanted);
  const commands = COMMANDS.filter(({ input, title, section }) => input === undefined && fits(`${title} ${section}`));
  if (commands.length === 0 && !fits(SINGLE)) return null;
  const isChanged = Object.keys(keymap.changed).length > 0;
  return (
    <section className="settings__section" aria-label="Keys">
      <h3 className="label">Keys</h3>
      {fits(SINGLE) ? (
        <CheckField name={SINGLE} checked={keymap.single} onChange={(single) => change({ ...keymap, single })} />
      ) : null}
      <ul className="settings__keys" aria-label="Keys of commands">
        {commands.map((command) => (
          <CommandKeys key={command.id} command={command} keymap={keymap} />
        ))}
      </ul>
      <p>
        <Button disabled={!isChanged} onPress={() => change({ ...keymap, changed: {} })}>
          All keys as they were
        </Button>
      </p>
    </section>
  );
}

function CommandKeys({ command, keymap }: { readonly command: Registered; readonly keymap: Keymap }) {
  const { id, title } = command;
  return (
    <li>
      <span className="cut">{title}</span>
      <span className="settings__pressed">
        {keysOf(command, keymap).map((keys) => (
          <span key={keys} className={isInUse(keys, keymap) ? undefined : 'settings__off'}>
            <Kbd keys={shownKeys(keys)} />
          </span>
        ))}
      </span>
      {Object.hasOwn(keymap.changed, id) ? (
        <Act label={`Reset the keys of ${title}`} onPress={() => change(withKeys(keymap, id, undefined))}>
          reset
        </Act>
      ) : null}
      <Act
        label={`Change the keys of ${title}`}
        onPress={() => void run('layer.open', { kind: 'press-keys', command: id })}
      >
        change
      </Act>
    </li>
  );
}
