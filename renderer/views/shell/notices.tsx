import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { ReplayBar } from './replay-bar';
import { isExample, lockOf } from '../../store/read-only';
import { useStore } from '../../store/store';

/** What stays until it is closed: the example's label, a refused file, what an import added, a disk that is full. */
export function Notices() {
  const notice = useStore((state) => state.notice);
  const readOnly = useStore((state) => isExample(state) && state.replay === undefined);
  const lock = useStore(lockOf);
  const replaying = useStore((state) => state.replay !== undefined);
  const recovering = useStore((state) => state.recovery !== undefined);
  return (
    <div className="app__notices" aria-live="polite">
      <ReplayBar />
      {readOnly && recovering ? (
        <Notice tone="plain" action={<Button onPress={() => void run('recovery.show')}>Compare the copies</Button>}>
          <b>Read-only.</b> This is what the copies hold together. Nothing was restored yet.
        </Notice>
      ) : readOnly ? (
        <Notice tone="plain" action={<Button onPress={() => void run('session.make-mine')}>Make it mine</Button>}>
          <b>Example session.</b> It is read-only: look around; a copy of it is yours to change.
        </Notice>
      ) : null}
      {lock === undefined || replaying ? null : (
        <Notice tone="plain" action={<Button onPress={() => void run('session.unlock')}>Unlock</Button>}>
          <b>The record is locked</b> at {lock.lines} lines, sha256 {lock.sha256.slice(0, 12)}.
        </Notice>
      )}
      {notice === undefined ? null : (
        <Notice
          tone={notice.tone === 'error' ? 'bad' : 'plain'}
          action={
            <span className="row-of">
              {notice.action === undefined ? null : (
                <Button onPress={() => void run('notice.act')}>{notice.action.title}</Button>
              )}
              <Button onPress={() => void run('notice.close')}>Close</Button>
            </span>
          }
        >
          <b>{notice.text}</b>
          {notice.detail?.map((line) => (
            <span key={line} className="notice__line">
              {line}
            </span>
          ))}
        </Notice>
      )}
    </div>
  );
}
