import { useEffect } from 'react';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';
import { Triage } from './triage';
import './review.css';

/** What needs a person before the summary goes out, one thing at a time. */
export function Review() {
  // a thread that came in since is looked through too
  const mails = useStore((state) => state.mails);
  useEffect(() => {
    void run('suggestion.load');
  }, [mails]);
  return (
    <div className="view review">
      <Triage />
    </div>
  );
}
