import type { AnyEntry } from '../../../shared/record/entry';
import { timeOf } from '../../../shared/record/order';
import type { Session } from '../../../shared/session/session';
import { isStruck } from '../../../shared/session/verdicts';
import { run } from '../../commands/run';
import { Glyph } from '../../components/glyph';
import { MenuButton } from '../../components/menu-button';
import { StanceGlyph } from '../../components/stance';
import { fullWords, logWords } from '../log-words';
import { logMenu } from '../menus';
import { fullTime, secondTime, type Clock } from '../times';

interface LogLineProps {
  readonly session: Session;
  readonly entry: AnyEntry;
  readonly top: number;
  readonly clock: Clock;
  readonly selected: boolean;
  /** shows who recorded it: where there are several scribes */
  readonly scribe: boolean;
}

/** One line of the record: when, who, what, and who recorded it. A struck one stays readable. */
export function LogLine({ session, entry, top, clock, selected, scribe }: LogLineProps) {
  const { who, was, stance, glyph, text } = logWords(session, entry);
  const at = timeOf(entry);
  const struck = isStruck(session, entry.id);
  return (
    <li
      className="log__line"
      aria-current={selected || undefined}
      data-struck={struck || undefined}
      tabIndex={-1}
      style={{ transform: `translateY(${String(top)}px)` }}
      title={`${fullWords(session, entry)}\n${fullTime(at, clock)}, recorded by ${entry.by}${struck ? ', struck' : ''}`}
      onMouseDown={() => void run('log.select', entry.id)}
      onDoubleClick={() => void run('log.edit', entry.id)}
      onContextMenu={(event) => {
        event.preventDefault();
        event.currentTarget.querySelector<HTMLButtonElement>('.more')?.click();
      }}
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
        {scribe ? (
          <span className="log__by meta">
            <span className="vh">, recorded by </span>
            {entry.by}
          </span>
        ) : (
          <span className="vh">, recorded by {entry.by}</span>
        )}
      </span>
      <MenuButton
        className="more"
        label={`Menu of the line of ${secondTime(at, clock)}`}
        stop={false}
        items={() => logMenu(entry.id, struck)}
      />
    </li>
  );
}
