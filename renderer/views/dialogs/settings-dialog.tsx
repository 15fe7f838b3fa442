import type { Settings } from '../../../shared/ipc';
import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { CheckField, SelectField } from '../../components/field';
import { useStore } from '../../store/store';
import { close } from './close';

const THEMES = [
  { value: 'system', words: "The system's" },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;

/** What a person may choose. It takes effect at once and is kept in settings.json. */
export function SettingsDialog() {
  const { me, theme = 'system', sidebar, rail } = useStore((state) => state.settings);
  const change = (settings: Settings): void => {
    void run('settings.change', settings);
  };
  return (
    <Dialog name="Settings" onClose={close}>
      <div className="dialog__body">
        <SelectField name="Colours" value={theme} choices={THEMES} onChange={(to) => change({ theme: to })} />
        <CheckField name="Sidebar" checked={sidebar !== false} onChange={(on) => change({ sidebar: on })} />
        <CheckField name="Rail" checked={rail !== false} onChange={(on) => change({ rail: on })} />
        <p>
          You record as <span className="mono">{me === undefined ? 'scribe' : `@${me.handle}`}</span>.
        </p>
      </div>
      <div className="dialog__foot">
        <Button main keys="Esc" onPress={close}>
          Done
        </Button>
        <Button onPress={() => void run('app.who')}>Who you are</Button>
      </div>
    </Dialog>
  );
}
