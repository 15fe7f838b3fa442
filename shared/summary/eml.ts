import { sha256Of } from '../record/sha256';
import { ok, refuse, type Result } from '../result';
import { isAscii } from './characters';
import { dateHeader } from '../record/dates';
import type { Summary } from './document';
import { headerWords } from './encoded-words';
import { header, listWords } from './headers';
import { mailText } from './mail-text';
import { mailboxWords, readMailbox, unsafeIn, type Mailbox } from './mailbox';

/** Who it is from and who gets it: each one mailbox, as its parts or as `Name <address>` or `address`. */
export interface Envelope {
  readonly from: string | Mailbox;
  readonly to: readonly (string | Mailbox)[];
  readonly cc?: readonly (string | Mailbox)[];
}

/** As many References as a header may carry without being cut on its way; the first one, the thread's root, is kept. */
const MOST_REFERENCES = 30;

/**
 * The whole mail as a file with LF, ready for `mutt -H` or `git send-email`: one part of plain text, the headers of
 * MAIL.md and no other. Refused, with the field named, where a header can't be trusted.
 */
export function emlText(summary: Summary, envelope: Envelope): Result<string> {
  const from = readMailbox(envelope.from, 'From');
  if (!from.ok) return from;
  const to = recipients(envelope.to, 'To');
  if (!to.ok) return to;
  if (to.value.length === 0) return refuse('To names nobody.', { expected: 'at least one address' });
  const cc = recipients(envelope.cc ?? [], 'Cc');
  if (!cc.ok) return cc;
  const unsafe = unsafeIn(summary.subject);
  if (unsafe !== undefined) return refuse('Subject holds a character that no header may.', { found: unsafe });
  const thread = threadHeaders(summary);
  if (!thread.ok) return thread;

  const body = mailText(summary);
  const plain = isAscii(body);
  const headers = [
    header('Date', [dateHeader(summary.at, summary.zone)]),
    header('From', mailboxWords(from.value)),
    header('To', listWords(to.value.map(mailboxWords))),
    ...(cc.value.length === 0 ? [] : [header('Cc', listWords(cc.value.map(mailboxWords)))]),
    header('Subject', headerWords(summary.subject)),
    header('Message-ID', [`<${messageId(summary, body, from.value)}>`]),
    ...thread.value,
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset=${plain ? 'us-ascii' : 'UTF-8'}`,
    `Content-Transfer-Encoding: ${plain ? '7bit' : '8bit'}`,
    'Content-Disposition: inline',
  ];
  return ok(`${headers.join('\n')}\n\n${body}`);
}

/** Each mailbox once, in the order given. */
function recipients(all: Envelope['to'], field: string): Result<readonly Mailbox[]> {
  const found = new Map<string, Mailbox>();
  for (const given of all) {
    const mailbox = readMailbox(given, field);
    if (!mailbox.ok) return mailbox;
    if (!found.has(mailbox.value.address)) found.set(mailbox.value.address, mailbox.value);
  }
  return ok([...found.values()]);
}

const MESSAGE_ID = /^[!-;=?-~]{1,900}$/;

function threadHeaders({ thread }: Summary): Result<readonly string[]> {
  if (thread === undefined) return ok([]);
  const { inReplyTo, references } = thread;
  const isId = (id: string): boolean => MESSAGE_ID.test(id);
  if (!isId(inReplyTo)) return refuse('In-Reply-To is not a Message-ID.', { found: shown(inReplyTo) });
  const wrong = references.find((id) => !isId(id));
  if (wrong !== undefined) return refuse('References holds what is not a Message-ID.', { found: shown(wrong) });
  const [first, ...others] = references.map((id) => `<${id}>`);
  const kept = [...(first === undefined ? [] : [first]), ...others.slice(-(MOST_REFERENCES - 1))];
  return ok([header('In-Reply-To', [`<${inReplyTo}>`]), header('References', kept)]);
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}

/** The Message-ID, without brackets, that a written mail has. */
export function messageIdIn(eml: string): string | undefined {
  return /^Message-ID:\s+<([^>\s]+)>/m.exec(eml)?.[1];
}

/** `UTC-stamp.16hex@domain`: the same for the same mail, so that it is one mail however often it is written. */
function messageId({ at }: Summary, body: string, from: Mailbox): string {
  const stamp = at.slice(0, 19).replace(/\D/g, '');
  return `${stamp}.${sha256Of(body).slice(0, 16)}@${from.address.slice(from.address.indexOf('@') + 1)}`;
}
