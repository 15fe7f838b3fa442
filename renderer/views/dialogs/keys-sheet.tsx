import { useState } from 'react';
import { shownKeys } from '../../commands/bindings';
import { isInUse, keysOf } from '../../commands/keymap';
import { SECTIONS, type Condition } from '../../commands/command';
import { COMMANDS, type Registered } from '../../commands/registry';
import { Dialog } from '../../components/dialog';
import { Kbd } from '../../components/kbd';
import { useFirstFocus } from '../../components/use-first-focus';
import { faceOf, type Face } from '../../store/state';
import { useStore } from '../../store/store';
import { close } from './close';
import './keys-sheet.css';

/** Every key, by what it is for and where it works, what works on this screen first; filtered as you type. */
export function KeysSheet() {
  const [typed, setTyped] = useState('');
  const field = useFirstFocus<HTMLInputElement>(true);
  const wanted = typed.trim().toLowerCase();
  const keymap = useStore((state) => state.keymap);
  const face = useStore(faceOf);
  const keyed = COMMANDS.map((command) => ({
    ...command,
    keys: keysOf(command, keymap).filter((keys) => isInUse(keys, keymap)),
    place: elsewhere(command.when, face),
  }))
    .filter(({ keys, title }) => keys.length > 0 && title.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(a.place !== '') - Number(b.place !== ''));
  return (
    <Dialog name="Keys" wide onClose={close}>
      <div className="keymap__filter">
        <label className="filter">
          <span aria-hidden="true">/</span>
          <input
            ref={field}
            aria-label="Filter the keys"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </label>
      </div>
      <div className="keymap">
        {inColumns(keyed).map((sections, at) => (
          <div key={at}>
            {sections.map(([name, commands]) => (
              <KeySection key={name} name={name} commands={commands} />
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** How many lines a section's name and the gap after it take. */
const HEAD = 2;

const PLACES: Readonly<Record<Face, string>> = {
  live: 'Live',
  matrix: 'Matrix',
  rules: 'Rules',
  review: 'Review',
  summary: 'Summary',
  thread: 'Thread',
};

/** Where keys work, in words; empty where they do on the face that the window shows. */
function elsewhere(when: Condition | undefined, face: Face): string {
  if (when?.modes?.includes('LOG') === true) return 'lines of the record';
  const faces = when?.views ?? [face];
  return faces.includes(face) ? '' : faces.map((each) => PLACES[each]).join(', ');
}

type Keyed = Registered & { readonly keys: readonly string[]; readonly place: string };
type Section = readonly [name: string, commands: readonly Keyed[]];

/** What three columns hold, from the first section to the last, about as many lines each: CSS would lay out all of it thrice. */
function inColumns(keyed: readonly Keyed[]): readonly (readonly Section[])[] {
  const sections = SECTIONS.map((name): Section => [name, keyed.filter(({ section }) => section === name)]).filter(
    ([, commands]) => commands.length > 0,
  );
  const lines = sections.map(([, commands]) => HEAD + commands.length);
  const all = lines.reduce((sum, each) => sum + each, 0);
  const columns: Section[][] = [[], [], []];
  let [above, column] = [0, -1];
  for (const [at, section] of sections.entries()) {
    const middle = above + (lines[at] ?? 0) / 2;
    column = Math.min(column + 1, 2, Math.floor((3 * middle) / all));
    columns[column]?.push(section);
    above += lines[at] ?? 0;
  }
  return columns;
}

function KeySection({ name, commands }: { readonly name: string; readonly commands: readonly Keyed[] }) {
  return (
    <section>
      <h3 className="label">{name}</h3>
      <ul>
        {commands.map(({ id, keys, title, place }) => (
          <li key={id}>
            <span className="keymap__keys">
              {keys.map((key) => (
                <Kbd key={key} keys={shownKeys(key)} />
              ))}
            </span>
            <span>
              {title} {place === '' ? null : <span className="keymap__place">{place}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
