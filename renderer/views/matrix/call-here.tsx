import type { On } from '../../../shared/record/entry';
import { timeOf } from '../../../shared/record/order';
import { callOn } from '../../../shared/session/calls';
import type { CallEntry } from '../../../shared/session/registers';
import { CALL_LOOK, CallBadge } from '../../components/call-badge';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import { useSession } from '../../store/use-session';
import { callsShown } from '../calls-shown';
import { shortTime } from '../times';
import { useClock } from '../use-clock';

/** The chair's call on a column or a rule; of calls in conflict each one. */
export function CallHere({ on, title }: { readonly on: On; readonly title: string }) {
  const key = useKeys();
  const call = useSession((session) => callOn(session, on));
  const shown = callsShown(call);
  return (
    <section className="panel">
      <h2 className="label">
        {title} {call?.conflict === true ? <span className="objs">conflict</span> : null}
        <span className="panel__acts">
          {call === undefined || call.reopened !== undefined ? null : (
            <Act onPress={() => void run('record.object-to', { call: call.entry.id })}>object to it</Act>
          )}
          <Act keys={key('record.call')} onPress={() => void run('record.call', on)}>
            chair&rsquo;s call
          </Act>
        </span>
      </h2>
      {shown.length === 0 ? (
        <CallBadge call={undefined} />
      ) : (
        <ol className="history">
          {shown.map((entry) => (
            <CallLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  );
}

function CallLine({ entry }: { readonly entry: CallEntry }) {
  const clock = useClock();
  const at = timeOf(entry);
  return (
    <li>
      <time dateTime={at}>{shortTime(at, clock)}</time>
      <Glyph name={entry.kind === 'call-reopened' ? 'no-call' : CALL_LOOK[entry.call].glyph} />
      <span>{callWords(entry)}</span>
    </li>
  );
}

/** What the chair said, on one line. */
function callWords(entry: CallEntry): string {
  if (entry.kind === 'call-reopened') return `Chair: reopened${entry.why === undefined ? '' : `. ${entry.why}`}`;
  const { stance: called, answer } = entry;
  const stance = called === undefined ? '' : ` for ${STANCE_LOOK[called].words.toLowerCase()}`;
  const rule = answer === undefined ? '' : ` ${answer === 'supports' ? 'for' : 'against'} the rule`;
  const statement = entry.statement === undefined ? '' : `. ${entry.statement}`;
  return `Chair: ${CALL_LOOK[entry.call].words.toLowerCase()}${stance}${rule}${statement}`;
}
