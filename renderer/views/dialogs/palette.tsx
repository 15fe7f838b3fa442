import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, TextField } from 'react-aria-components';
import { find, type Found } from '../../commands/find';
import { runById } from '../../commands/run';
import { Dialog } from '../../components/dialog';
import { Glyph } from '../../components/glyph';
import { Kbd } from '../../components/kbd';
import { getState } from '../../store/store';
import { Marked } from '../marked';
import { close } from './close';
import './palette.css';

const SECTIONS: readonly Found['section'][] = ['Commands', 'Sessions', 'Subsystems', 'People'];

/** More letters lead further than more rows. */
const MOST = 12;
/** After these another than the first is chosen. */
const MOVES: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/** Everything that can be done or gone to, by a few letters of its name. */
export function Palette({ typed }: { readonly typed: string }) {
  const [text, setText] = useState(typed);
  const { found: all, of } = useMemo(() => find(getState(), text), [text]);
  const found = all.slice(0, MOST);
  const moved = useRef(false);
  const change = (to: string): void => {
    moved.current = false;
    setText(to);
  };
  const runFound = (one: Found | undefined): void => {
    if (one === undefined) return;
    close();
    void runById(one.command, one.input);
  };
  // React Aria marks the first that was found some frames after it was typed; a hurried Enter means it all the same
  const keyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, target, repeat, nativeEvent } = event;
    if (MOVES.has(key)) moved.current = true;
    if (key !== 'Enter' || repeat || moved.current || nativeEvent.isComposing) return;
    if (!(target instanceof HTMLInputElement) || target.value === '') return;
    event.preventDefault();
    event.stopPropagation();
    runFound(find(getState(), target.value).found[0]);
  };
  const needle = text.replace(/^[>@#:]/, '').trim();
  return (
    <Dialog name="Find or run" title="" onClose={close}>
      <Autocomplete inputValue={text} onInputChange={change}>
        <div className="palette__in" onKeyDownCapture={keyDown}>
          <Glyph name="find" className="icon" />
          <TextField className="palette__field" aria-label="Find or run" autoFocus>
            <Input type="search" />
          </TextField>
          <span className="meta">commands, subsystems, people, sessions</span>
        </div>
        <Menu
          className="palette__list"
          aria-label="Found"
          onAction={(at) => {
            runFound(found[Number(at)]);
          }}
          renderEmptyState={() => <p className="palette__empty">Nothing is called so.</p>}
        >
          {SECTIONS.filter((section) => found.some((each) => each.section === section)).map((section) => (
            <MenuSection key={section} id={section}>
              <Header className="label">{section}</Header>
              {found.map((each, at) =>
                each.section === section ? (
                  <FoundItem key={each.title + String(at)} id={String(at)} found={each} needle={needle} />
                ) : null,
              )}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
      <div className="palette__foot">
        <span>
          <Kbd keys=">" /> commands
        </span>
        <span>
          <Kbd keys="#" /> subsystems
        </span>
        <span>
          <Kbd keys="@" /> people
        </span>
        <span>
          <Kbd keys=":" /> ex
        </span>
        <span>{`${String(found.length)} of ${String(of)}`}</span>
      </div>
    </Dialog>
  );
}

function FoundItem({
  id,
  found: { title, detail, keys },
  needle,
}: {
  readonly id: string;
  readonly found: Found;
  readonly needle: string;
}) {
  return (
    <MenuItem id={id} className="palette__item" textValue={title}>
      <span className="cut">
        <Marked text={title} typed={needle} />
      </span>
      {detail === undefined ? null : <span className="meta">{detail}</span>}
      {keys === undefined ? null : (
        <span className="keys">
          <Kbd keys={keys} />
        </span>
      )}
    </MenuItem>
  );
}
