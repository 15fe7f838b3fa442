import type { ReactNode } from 'react';
import type { Shelf } from '../../store/state';
import { useStore } from '../../store/store';
import { FilterField } from '../filter-field';
import { NoSubsystem } from './no-subsystem';
import { ObjectionsPanel } from './objections-panel';
import { Positions } from './positions';
import { QueuePanel } from './queue-panel';
import { QuickEntry } from './quick-entry';
import { ActionsPanel } from './actions-panel';
import { NotesPanel } from './notes-panel';
import { PollPanel } from './poll-panel';
import { QuestionsPanel } from './questions-panel';
import { RecordPanel } from './record-panel';
import { Subject } from './subject';
import './positions.css';
import './rail.css';
import './live.css';

const SHELVES: Readonly<Record<Shelf, () => ReactNode>> = {
  record: () => <RecordPanel />,
  notes: () => <NotesPanel />,
  actions: () => <ActionsPanel />,
};

/** The meeting as it happens: what the room is on, who holds what, who objects, and the line that catches it. */
export function Live() {
  const slug = useStore((state) => state.selection.subsystem);
  const filtering = useStore((state) => state.filter !== undefined);
  const shelf = useStore((state) => state.shelf);
  return (
    <div className="view live">
      {slug === undefined ? <NoSubsystem /> : <Subject key={slug} slug={slug} />}
      {slug === undefined ? null : (
        <div className="live__list">
          {filtering ? <FilterField /> : null}
          <Positions slug={slug} />
        </div>
      )}
      <aside className="rail" aria-label="Room">
        {slug === undefined ? null : <QueuePanel slug={slug} />}
        {slug === undefined ? null : <PollPanel slug={slug} />}
        {slug === undefined ? null : <ObjectionsPanel slug={slug} />}
        {slug === undefined ? null : <QuestionsPanel slug={slug} />}
        {SHELVES[shelf]()}
      </aside>
      <QuickEntry />
    </div>
  );
}
