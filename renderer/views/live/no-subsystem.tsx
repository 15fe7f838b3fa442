import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import { Button } from '../../components/button';

/** A session without anything to decide about: how to begin. */
export function NoSubsystem() {
  const key = useKeys();
  return (
    <section className="subject empty" aria-label="Subsystem">
      <h1>What is to be decided?</h1>
      <p>
        Add the subsystems and the people. Typed: <span className="mono">+ #uvc -- USB Video Class</span> and{' '}
        <span className="mono">+ @p1 -- Name &lt;address&gt;</span>
      </p>
      <div className="row-of">
        <Button main keys={key('subsystem.add')} onPress={() => void run('subsystem.add')}>
          Add a subsystem
        </Button>
        <Button onPress={() => void run('people.edit')}>Add people</Button>
      </div>
    </section>
  );
}
