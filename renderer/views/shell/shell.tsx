import { useEffect } from 'react';
import { later } from '../../components/later';
import { Menu } from '../../components/menu-button';
import type { State, View } from '../../store/state';
import { useStore } from '../../store/store';
import { Live } from '../live/live';
import { DropTarget } from './drop-target';
import { Guarded } from './guarded';
import { NoSession } from './no-session';
import { Notices } from './notices';
import { Sidebar } from './sidebar';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';
import { VIEW_NAMES } from './view-names';
import './shell.css';

// Live is what a meeting starts with; the others come in after it
const Matrix = later(async () => (await import('../matrix/matrix')).Matrix);
const Review = later(async () => (await import('../review/review')).Review);
const Summary = later(async () => (await import('../summary/summary')).Summary);
const Thread = later(async () => (await import('../thread/thread')).Thread);
const Overlays = later(async () => (await import('../dialogs/overlays')).Overlays);

const VIEW: Readonly<Record<View, () => React.ReactNode>> = {
  live: () => <Live />,
  matrix: () => <Matrix />,
  review: () => <Review />,
  summary: () => <Summary />,
  thread: () => <Thread />,
};

/** The frame: top bar, sidebar, the view, the status line, and the layers over them. */
export function Shell() {
  const { sidebar, rail } = useStore((state) => state.settings);
  const hasLayer = useStore((state) => state.overlays.length > 0);
  useEffect(loadSoon, []);
  return (
    <div className="app" data-side={onOff(sidebar)} data-rail={onOff(rail)}>
      <TopBar />
      <Sidebar />
      <main className="app__main">
        <Notices />
        <Face />
      </main>
      <StatusLine />
      <DropTarget />
      {hasLayer ? (
        <Guarded what="This dialog" way="Esc closes it." until={layersOf}>
          <Overlays />
        </Guarded>
      ) : null}
    </div>
  );
}

/** What is typed at once into a layer or a view must find it: their code is there before the first is asked for. */
const SOON = [Overlays, Menu, Matrix, Review, Summary, Thread] as const;

/** Loads it as soon as the page has nothing to do, one part after the other. */
function loadSoon(): () => void {
  const loadAll = async (): Promise<void> => {
    // what does not come is said where it is asked for
    for (const part of SOON) await part.load().catch(() => undefined);
  };
  const idle = requestIdleCallback(() => void loadAll());
  return () => {
    cancelIdleCallback(idle);
  };
}

/** The view of the open session, as the panel of its tab. */
function Face() {
  const view = useStore((state) => state.view);
  const id = useStore((state) => state.open?.id);
  if (id === undefined) return <NoSession />;
  return (
    <div className="face" id="view" role="tabpanel" aria-labelledby={`tab-${view}`} key={id}>
      <Guarded key={view} what={VIEW_NAMES[view]} way="The other views go on: Alt 1 to 5.">
        {VIEW[view]()}
      </Guarded>
    </div>
  );
}

function layersOf({ overlays }: State): unknown {
  return overlays;
}

function onOff(choice: boolean | undefined): 'on' | 'off' | undefined {
  return choice === undefined ? undefined : choice ? 'on' : 'off';
}
