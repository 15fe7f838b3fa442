import { useState } from 'react';
import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import type { DifferingSession } from '../../store/copies';
import { useStore } from '../../store/store';
import './recovery.css';

/** What has to be typed before everything is set aside. */
const TYPED = 'start empty';

/** The copies of a record differ: what each holds, what is missing, and the ways on. Nothing is changed before one is taken. */
export function Recovery() {
  const recovery = useStore((state) => state.recovery);
  const message = useStore((state) => state.message);
  const folder = useStore((state) => state.hello?.dataFolder);
  const [typed, setTyped] = useState('');
  if (recovery === undefined) return null;
  const hasEntries = recovery.sessions.some(({ together }) => together > 0);
  return (
    <main className="empty recovery">
      <h1>Recovery</h1>
      <p>{recovery.found}</p>
      {recovery.sessions.map((session) => (
        <Copies key={session.session} session={session} />
      ))}
      <div className="row-of">
        <Button main disabled={!hasEntries} onPress={() => void run('recovery.restore', undefined)}>
          Restore
        </Button>
        <Button disabled={!hasEntries} onPress={() => void run('recovery.export', undefined)}>
          Export all
        </Button>
      </div>
      <p className="meta">
        Restore gives every copy all lines that there are. It adds and takes nothing away: a snapshot is taken first,
        and what is damaged is kept aside.
      </p>
      <TextField name={`To begin with nothing, type “${TYPED}”`} value={typed} onChange={setTyped} />
      <Button disabled={typed.trim() !== TYPED} onPress={() => void run('recovery.start-empty', undefined)}>
        Start empty
      </Button>
      <p className="meta">{`All that there is is then moved into a folder quarantine-… in ${folder ?? 'the data folder'}. Nothing is deleted.`}</p>
      <p role="status" aria-label="Echo">
        {message?.text}
      </p>
    </main>
  );
}

/** One session: its copies side by side, and what is missing. */
function Copies({ session: { session, title, copies, together, faults } }: { readonly session: DifferingSession }) {
  return (
    <section className="recovery__session" aria-label={title}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Copy</th>
            <th scope="col">Entries</th>
            <th scope="col">Last</th>
            <th scope="col">Its last five</th>
          </tr>
        </thead>
        <tbody>
          {copies.map(({ name, entries, last, latest }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{entries}</td>
              <td className="mono">{last ?? '-'}</td>
              <td>
                {latest.map((words, at) => (
                  <div key={at}>{words}</div>
                ))}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Together</th>
            <td>{together}</td>
          </tr>
        </tbody>
      </table>
      {faults.length === 0 ? null : (
        <ul aria-label="Damaged">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <Button disabled={together === 0} onPress={() => void run('recovery.look', session)}>
        Open read-only
      </Button>
    </section>
  );
}
