import { memo } from 'react';
import { thingLabel } from '../../shared/capture/label';
import { isOpen, objectorStanding, type Objection } from '../../shared/session/objections';
import { run } from '../commands/run';
import { Glyph } from '../components/glyph';
import { useStore } from '../store/store';
import { useSession } from '../store/use-session';
import { holdWords } from './hold-words';
import { MailLink } from './mail-link';
import { shortTime } from './times';
import { useClock } from './use-clock';

interface ObjectionItemProps {
  readonly objection: Objection;
  /** it was raised before the text that it is on changed in substance */
  readonly stale?: boolean;
  /** its place in a list of which not everything may be drawn, and how many that has */
  readonly nth?: number;
  readonly of?: number;
}

/** One objection: why, what would remove it, whose it is with which standing, how it stands, and what can be done. */
export const ObjectionItem = memo(function ObjectionItem({ objection, stale = false, nth, of }: ObjectionItemProps) {
  const clock = useClock();
  const asOf = useStore((state) => state.asOf);
  const standing = useSession((session) => objectorStanding(session, objection));
  // what is on the subsystem itself needs no word of it: its page is on the screen
  const on = useSession((session) => (isOnSubsystem(objection) ? '' : thingLabel(session, objection.on)));
  const settled = !isOpen(objection);
  const { id, label, who, reason, remedy, until, at } = objection;
  return (
    <li data-settled={settled || undefined} aria-posinset={nth} aria-setsize={of}>
      <Glyph name={settled ? 'saved' : 'objection'} />
      <div>
        <p>{reason ?? (until === undefined ? 'No reason yet: it does not block.' : 'Asks for time.')}</p>
        {remedy === undefined || settled ? null : <p className="objections__remedy">Removed by: {remedy}</p>}
        {remedy === undefined && until === undefined && !settled ? (
          <p className="objections__remedy">Not said yet what would remove it.</p>
        ) : null}
        <p className="objections__who">
          {[
            label,
            who,
            standing,
            on === '' ? '' : `on ${on}`,
            shortTime(at, clock),
            until === undefined || settled ? '' : holdWords(until, asOf, clock),
            dispositionWords(objection),
            stale ? 'held before the text changed' : '',
          ]
            .filter((bit) => bit !== undefined && bit !== '')
            .join(' · ')}
          {' · '}
          <Verb
            name={settled ? 'reopen' : 'settle'}
            label={label}
            onPress={() => void run('record.settle', { objection: id })}
          />
          {settled ? null : (
            <>
              {' · '}
              <Verb name="edit" label={label} onPress={() => void run('record.edit-objection', { objection: id })} />
            </>
          )}
          {' · '}
          <Verb name="dispute" label={label} onPress={() => void run('record.dispute', { objection: id })} />
          <MailLink evidence={objection.evidence} before=" · " />
        </p>
      </div>
    </li>
  );
});

function Verb({
  name,
  label,
  onPress,
}: {
  readonly name: string;
  readonly label: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="link" aria-label={`${name} objection ${label}`} onClick={onPress}>
      {name}
    </button>
  );
}

function isOnSubsystem({ on }: Objection): boolean {
  return 'subsystem' in on && !('rule' in on);
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
