import { pictureOf, type PictureChoices, type Projection } from '../../shared/projector/picture';
import type { Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { openProjectionSource, type ProjectionSource } from '../bridge/projection';
import { recordedOf } from './read-only';
import type { ProjectorIs, State } from './state';
import { getState, setState, subscribe } from './store';

interface Projecting {
  readonly source: ProjectionSource;
  readonly stop: () => void;
}

let projecting: Projecting | undefined;

/** Opens the projector and shows it what the room may see, from now on after each change. */
export async function startProjector(): Promise<Result<true>> {
  if (projecting === undefined) {
    const source = openProjectionSource();
    const stop = subscribe((state, before) => {
      if (isOther(state, before)) source.show(projectionOf(state));
    });
    projecting = { source, stop };
  }
  setProjector('on');
  projecting.source.show(projectionOf(getState()));
  return ask('window-act', { act: 'projector-open' });
}

/** Closes the window; what follows comes when the shell says that it is gone. */
export function stopProjector(): Promise<Result<true>> {
  return ask('window-act', { act: 'projector-close' });
}

/** The window is gone. */
export function forgetProjector(): void {
  projecting?.stop();
  projecting?.source.close();
  projecting = undefined;
  setProjector('off');
}

/** Holds the picture as it is, shows nothing at all, or follows the record again. */
export function setProjector(is: ProjectorIs): void {
  setState(({ projector }) => ({ projector: { ...projector, is } }));
}

export function showNumbers(numbers: boolean): void {
  setState(({ projector }) => ({ projector: { ...projector, numbers } }));
}

/** Whether the projector is to show something else now. A frozen one holds its picture, whatever happens. */
function isOther(state: State, before: State): boolean {
  if (state.projector.is === 'frozen') return false;
  return (
    recordedOf(state) !== recordedOf(before) ||
    state.projector !== before.projector ||
    state.settings !== before.settings
  );
}

function projectionOf(state: State): Projection {
  const { projector, settings } = state;
  // the room sees how it stands, also while the moderator looks back
  const open = recordedOf(state);
  if (projector.is === 'blank' || open === undefined) return { is: 'blank' };
  const { names = true, objections = true, queue = true, theme = 'light', scale = 1 } = settings.projector ?? {};
  const choices: PictureChoices = { numbers: projector.numbers, names, objections, queue };
  return { is: 'picture', picture: pictureOf(open.session, choices), theme, scale };
}
