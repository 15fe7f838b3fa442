import type { Evidence } from '../../shared/record/entry';
import { run } from '../commands/run';

interface MailLinkProps {
  readonly evidence: readonly Evidence[];
  /** what stands between it and the words before it */
  readonly before?: string;
}

/** The way from what was recorded to the lines of the mail that it rests on; nothing where it rests on none. */
export function MailLink({ evidence, before = ' ' }: MailLinkProps) {
  const mail = evidence.find((item) => 'message' in item);
  if (mail === undefined) return null;
  return (
    <>
      {before}
      <button type="button" className="link" onClick={() => void run('mail.show', mail)}>
        mail
      </button>
    </>
  );
}
