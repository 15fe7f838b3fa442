import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { MailEvidence } from '../../../shared/record/entry';
import type { BodyLine } from '../../../shared/thread/body';
import { linesThatAre } from '../../../shared/thread/find-lines';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import type { ListedMail } from '../../store/listed-mail';
import { useStore } from '../../store/store';

/** A longer line is cut until somebody asks for all of it. */
const LONGEST = 10_000;

/** Of a mail of more lines only those on the screen are laid out. */
const MOST_LAID_OUT = 400;

/** Lines that are chosen: from where the choice began to where it is now, from 0. */
interface Choice {
  readonly anchor: number;
  readonly head: number;
}

function quotedLines(lines: readonly BodyLine[], quote: MailEvidence | undefined): Choice | undefined {
  const range = quote === undefined ? undefined : linesThatAre(lines, quote.lines, quote.offset);
  return range === undefined ? undefined : { anchor: range.from - 1, head: range.to - 1 };
}

/** A mail line by line; some lines in a row can be chosen and pinned to what was recorded. */
export function Lines({ mail, lines }: { readonly mail: ListedMail; readonly lines: readonly BodyLine[] }) {
  const quote = useStore(({ selection }) => (selection.quote?.message === mail.id ? selection.quote : undefined));
  const [choice, choose] = useState(() => quotedLines(lines, quote));
  const [whole, showWhole] = useState(false);
  const readOnly = useStore((state) => state.open?.readOnly === true);
  const reading = useStore((state) => state.selection.reading === true);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (reading) list.current?.focus();
    else if (document.activeElement === list.current) list.current?.blur();
  }, [reading]);
  useEffect(() => {
    // one came here from what rests on these lines
    if (quote === undefined) return;
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'center' });
  }, [quote]);
  const from = choice === undefined ? 0 : Math.min(choice.anchor, choice.head);
  const to = choice === undefined ? -1 : Math.max(choice.anchor, choice.head);
  const move = (head: number, extend: boolean): void => {
    const kept = Math.max(0, Math.min(lines.length - 1, head));
    choose({ anchor: extend ? (choice?.anchor ?? kept) : kept, head: kept });
  };
  const pin = (): void => {
    if (choice === undefined) return;
    const blank = lines.slice(from, to + 1).every(({ text }) => text.trim() === '');
    void run('mail.pin', { mail, from: from + 1, to: to + 1, blank });
  };
  const heard = (event: KeyboardEvent): void => {
    const at = choice?.head ?? -1;
    if (event.key === 'Escape' || event.key === 'q') {
      void run('mail.leave');
      return;
    }
    const steps: Readonly<Record<string, number>> = {
      j: at + 1,
      k: at - 1,
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: lines.length - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) move(next, event.shiftKey);
    else if (event.key === 'Enter') pin();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <ol
        className={lines.length > MOST_LAID_OUT ? 'lines lines--many mono' : 'lines mono'}
        role="listbox"
        aria-label="Lines of the mail"
        aria-multiselectable
        aria-activedescendant={choice === undefined ? undefined : `line-${String(choice.head)}`}
        ref={list}
        tabIndex={0}
        onKeyDown={heard}
      >
        {lines.map(({ n, text, depth, kind }, at) => (
          <li
            key={n}
            id={`line-${String(at)}`}
            role="option"
            aria-selected={at >= from && at <= to}
            data-kind={kind}
            data-depth={Math.min(depth, 3)}
            onClick={(event) => {
              move(at, event.shiftKey);
            }}
          >
            {whole || text.length <= LONGEST ? text : text.slice(0, LONGEST)}
          </li>
        ))}
      </ol>
      {!whole && lines.some(({ text }) => text.length > LONGEST) ? (
        <Act
          onPress={() => {
            showWhole(true);
          }}
        >
          show all of the long lines
        </Act>
      ) : null}
      {choice === undefined || readOnly ? null : (
        <Act keys="Enter" onPress={pin}>
          {from === to ? `pin line ${String(from + 1)}` : `pin lines ${String(from + 1)} to ${String(to + 1)}`}
        </Act>
      )}
    </>
  );
}
