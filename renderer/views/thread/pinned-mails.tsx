import { explainEntry } from '../../../shared/capture/explain';
import type { AnyEntry } from '../../../shared/record/entry';
import { meetingOf } from '../../../shared/session/meeting';
import { archiveLink } from '../../../shared/summary/links';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { Pieces } from '../pieces';
import { pinnedMails, type PinnedMail } from './pinned';

/** What the record itself knows of its thread: the root, and the mails that it points to. */
export function PinnedMails() {
  const thread = useSession((session) => meetingOf(session)?.entry.thread);
  const mails = useSession(pinnedMails);
  return (
    <>
      <section aria-label="Root message">
        <h2>{thread?.subject ?? 'No root message'}</h2>
        {thread === undefined ? (
          <p className="meta">This session was not opened from a mail, so its summary starts a thread of its own.</p>
        ) : (
          <dl className="facts">
            <dt>Message-ID</dt>
            <dd className="mono">&lt;{thread.root}&gt;</dd>
            <dt>Archive</dt>
            <dd className="mono">{archiveLink(thread.root) ?? 'no link'}</dd>
            {thread.list === undefined ? null : (
              <>
                <dt>List</dt>
                <dd className="mono">{thread.list}</dd>
              </>
            )}
          </dl>
        )}
      </section>
      <section aria-label="Mails in the record">
        <h2>
          Mails in the record <span className="meta">{mails.length}</span>
        </h2>
        {mails.length === 0 ? <p className="meta">No entry names a mail as its evidence yet.</p> : null}
        <ol className="mails">
          {mails.map((mail) => (
            <Mail key={mail.message} mail={mail} />
          ))}
        </ol>
      </section>
    </>
  );
}

function Mail({ mail: { message, from, date, subject, quotes } }: { readonly mail: PinnedMail }) {
  return (
    <li>
      <p>
        <b>{subject ?? from ?? 'A mail'}</b>{' '}
        <span className="meta">
          {[subject === undefined ? undefined : from, date?.slice(0, 10)].filter((bit) => bit !== undefined).join(', ')}
        </span>
      </p>
      <p className="meta mono">{archiveLink(message) ?? message}</p>
      {quotes.map(({ entry, lines }) => (
        <div key={entry.id} className="quote">
          <pre className="mono">{lines.join('\n')}</pre>
          <Said entry={entry} />
        </div>
      ))}
    </li>
  );
}

/** What was recorded from it. */
function Said({ entry }: { readonly entry: AnyEntry }) {
  const session = useStore((state) => state.open?.session);
  return (
    <p className="quote__said">{session === undefined ? null : <Pieces pieces={explainEntry(session, entry)} />}</p>
  );
}
