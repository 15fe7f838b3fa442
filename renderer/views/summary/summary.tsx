import { useMemo, useRef } from 'react';
import { run } from '../../commands/run';
import { useInSteps } from '../use-in-steps';
import { useKeys } from '../use-keys';
import { Button } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { MenuButton } from '../../components/menu-button';
import { getState, useStore } from '../../store/store';
import type { State } from '../../store/state';
import { envelopeOf, makingSummaryMail, summaryMail, type SummaryMail } from '../../store/summary-mail';
import { summaryMenu } from '../menus';
import { checking, Findings } from './findings';
import { MailText, showLine } from './mail-text';
import { focusSetting, SummarySettings } from './summary-settings';
import { useRecorded } from './use-recorded';
import './summary.css';

/** A record of so many entries becomes a text before anybody sees that it had to; of a larger one the view comes first. */
const FEW = 2_000;

/** What will be mailed: settings at the left, the exact text at the right. */
export function Summary() {
  const open = useStore((state) => state.open);
  const asOf = useStore((state) => state.asOf);
  const choices = useStore((state) => state.summary);
  const settings = useStore((state) => state.settings);
  const now = useMemo(() => ({ open, asOf, summary: choices, settings }), [open, asOf, choices, settings]);
  const isRecorded = useRecorded();
  const isSmall = open !== undefined && open.session.entries.size <= FEW;
  const small = useMemo(
    () => (isSmall && isRecorded ? summaryMail({ ...getState(), ...now }) : undefined),
    [isSmall, isRecorded, now],
  );
  const large = useInSteps(isSmall || !isRecorded ? undefined : now, makingMail);
  // another session's, or one that is being made anew for a while, is not shown as if it were this one
  const isThis = large.share === undefined && large.made?.session === open?.session;
  const mail = isSmall ? small : isThis ? large.made : undefined;
  if (open === undefined) return null;
  return (
    <div className="view summary">
      <h1 className="vh">Summary</h1>
      <SummarySettings envelope={envelopeOf(now, open.session)} />
      {mail === undefined ? <Making share={large.share} /> : <Mail mail={mail} />}
    </div>
  );
}

type Shown = Pick<State, 'open' | 'asOf' | 'summary' | 'settings'>;

function makingMail(shown: Shown): Generator<number, SummaryMail | undefined> {
  return makingSummaryMail({ ...getState(), ...shown });
}

function Making({ share }: { readonly share: number | undefined }) {
  const done = share === undefined ? '' : `: ${String(Math.round(100 * share))} % of it stands. Another view ends it`;
  return (
    <p className="summary__making meta" role="status">
      The mail is being made{done}.
    </p>
  );
}

function Mail({ mail }: { readonly mail: SummaryMail }) {
  const { summary, body } = mail;
  const key = useKeys();
  const text = useRef<HTMLPreElement>(null);
  // the text is on the screen first: looking through all of it takes as long as making it
  const checked = useInSteps(mail, checking).made;
  return (
    <section className="summary__mail" aria-label="The mail">
      <div className="summary__acts">
        <Button main keys={key('summary.copy')} onPress={() => void run('summary.copy')}>
          Copy
        </Button>
        <Button keys={key('summary.save-eml')} onPress={() => void run('summary.save-eml')}>
          Save .eml
        </Button>
        <MenuButton className="btn" label="Save as" items={summaryMenu}>
          Save as
          <Glyph name="down" className="icon" />
        </MenuButton>
        <Button keys={key('summary.mail')} onPress={() => void run('summary.mail')}>
          Open in mail program
        </Button>
        <Button keys={key('summary.print')} onPress={() => void run('summary.print')}>
          Print
        </Button>
        <Button onPress={() => void run('slips.open')}>Slips</Button>
      </div>
      <Findings checked={checked} onLines={(line) => showLine(text.current, line)} onSetting={focusSetting} />
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
      <MailText body={body} ref={text} />
    </section>
  );
}
