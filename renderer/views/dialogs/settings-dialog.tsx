import { useState } from 'react';
import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useFirstFocus } from '../../components/use-first-focus';
import { useStore } from '../../store/store';
import { close } from './close';
import { SettingsKeys } from './settings-keys';
import { SETTING_SECTIONS, useSettingsList } from './settings-list';
import './keys-sheet.css';
import './settings.css';

/** What a person may choose, on one page. It takes effect at once and is kept in settings.json and keys.json. */
export function SettingsDialog() {
  const [typed, setTyped] = useState('');
  const field = useFirstFocus<HTMLInputElement>(true);
  const me = useStore((state) => state.settings.me);
  const wanted = typed.trim().toLowerCase();
  const fitting = useSettingsList().filter(({ section, words }) =>
    `${section} ${words}`.toLowerCase().includes(wanted),
  );
  return (
    <Dialog name="Settings" wide onClose={close}>
      <div className="keymap__filter">
        <label className="filter">
          <span aria-hidden="true">/</span>
          <input
            ref={field}
            aria-label="Filter the settings"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </label>
      </div>
      <div className="settings">
        <div>
          {SETTING_SECTIONS.filter((name) => fitting.some(({ section }) => section === name)).map((name) => (
            <section key={name} className="settings__section" aria-label={name}>
              <h3 className="label">{name}</h3>
              {fitting.map(({ section, words, control }) =>
                section === name ? <div key={words}>{control}</div> : null,
              )}
            </section>
          ))}
        </div>
        <SettingsKeys wanted={wanted} />
      </div>
      <div className="dialog__foot">
        <Button main keys="Esc" onPress={close}>
          Done
        </Button>
        <Button onPress={() => void run('app.who')}>Who you are</Button>
        <span className="meta">
          You record as <span className="mono">{me === undefined ? 'scribe' : `@${me.handle}`}</span>.
        </span>
      </div>
    </Dialog>
  );
}
