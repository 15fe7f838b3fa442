import { refusalText, type Refusal, type Result } from '../../shared/result';
import { getState, setState } from './store';
import type { ChordHint, Message, Mode, Notice, RowOrder, Shelf, State, View } from './state';
import type { Overlay } from './overlay';
import type { SummaryChoices } from './summary-choices';

/** Turns to a view; the Matrix shows the positions. What was tagged stays behind. */
export function showView(view: View): void {
  setState(({ selection }) => ({ view, matrixShows: 'positions', selection: { ...selection, tagged: [] } }));
}

/** Turns to the rules and where they hold. */
export function showRules(): void {
  setState(({ selection }) => ({ view: 'matrix', matrixShows: 'rules', selection: { ...selection, tagged: [] } }));
}

export function setMode(mode: Mode): void {
  if (getState().mode !== mode) setState({ mode });
}

/** Puts a layer on top. One of a kind at a time: the same kind again takes the place of the one that is there. */
export function openOverlay(overlay: Overlay): void {
  setState(({ overlays }) => ({ overlays: [...overlays.filter(({ kind }) => kind !== overlay.kind), overlay] }));
}

/** Closes the top layer; what was typed in it is a draft and comes back with it. */
export function closeTopOverlay(): void {
  setState(({ overlays }) => ({ overlays: overlays.slice(0, -1) }));
}

export function closeOverlay(kind: Overlay['kind']): void {
  setState(({ overlays }) => ({ overlays: overlays.filter((overlay) => overlay.kind !== kind) }));
}

function echo(tone: Message['tone'], text: string): void {
  setState(({ message }) => ({ message: { tone, text, nth: (message?.nth ?? 0) + 1 } }));
}

/** Echoes in the status line; the next message takes its place. */
export function say(text: string): void {
  echo('info', text);
}

/** Says why something was not done. */
export function sayWhyNot(refusal: Refusal): void {
  echo('error', refusalText(refusal));
}

/** Says why not where something was refused; answers whether it was done. */
export function sayIfRefused<T>(result: Result<T>): result is { readonly ok: true; readonly value: T } {
  if (!result.ok) sayWhyNot(result.error);
  return result.ok;
}

/** A refusal of a file has a name, a line, what was found and expected: too much for the status line. */
export function noticeIfRefused<T>(result: Result<T>): result is { readonly ok: true; readonly value: T } {
  if (!result.ok) showNotice({ tone: 'error', text: refusalText(result.error), passes: true });
  return result.ok;
}

/** A notice that stays until it is closed, or is passed by. */
export function showNotice(notice: Notice | undefined): void {
  shownAt = performance.now();
  setState({ notice });
}

/** A notice can have been read after so many milliseconds, also by somebody who listens to a room. */
const READ = 10_000;
let shownAt = 0;

/** A person turns to something else: a notice of what that person was at goes, once it can have been read. */
export function passNotice(): void {
  const { notice } = getState();
  if (notice?.passes !== true) return;
  const left = shownAt + READ - performance.now();
  if (left <= 0) showNotice(undefined);
  else {
    setTimeout(() => {
      if (getState().notice === notice) showNotice(undefined);
    }, left);
  }
}

export function showHint(hint: ChordHint | undefined): void {
  if (getState().hint !== hint) setState({ hint });
}

export function orderRows(order: RowOrder): void {
  setState({ order });
}

/** Shows the record, the notes or the actions at the foot of Live's rail. */
export function showShelf(shelf: Shelf): void {
  setState({ shelf });
}

/** Shows only what fits; undefined shows all again. */
export function setFilter(filter: string | undefined): void {
  setState({ filter });
}

/** Turns to one of Review's faces. */
export function showReviewing(reviewing: State['reviewing']): void {
  setState({ reviewing });
}

/** Changes what the summary mail is made with. */
export function chooseSummary(choices: Partial<SummaryChoices>): void {
  setState(({ summary }) => ({ summary: { ...summary, ...choices } }));
}
