import { isOpen, objectorStanding, type Objection } from '../../shared/session/objections';
import { run } from '../commands/run';
import { Glyph } from '../components/glyph';
import { useSession } from '../store/use-session';
import { MailLink } from './mail-link';
import { fullTime, shortTime } from './times';
import { useClock } from './use-clock';

/** One objection: why, what would remove it, whose it is with which standing, and how it stands. */
export function ObjectionItem({ objection }: { readonly objection: Objection }) {
  const clock = useClock();
  const standing = useSession((session) => objectorStanding(session, objection));
  const settled = !isOpen(objection);
  const { label, who, reason, remedy, until, at } = objection;
  return (
    <li data-settled={settled || undefined}>
      <Glyph name={settled ? 'saved' : 'objection'} />
      <div>
        <p>
          {reason ??
            (until === undefined ? 'No reason yet: it does not block.' : `Hold until ${fullTime(until, clock)}.`)}
        </p>
        {remedy === undefined ? null : <p className="objections__remedy">Removed by: {remedy}</p>}
        <p className="objections__who">
          {[label, who, standing, shortTime(at, clock), dispositionWords(objection)]
            .filter((bit) => bit !== undefined && bit !== '')
            .join(' · ')}
          {' · '}
          <button type="button" className="link" onClick={() => void run('record.settle', { objection: objection.id })}>
            {settled ? 'reopen' : 'settle'}
          </button>
          <MailLink evidence={objection.evidence} before=" · " />
        </p>
      </div>
    </li>
  );
}

/** How it stands, where that is not simply open; who wrongly settled it is said, and what was answered. */
function dispositionWords(objection: Objection): string {
  const { disposition, settlement, disputedByAuthor, disputes } = objection;
  if (disputedByAuthor) return 'answered, disputed by its author';
  if (settlement !== undefined && !settlement.byRightPerson) {
    return `${settlement.disposition} by ${settlement.who}, who may not: open`;
  }
  const disputed = disputes.length === 0 ? '' : `, disputed by ${disputes.map(({ who }) => who).join(', ')}`;
  if (disposition === 'open') return disputed === '' ? '' : `open${disputed}`;
  return `${disposition}${settlement?.answer === undefined ? '' : `: ${settlement.answer}`}${disputed}`;
}
