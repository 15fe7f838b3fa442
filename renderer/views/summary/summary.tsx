import { useMemo } from 'react';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import { Button } from '../../components/button';
import { getState, useStore } from '../../store/store';
import { summaryMail } from '../../store/summary-mail';
import { Lacks } from './lacks';
import { SummarySettings } from './summary-settings';
import './summary.css';

/** What will be mailed: settings at the left, the exact text at the right. */
export function Summary() {
  const key = useKeys();
  const open = useStore((state) => state.open);
  const asOf = useStore((state) => state.asOf);
  const choices = useStore((state) => state.summary);
  const settings = useStore((state) => state.settings);
  const mail = useMemo(
    () => summaryMail({ ...getState(), open, asOf, summary: choices, settings }),
    [open, asOf, choices, settings],
  );
  if (mail === undefined) return null;
  const { summary, body, envelope } = mail;
  return (
    <div className="view summary">
      <h1 className="vh">Summary</h1>
      <SummarySettings envelope={envelope} />
      <section className="summary__mail" aria-label="The mail">
        <div className="summary__acts">
          <Button main keys={key('summary.copy')} onPress={() => void run('summary.copy')}>
            Copy
          </Button>
          <Button keys={key('summary.save-eml')} onPress={() => void run('summary.save-eml')}>
            Save .eml
          </Button>
          <Button keys={key('summary.mail')} onPress={() => void run('summary.mail')}>
            Open in mail program
          </Button>
          <Lacks mail={mail} />
        </div>
        <dl className="summary__head">
          <dt>Subject</dt>
          <dd>{summary.subject}</dd>
          {summary.thread === undefined ? null : (
            <>
              <dt>In reply to</dt>
              <dd className="mono">&lt;{summary.thread.inReplyTo}&gt;</dd>
            </>
          )}
        </dl>
        <pre className="mail" role="document" aria-label="Summary mail" tabIndex={0}>
          {body}
        </pre>
      </section>
    </div>
  );
}
