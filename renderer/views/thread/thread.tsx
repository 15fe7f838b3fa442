import { useEffect } from 'react';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import { Kbd } from '../../components/kbd';
import { useStore } from '../../store/store';
import { Message } from './message';
import { PinnedMails } from './pinned-mails';
import { Search } from './search';
import { Tree } from './tree';
import './thread.css';

/** The mails beside the session: the thread at the left, one mail at the right, ready to be quoted. */
export function Thread() {
  const key = useKeys();
  const mails = useStore((state) => state.mails);
  const isReading = useStore((state) => state.progress !== undefined);
  useEffect(() => {
    if (mails === undefined) void run('mail.load');
  }, [mails]);
  if (mails === undefined) return <div className="view thread" />;
  if (mails.nodes.length === 0) {
    return (
      <div className="view thread thread--empty" tabIndex={0}>
        <h1>Thread</h1>
        <p className="meta">
          {isReading ? 'Mails are coming in.' : 'No mails. Drop an .mbox here or '}
          {isReading ? null : <Kbd keys={key('file.open')} />}
        </p>
        <PinnedMails />
      </div>
    );
  }
  return (
    <div className="view thread">
      <section className="thread__list" aria-label="Mails">
        <Search />
        <Tree />
      </section>
      <Message />
    </div>
  );
}
