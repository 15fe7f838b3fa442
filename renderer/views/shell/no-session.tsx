import { Button } from '../../components/button';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';

/** Nothing yet: three ways to begin, and nothing else. */
export function NoSession() {
  const key = useKeys();
  return (
    <div className="face">
      <div className="empty">
        <h1>No session yet</h1>
        <p>
          A session holds subsystems, participants and their positions. It lives on this machine; nothing is sent
          anywhere.
        </p>
        <div className="row-of">
          <Button main keys={key('session.new')} onPress={() => void run('session.new')}>
            New session
          </Button>
          <Button keys={key('file.open')} onPress={() => void run('file.open')}>
            Open or import
          </Button>
          <Button onPress={() => void run('session.example')}>Look at the example</Button>
        </div>
        <p className="meta">or drop a .gavel, .eml or .mbox file on this window</p>
      </div>
    </div>
  );
}
