import { useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { AnyEntry } from '../../../shared/record/entry';
import { timeOf } from '../../../shared/record/order';
import { lastEntries, logOf } from '../../../shared/session/log';
import type { Session } from '../../../shared/session/session';
import { isStruck } from '../../../shared/session/verdicts';
import { Act } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { StanceGlyph } from '../../components/stance';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';
import { useStore } from '../../store/store';
import { fullWords, logWords } from '../log-words';
import { fullTime, secondTime, type Clock } from '../times';
import { useClock } from '../use-clock';

const LINE = 22;
/** As many lines as are read without sorting all of the record. */
const LAST = 200;

/** The record's lines, the newest first; only those on the screen are drawn. Struck ones stay readable. */
export function RecordPanel() {
  const [all, setAll] = useState(false);
  const session = useStore((state) => state.open?.session);
  const entries = useSession((it) => (all ? newestFirst(it) : lastEntries(it, LAST)));
  const size = useSession((it) => it.entries.size);
  const clock = useClock();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- a word to the React Compiler, which we don't use
  const lines = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (at) => entries[at]?.id ?? at,
    overscan: 8,
  });
  return (
    <section className="panel panel--record">
      <h2 className="label">
        Record
        <span className="panel__acts">
          {!all && size > LAST ? (
            <Act
              onPress={() => {
                setAll(true);
              }}
            >
              all {size}
            </Act>
          ) : null}
          <Act keys="u" onPress={() => void run('edit.undo')}>
            undo
          </Act>
          <Act onPress={() => void run('edit.redo')}>redo</Act>
        </span>
      </h2>
      <div className="log" role="log" aria-label="Record" tabIndex={0} ref={scroller}>
        <ol className="log__lines" style={{ height: lines.getTotalSize() }}>
          {session === undefined
            ? null
            : lines.getVirtualItems().map(({ index, key, start }) => {
                const entry = entries[index];
                return entry === undefined ? null : (
                  <LogLine
                    key={key}
                    session={session}
                    entry={entry}
                    top={start}
                    clock={clock}
                    scribe={entries[index - 1]?.by !== entry.by}
                  />
                );
              })}
        </ol>
      </div>
    </section>
  );
}

interface LogLineProps {
  readonly session: Session;
  readonly entry: AnyEntry;
  readonly top: number;
  readonly clock: Clock;
  /** says who recorded it: where that is another than of the line above */
  readonly scribe: boolean;
}

function LogLine({ session, entry, top, clock, scribe }: LogLineProps) {
  const { who, was, stance, glyph, text } = logWords(session, entry);
  const at = timeOf(entry);
  const struck = isStruck(session, entry.id);
  return (
    <li
      className="log__line"
      data-struck={struck || undefined}
      style={{ transform: `translateY(${String(top)}px)` }}
      title={`${fullWords(session, entry)}\n${fullTime(at, clock)}, recorded by ${entry.by}${struck ? ', struck' : ''}`}
    >
      <time dateTime={at}>{secondTime(at, clock)}</time>
      <span className="pid cut">{who}</span>
      <span className="log__what">
        {was === undefined ? null : (
          <>
            <StanceGlyph stance={was} />
            <span aria-hidden="true">→</span>
          </>
        )}
        {stance === undefined ? null : <StanceGlyph stance={stance} />}
        {glyph === undefined ? null : (
          <span className={glyph === 'objection' ? 'tone-bad' : undefined}>
            <Glyph name={glyph} />
          </span>
        )}
        <span className="cut">{text}</span>
        {struck ? <span className="vh">, struck</span> : null}
        {scribe ? <span className="log__by meta">{entry.by}</span> : null}
      </span>
    </li>
  );
}

function newestFirst(session: Session): readonly AnyEntry[] {
  return reversed(logOf(session));
}

const turned = new WeakMap<readonly AnyEntry[], readonly AnyEntry[]>();

/** The same array for the same log, so that nothing renders again without need. */
function reversed(log: readonly AnyEntry[]): readonly AnyEntry[] {
  const known = turned.get(log) ?? log.toReversed();
  turned.set(log, known);
  return known;
}
