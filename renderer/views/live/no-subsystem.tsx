import { meetingOf } from '../../../shared/session/meeting';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';
import { useKeys } from '../use-keys';
import { Button } from '../../components/button';

/** A session without anything to decide about: how to begin. */
export function NoSubsystem() {
  const key = useKeys();
  const isOnThread = useSession((session) => meetingOf(session)?.entry.thread !== undefined);
  return (
    <section className="subject empty" aria-label="Subsystem">
      <h1>What is to be decided?</h1>
      <p>
        Add the subsystems and the people. Typed: <span className="mono">+ #uvc -- USB Video Class</span> and{' '}
        <span className="mono">+ @p1 -- Name &lt;address&gt;</span>. A MAINTAINERS file dropped on this window has both.
      </p>
      <div className="row-of">
        <Button main keys={key('subsystem.add')} onPress={() => void run('subsystem.add')}>
          Add a subsystem
        </Button>
        <Button onPress={() => void run('people.edit')}>Add people</Button>
        {isOnThread ? <Button onPress={() => void run('people.from-thread')}>Add those who wrote</Button> : null}
      </div>
    </section>
  );
}
