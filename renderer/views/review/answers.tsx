import { useMemo, useState } from 'react';
import { thingLabel } from '../../../shared/capture/label';
import type { Id } from '../../../shared/record/ids';
import { calls } from '../../../shared/session/calls';
import { objections } from '../../../shared/session/objections';
import { people } from '../../../shared/session/people';
import type { Session } from '../../../shared/session/session';
import { sentSummaries } from '../../../shared/session/sent';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { answersTo } from '../../store/answers';
import type { ListedMail } from '../../store/listed-mail';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { AddFirst, authorIn } from './author-in';

/** What came back to the thread since a summary went out: each can be read, and become an objection to a call. */
export function Answers() {
  const thread = useStore((state) => state.mails);
  const sent = useSession(sentSummaries);
  const open = useStore((state) => state.open);
  const answers = useMemo(
    () =>
      thread === undefined || open === undefined
        ? []
        : answersTo(thread, sent).filter(({ id }) => !isRecorded(open.session, id)),
    [thread, sent, open],
  );
  if (answers.length === 0) return null;
  return (
    <section aria-label="Answers to the summary">
      <h2>
        Answers to the summary <span className="meta">{answers.length}</span>
      </h2>
      <ol className="suggestions">
        {answers.map((mail) => (
          <Answer key={`${mail.id} ${String(mail.copy)}`} mail={mail} />
        ))}
      </ol>
    </section>
  );
}

/** An answer that an objection rests on needs nobody any more. */
function isRecorded(session: Session, message: string): boolean {
  return objections(session).some(({ evidence }) =>
    evidence.some((item) => 'message' in item && item.message === message),
  );
}

function Answer({ mail }: { readonly mail: ListedMail }) {
  const { author, subject, date } = mail;
  const person = useSession((session) => authorIn(people(session), author));
  const made = useSession(calls);
  const open = useStore((state) => state.open);
  const [chosen, choose] = useState<Id>();
  const call = chosen ?? made[0]?.entry.id;
  const name = author.name ?? author.address ?? 'nobody';
  return (
    <li className="suggestion">
      <p>
        <b>{name}</b>{' '}
        <span className="meta">{[subject, date?.slice(0, 10)].filter((bit) => bit !== undefined).join(', ')}</span>
      </p>
      <div className="suggestion__acts">
        <Act label={`Read what ${name} answered`} onPress={() => void read(mail.id)}>
          read
        </Act>
        {call === undefined || open === undefined ? null : person === undefined ? (
          <AddFirst who={author} />
        ) : (
          <>
            <span className="pid">{person.handle}</span>
            <select
              aria-label={`Call that ${name} answers`}
              value={call}
              onChange={(event) => {
                choose(made.find(({ entry }) => entry.id === event.target.value)?.entry.id);
              }}
            >
              {made.map(({ entry, on }) => (
                <option key={entry.id} value={entry.id}>
                  {thingLabel(open.session, on)}
                </option>
              ))}
            </select>
            <Act
              label={`Record what ${name} answered as an objection`}
              onPress={() => void run('answer.object', { mail, who: person.handle, call })}
            >
              objects to this call
            </Act>
          </>
        )}
      </div>
    </li>
  );
}

async function read(id: string): Promise<void> {
  await run('mail.select', id);
  await run('view.thread');
}
