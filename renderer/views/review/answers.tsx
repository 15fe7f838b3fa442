import { useState } from 'react';
import { thingLabel } from '../../../shared/capture/label';
import type { Id } from '../../../shared/record/ids';
import { calls } from '../../../shared/session/calls';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import type { ListedMail } from '../../store/listed-mail';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { personIn } from '../../store/suggested';
import { AddFirst } from './add-first';

/** What came back to the thread since a summary went out: it can be read, and become an objection to a call. */
export function Answer({ mail }: { readonly mail: ListedMail }) {
  return (
    <section aria-label="Answers to the summary">
      <ol className="suggestions">
        <Item mail={mail} />
      </ol>
    </section>
  );
}

function Item({ mail }: { readonly mail: ListedMail }) {
  const { author, subject, date } = mail;
  const person = useSession((session) => personIn(session, author));
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
