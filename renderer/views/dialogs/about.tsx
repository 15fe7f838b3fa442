import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useStore } from '../../store/store';
import { thirdParty } from '../../store/third-party';
import { close } from './close';

/** Which program this is, on what it runs, where it keeps what, and what it does not do. */
export function About({ snapshot }: { readonly snapshot: string }) {
  const hello = useStore((state) => state.hello);
  const facts = [
    ['Gavel', hello?.version],
    ['Electron', hello?.runtime.electron],
    ['Chromium', hello?.runtime.chrome],
    ['Node', hello?.runtime.node],
    ['System', hello?.platform],
    ['Data folder', hello?.dataFolder],
    ['Newest snapshot', snapshot],
  ] as const;
  const known = facts.filter((fact): fact is readonly [(typeof fact)[0], string] => fact[1] !== undefined);
  return (
    <Dialog name="About Gavel" onClose={close}>
      <div className="dialog__body">
        <dl className="facts">
          {known.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
        <details>
          <summary>{`Made with ${String(thirdParty().length)} packages of others`}</summary>
          <ul aria-label="Third-party software" className="mono">
            {thirdParty().map(({ name, version, license }) => (
              <li key={`${name} ${version}`}>{`${name} ${version}, ${license}`}</li>
            ))}
          </ul>
          <p className="advice">A package of Gavel holds their texts and a bill of materials in its folder licenses.</p>
        </details>
        <p className="advice">MIT licence. It opens no connection to any network and reports nothing to anybody.</p>
      </div>
      <div className="dialog__foot">
        <Button main keys="Esc" onPress={close}>
          Done
        </Button>
        <Button
          onPress={() => void run('help.copy-facts', known.map(([name, value]) => `${name}: ${value}`).join('\n'))}
        >
          Copy
        </Button>
      </div>
    </Dialog>
  );
}
