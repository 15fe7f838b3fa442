import type { AnyEntry } from '../../../shared/record/entry';
import type { Handle, Slug } from '../../../shared/record/ids';
import { byTime, timeOf } from '../../../shared/record/order';
import { evidenceOf } from '../../../shared/session/pins';
import { positionOf } from '../../../shared/session/positions';
import type { Session } from '../../../shared/session/session';
import { Glyph } from '../../components/glyph';
import { StanceGlyph } from '../../components/stance';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { MailLink } from '../mail-link';
import { logWords } from '../log-words';
import { objectionsHere } from '../../store/objections-here';
import { fullTime, shortTime } from '../times';
import { useClock } from '../use-clock';

/** How this position came to be what it is, the newest first: every revision, objections, where each was said. */
export function History({ who, slug }: { readonly who: Handle; readonly slug: Slug }) {
  const position = useSession((session) => positionOf(session, who, slug));
  const objections = useSession((session) => objectionsHere(session, slug));
  const session = useStore((state) => state.open?.session);
  const clock = useClock();
  const own = objections.filter((objection) => objection.who === who);
  const entries: AnyEntry[] = [
    ...(position?.history ?? []),
    ...own.flatMap(({ versions, settlements }) => [...versions, ...settlements.map(({ entry }) => entry)]),
  ];
  if (session === undefined || entries.length === 0) return null;
  return (
    <section className="panel">
      <h2 className="label">History</h2>
      <ol className="history">
        {entries
          .sort((a, b) => byTime(b, a))
          .map((entry) => (
            <li key={entry.id}>
              <time dateTime={timeOf(entry)} title={fullTime(timeOf(entry), clock)}>
                {shortTime(timeOf(entry), clock)}
              </time>
              <HistoryWords session={session} entry={entry} />
            </li>
          ))}
      </ol>
    </section>
  );
}

function HistoryWords({ session, entry }: { readonly session: Session; readonly entry: AnyEntry }) {
  const { stance, glyph, text } = logWords(session, entry);
  return (
    <>
      {stance !== undefined ? <StanceGlyph stance={stance} /> : glyph !== undefined ? <Glyph name={glyph} /> : <span />}
      <span>
        {text}
        <span className="meta">{sourceOf(entry)}</span>
        <MailLink evidence={evidenceOf(session, entry)} />
      </span>
    </>
  );
}

/** Where it was said: in a mail, by hearsay, or in the room, in the scribe's words. */
function sourceOf(entry: AnyEntry): string {
  const { evidence, via } = entry as {
    readonly evidence?: readonly { readonly message?: string; readonly date?: string }[];
    readonly via?: string;
  };
  const mail = evidence?.find(({ message }) => message !== undefined);
  const from =
    mail === undefined
      ? evidence === undefined
        ? ''
        : ', in the room'
      : `, on the list${mail.date === undefined ? '' : ` on ${mail.date.slice(0, 10)}`}`;
  return `${from}${via === undefined ? '' : `, via ${via}`}, by ${entry.by}`;
}
