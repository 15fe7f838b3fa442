import { useEffect, useState } from 'react';
import { bodyLines, type BodyLine } from '../../../shared/thread/body';
import { archiveLink } from '../../../shared/summary/links';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import type { ListedMail } from '../../store/listed-mail';
import { mailBody } from '../../store/mails';
import { useStore } from '../../store/store';
import { authorInFull } from './author-words';
import { Lines } from './lines';

/** The mail that is selected: who wrote it when, and what, line by line. */
export function Message() {
  const mails = useStore((state) => state.mails);
  const id = useStore((state) => state.selection.mail);
  const node = id === undefined ? mails?.nodes[0] : mails?.byId.get(id);
  if (node === undefined) return <section className="message" aria-label="Mail" />;
  if (node.mail === undefined) {
    return (
      <section className="message" aria-label="Mail">
        <p className="meta">This mail was answered, and is not here.</p>
        <p className="mono">{archiveLink(node.id) ?? node.id}</p>
      </section>
    );
  }
  const all = [node.mail, ...node.others];
  return (
    <section className="message" aria-label="Mail">
      {all.map((mail) => (
        <OneMail key={`${mail.id} ${String(mail.copy)}`} mail={mail} copies={all.length} />
      ))}
    </section>
  );
}

function OneMail({ mail, copies }: { readonly mail: ListedMail; readonly copies: number }) {
  const key = useKeys();
  const lines = useLines(mail);
  const { author, subject, date, dateText, warnings } = mail;
  return (
    <article>
      <h1>{subject === '' ? '(no subject)' : subject}</h1>
      <dl className="facts">
        <dt>From</dt>
        <dd>{authorInFull(author)}</dd>
        <dt>Date</dt>
        <dd>{date === undefined ? `no readable date${dateText === '' ? '' : ` (${dateText})`}` : dateText}</dd>
        <dt>Archive</dt>
        <dd className="mono">{archiveLink(mail.id) ?? mail.id}</dd>
      </dl>
      {copies === 1 ? null : (
        <p className="objs">{`${String(copies)} different texts came under this Message-ID. All are shown.`}</p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className="meta">
          {warning}
        </p>
      ))}
      {lines === undefined ? null : <Lines key={`${mail.id} ${String(mail.copy)}`} mail={mail} lines={lines} />}
      <p className="message__acts">
        <Act onPress={() => void run('mail.next')} keys={key('mail.next')}>
          next
        </Act>
        <Act onPress={() => void run('mail.previous')} keys={key('mail.previous')}>
          previous
        </Act>
      </p>
    </article>
  );
}

/** The lines of a mail, once they are read. */
function useLines(mail: ListedMail): readonly BodyLine[] | undefined {
  const [read, setRead] = useState<{ readonly of: ListedMail; readonly lines: readonly BodyLine[] }>();
  useEffect(() => {
    let wanted = true;
    void mailBody(mail).then((body) => {
      if (wanted) setRead({ of: mail, lines: bodyLines(body) });
    });
    return () => {
      wanted = false;
    };
  }, [mail]);
  return read?.of === mail ? read.lines : undefined;
}
