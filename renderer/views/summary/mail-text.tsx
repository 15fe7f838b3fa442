import { memo, useMemo, type CSSProperties, type KeyboardEvent, type RefObject } from 'react';

/** A mail of so many lines is one text, all of which can be selected and read at once. */
const WHOLE = 5_000;
/** Of a longer one so many lines are laid out at once, when they come on the screen. */
const LINES = 250;

interface MailTextProps {
  readonly body: string;
  readonly ref: RefObject<HTMLPreElement | null>;
}

/** The exact text of the mail; a very long one in parts of some lines each. */
export const MailText = memo(function MailText({ body, ref }: MailTextProps) {
  const parts = useMemo(() => partsOf(body), [body]);
  return (
    <pre className="mail" role="document" aria-label="Summary mail" tabIndex={0} ref={ref} onKeyDown={selectWhole}>
      {parts.map((part, at) => (
        <span key={at} className={parts.length === 1 ? undefined : 'mail__part'} style={sizeOf(part)}>
          {part.text}
        </span>
      ))}
    </pre>
  );
});

/** Ctrl A in the mail selects the mail: all of the window would go into the one that it is pasted into. */
function selectWhole(event: KeyboardEvent<HTMLPreElement>): void {
  if (event.key !== 'a' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  getSelection()?.selectAllChildren(event.currentTarget);
}

interface Part {
  readonly text: string;
  /** how many lines it has */
  readonly lines: number;
}

/** A text in parts of so many lines, each with its line end. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let begin = 0;
  let lines = 0;
  for (let end = nextLine(text, 0); end > begin; end = nextLine(text, end)) {
    lines += 1;
    if (lines < LINES && end < text.length) continue;
    parts.push({ text: text.slice(begin, end), lines });
    begin = end;
    lines = 0;
  }
  return parts.length <= WHOLE / LINES ? [{ text, lines: 0 }] : parts;
}

/** Where the line after the one that holds a place begins. */
function nextLine(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end === -1 ? text.length : end + 1;
}

function sizeOf({ lines }: Part): CSSProperties {
  // custom properties have no type of their own in React's CSSProperties
  return { '--lines': lines } as CSSProperties;
}

/** Selects a line of the text, from 1, and brings it into sight. */
export function showLine(text: HTMLPreElement | null, line: number): void {
  const isWhole = text?.children.length === 1;
  const node = text?.children[isWhole ? 0 : Math.floor((line - 1) / LINES)]?.firstChild;
  if (text === null || node === null || node === undefined) return;
  const part = node.textContent ?? '';
  const nth = isWhole ? line - 1 : (line - 1) % LINES;
  const from = part.split('\n', nth).join('\n').length + (nth > 0 ? 1 : 0);
  const end = part.indexOf('\n', from);
  const range = document.createRange();
  range.setStart(node, Math.min(from, part.length));
  range.setEnd(node, end === -1 ? part.length : end);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  // off the screen it may not be laid out
  node.parentElement?.scrollIntoView({ block: 'nearest' });
  text.scrollTo({ top: text.scrollTop + range.getBoundingClientRect().top - text.getBoundingClientRect().top - 80 });
}
