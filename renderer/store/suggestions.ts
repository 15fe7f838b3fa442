import { bodyLines } from '../../shared/thread/body';
import type { Mail } from '../../shared/thread/mail';
import { suggestionsOf } from '../../shared/thread/suggest';
import type { Suggested } from './listed-mail';
import { loadMails, mailBody } from './mails';
import { getState, setState } from './store';

/** Mails that are looked through in one go: the page answers between two. */
const STEP = 100;

/** Looks through the mails of the open session's thread, where nobody did since they came. */
export async function loadSuggestions(): Promise<void> {
  await loadMails();
  const { mails, suggestions } = getState();
  if (mails === undefined || suggestions?.of === mails) return;
  const found: Suggested[] = [];
  const bodies = new Map<string, string>();
  const withBody = async (head: (typeof mails.nodes)[number]['mail']): Promise<Mail | undefined> => {
    if (head === undefined) return undefined;
    const body = bodies.get(head.id) ?? (await mailBody(head));
    bodies.set(head.id, body);
    return { ...head, body };
  };
  for (const [at, { mail: head, parent }] of mails.nodes.entries()) {
    if (at % STEP === 0) {
      bodies.clear();
      await new Promise((resolve) => setTimeout(resolve));
      if (getState().mails !== mails) return;
    }
    const mail = await withBody(head);
    if (mail === undefined) continue;
    const answered = await withBody(parent?.mail);
    const lines = bodyLines(mail.body);
    for (const suggestion of suggestionsOf(mail, lines, answered === undefined ? {} : { parent: answered })) {
      found.push({ ...suggestion, subject: mail.subject, ...(mail.date === undefined ? {} : { date: mail.date }) });
    }
  }
  setState({ suggestions: { of: mails, found } });
}
