import { meetingOf } from '../../../shared/session/meeting';
import { Glyph } from '../../components/glyph';
import { Kbd } from '../../components/kbd';
import { MenuButton } from '../../components/menu-button';
import { run } from '../../commands/run';
import { VIEWS, type View } from '../../store/state';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { sessionMenu } from '../menus';
import { useKeys } from '../use-keys';
import { ProjectorStatus } from './projector-status';
import { SaveStatus } from './save-status';
import { VIEW_NAMES } from './view-names';

/** The session, its five faces, whether all is saved, and the way to everything else. */
export function TopBar() {
  const key = useKeys();
  const hasSession = useStore((state) => state.open !== undefined);
  return (
    <header className="topbar">
      {hasSession ? <SessionButton /> : <span className="topbar__session">Gavel</span>}
      {hasSession ? <Tabs /> : null}
      <div className="topbar__right">
        {hasSession ? <SaveStatus /> : null}
        <ProjectorStatus />
        <button type="button" className="find" onClick={() => void run('go.find')}>
          <Glyph name="find" className="icon" />
          <span className="find__words">Find or run</span>
          <span aria-hidden="true" className="find__keys">
            <Kbd keys={key('go.find')} />
          </span>
        </button>
      </div>
    </header>
  );
}

function SessionButton() {
  const title = useSession((session) => meetingOf(session)?.title ?? 'Untitled');
  return (
    <MenuButton className="topbar__session" label={`${title}, session menu`} items={sessionMenu}>
      <span className="cut">{title}</span>
      <Glyph name="down" className="icon" />
    </MenuButton>
  );
}

function Tabs() {
  const view = useStore((state) => state.view);
  return (
    <div className="tabs" role="tablist" aria-label="Views">
      {VIEWS.map((each) => (
        <button
          key={each}
          id={`tab-${each}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={each === view}
          aria-controls="view"
          tabIndex={each === view ? 0 : -1}
          onClick={() => void run(`view.${each}`)}
          onKeyDown={(event) => {
            const to = stepTo(event.key, each);
            if (to === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            void run(`view.${to}`);
            document.getElementById(`tab-${to}`)?.focus();
          }}
        >
          {VIEW_NAMES[each]}
        </button>
      ))}
    </div>
  );
}

/** The tab that an arrow, Home or End leads to (WAI-ARIA practices, tabs). */
function stepTo(key: string, from: View): View | undefined {
  const at = VIEWS.indexOf(from);
  if (key === 'ArrowRight') return VIEWS[(at + 1) % VIEWS.length];
  if (key === 'ArrowLeft') return VIEWS.at(at - 1);
  if (key === 'Home') return VIEWS[0];
  return key === 'End' ? VIEWS.at(-1) : undefined;
}
