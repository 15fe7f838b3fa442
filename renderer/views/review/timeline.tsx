import { useEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { counted } from '../../../shared/capture/say';
import type { AnyEntry } from '../../../shared/record/entry';
import { timeOf } from '../../../shared/record/order';
import { logOf } from '../../../shared/session/log';
import type { Session } from '../../../shared/session/session';
import { isStruck } from '../../../shared/session/verdicts';
import { run } from '../../commands/run';
import { Act } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { StanceGlyph } from '../../components/stance';
import { recordedOf } from '../../store/read-only';
import { useStore } from '../../store/store';
import { lineAt, rowOf, shownLines } from '../../store/timeline';
import { fullWords, logWords } from '../log-words';
import { fullTime, lineTime, type Clock } from '../times';
import { useClock } from '../use-clock';

const LINE = 24;

/** Every line of the record in order, to be searched, and to be replayed from; only those on the screen are drawn. */
export function Timeline() {
  const open = useStore(recordedOf);
  const timeline = useStore((state) => state.timeline);
  const replay = useStore((state) => state.replay);
  const log = open === undefined ? [] : logOf(open.session);
  const count = shownLines({ timeline }, log);
  const scroller = useRef<HTMLDivElement>(null);
  const clock = useClock();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
  });
  const at = timeline.at ?? (replay?.at ?? log.length) - 1;
  const row = rowOf({ timeline }, replay === undefined ? at : replay.at - 1);
  const chosen = rowOf({ timeline }, at);
  useEffect(() => {
    virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);
  useEffect(() => {
    virtual.scrollToIndex(row);
  }, [row, virtual]);
  return (
    <section className="timeline" aria-label="Timeline">
      <Search found={timeline.hits?.length} left={timeline.left} of={log.length} />
      <div className="timeline__lines" ref={scroller} tabIndex={0} role="log" aria-live="off" aria-label="Every line">
        <ol style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lineAt({ timeline }, index);
            const entry = log[line];
            return entry === undefined || open === undefined ? null : (
              <Line
                key={key}
                session={open.session}
                entry={entry}
                line={line}
                top={start}
                clock={clock}
                chosen={index === chosen}
                later={replay !== undefined && line >= replay.at}
              />
            );
          })}
        </ol>
      </div>
    </section>
  );
}

interface SearchProps {
  readonly found: number | undefined;
  readonly left: number;
  readonly of: number;
}

function Search({ found, left, of }: SearchProps) {
  const typed = useStore((state) => state.timeline.typed);
  const field = useRef<HTMLInputElement>(null);
  const [begun, gone] = [typed === '', typed === undefined];
  useEffect(() => {
    if (begun) field.current?.focus();
    if (gone && document.activeElement === field.current) field.current?.blur();
  }, [begun, gone]);
  return (
    <div className="timeline__search">
      <input
        ref={field}
        className="input mono"
        aria-label="Search the record"
        placeholder="@p7 #uvc kind:call by:ana struck words"
        value={typed ?? ''}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => void run('timeline.search', event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <span className="meta" role="status" aria-label="Found">
        {found === undefined ? counted(of, 'line') : `${String(found)} of ${counted(of, 'line')}`}
        {left === 0 ? null : `, ${String(left)} to look through`}
      </span>
      <Act keys="Enter" onPress={() => void run('timeline.replay')}>
        replay up to here
      </Act>
    </div>
  );
}

interface LineProps {
  readonly session: Session;
  readonly entry: AnyEntry;
  /** its place in the log */
  readonly line: number;
  readonly top: number;
  readonly clock: Clock;
  readonly chosen: boolean;
  /** it was not there yet at the moment that is replayed */
  readonly later: boolean;
}

function Line({ session, entry, line, top, clock, chosen, later }: LineProps) {
  const { who, was, stance, glyph, text } = logWords(session, entry);
  const slug = slugOf(entry);
  const struck = isStruck(session, entry.id);
  const at = timeOf(entry);
  return (
    <li
      className="timeline__line"
      data-struck={struck || undefined}
      data-later={later || undefined}
      aria-current={chosen || undefined}
      style={{ transform: `translateY(${String(top)}px)` }}
      title={`${fullWords(session, entry)}\n${fullTime(at, clock)}, recorded by ${entry.by}${struck ? ', struck' : ''}`}
    >
      <button type="button" className="timeline__press" onClick={() => void run('timeline.select', line)}>
        <time dateTime={at}>{lineTime(at, clock)}</time>
        <span className="pid cut">{who}</span>
        <span className="timeline__what">
          {was === undefined ? null : (
            <>
              <StanceGlyph stance={was} />
              <span aria-hidden="true">→</span>
            </>
          )}
          {stance === undefined ? null : <StanceGlyph stance={stance} />}
          {glyph === undefined ? null : <Glyph name={glyph} />}
          {slug === undefined ? null : <span className="slug">{slug}</span>}
          <span className="cut">{text}</span>
          {struck ? <span className="vh">, struck</span> : null}
        </span>
        <span className="meta cut">{entry.by}</span>
      </button>
    </li>
  );
}

function slugOf(entry: AnyEntry): string | undefined {
  return 'subsystem' in entry && typeof entry.subsystem === 'string' ? entry.subsystem : undefined;
}
