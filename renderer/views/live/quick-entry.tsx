import { useEffect, useId, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { run } from '../../commands/run';
import { entryText, readEntryLine } from '../../store/entry-line';
import { readOnlyWords } from '../../store/read-only';
import { getState, useStore } from '../../store/store';
import { Completions } from './completions';
import { EntrySays } from './entry-says';
import { EntryWords } from './entry-words';
import { typesCharacter } from './typed-key';
import './quick-entry.css';

/** The typed line: what it says stands under it before Enter, and nothing else is recorded. */
export function QuickEntry() {
  const text = useStore(entryText);
  const entry = useStore((state) => state.entry);
  const mode = useStore((state) => state.mode);
  const fixed = useStore(readOnlyWords);
  const readOnly = fixed !== undefined;
  // what is typed on while the line before is stored is the next line
  const held = entry.pending !== undefined && text !== entry.pending ? entry.pending : '';
  const line = text.slice(held.length);
  const reading = useReading(line);
  const { completion } = entry;
  const completing = completion !== undefined && mode === 'INSERT';
  const typed = completing ? text.slice(completion.from, entry.caret).replace(/^[@#~]/, '') : '';
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (mode === 'INSERT') field.current?.focus();
    else if (document.activeElement === field.current) field.current?.blur();
  }, [mode]);

  useLayoutEffect(() => {
    const input = field.current;
    if (input === null || document.activeElement !== input) return;
    // a completion or a line from before puts the caret elsewhere than typing did
    if (input.selectionStart !== entry.caret) input.setSelectionRange(entry.caret, entry.caret);
  }, [text, entry.caret]);

  useLayoutEffect(() => {
    if (words.current !== null) words.current.scrollLeft = field.current?.scrollLeft ?? 0;
  }, [text, entry.caret]);

  return (
    <section className="entry" aria-label="Typed line">
      {completing ? (
        <Completions
          id={list}
          completion={completion}
          chosen={entry.chosen}
          typed={typed}
          onTake={(at) => void run('entry.take', at)}
        />
      ) : null}
      <div className="entry__line">
        <span className="entry__prompt" aria-hidden="true">
          &gt;
        </span>
        <div className="entry__field">
          <div className="entry__words" aria-hidden="true" ref={words}>
            {held}
            <EntryWords text={line} tokens={reading.tokens} />
          </div>
          <input
            ref={field}
            aria-label="Quick entry"
            aria-autocomplete="list"
            aria-controls={completing ? list : undefined}
            aria-activedescendant={completing ? `${list}-${String(entry.chosen)}` : undefined}
            aria-invalid={reading.kind === 'error' && text.trim() !== ''}
            value={text}
            placeholder={fixed ?? ''}
            readOnly={readOnly || entry.pending !== undefined}
            spellCheck={false}
            autoComplete="off"
            onFocus={() => {
              if (!readOnly && getState().mode !== 'INSERT') void run('record.entry');
            }}
            onBlur={() => {
              if (getState().mode === 'INSERT') void run('entry.leave');
            }}
            onChange={({ target }) =>
              void run('entry.type', { text: target.value, caret: target.selectionStart ?? target.value.length })
            }
            onKeyDown={typeBehind}
            onScroll={({ currentTarget }) => {
              if (words.current !== null) words.current.scrollLeft = currentTarget.scrollLeft;
            }}
          />
        </div>
      </div>
      <EntrySays text={line} reading={reading} completing={completing} />
    </section>
  );
}

/**
 * While a line is on its way to the disk nothing changes it: the field is read-only, and keys go behind it, where the next
 * line begins.
 */
function typeBehind(event: KeyboardEvent): void {
  const state = getState();
  const { key } = event;
  if (state.entry.pending === undefined) return;
  const isTyped = typesCharacter(event, state.hello?.platform);
  if (!isTyped && key !== 'Backspace') return;
  event.preventDefault();
  const text = isTyped ? entryText(state) + key : entryText(state).slice(0, -1);
  void run('entry.type', { text, caret: text.length });
}

/** What the line says, read again when it, the record or what is on the screen is another. */
function useReading(text: string) {
  const open = useStore((state) => state.open);
  const selection = useStore((state) => state.selection);
  const quotedMail = useStore((state) => state.quotedMail);
  return useMemo(
    () => readEntryLine({ ...getState(), open, selection, quotedMail }, text),
    [text, open, selection, quotedMail],
  );
}
