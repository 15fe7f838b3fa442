import type { Thread } from '../../shared/thread/tree';
import type { ThreadNode } from '../../shared/thread/thread-node';
import type { ListedMail } from './listed-mail';
import { mailBody } from './mails';
import { getState, setState } from './store';

/** Mails that are looked through in one go: the page answers between two. */
const STEP = 200;

/** What was typed, taken apart: each part must be in the mail. */
interface Wanted {
  readonly from: readonly string[];
  readonly subject: readonly string[];
  readonly text: readonly string[];
}

/** `from:ana subject:layout two words`: case doesn't count. */
export function readSearch(typed: string): Wanted {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const behind = (field: string): readonly string[] =>
    words.filter((word) => word.startsWith(field)).map((word) => word.slice(field.length));
  return {
    from: behind('from:'),
    subject: behind('subject:'),
    text: words.filter((word) => !word.startsWith('from:') && !word.startsWith('subject:')),
  };
}

/** Texts that were read for an earlier search of the same thread, in lower case. */
let known: { readonly of: unknown; readonly texts: Map<string, string> } = { of: undefined, texts: new Map() };

/** Searches the thread; undefined ends the search. What is typed meanwhile takes its place. */
export async function searchMails(typed: string | undefined): Promise<void> {
  setState({ mailSearch: typed === undefined ? undefined : { typed, hits: undefined } });
  const { mails } = getState();
  if (typed === undefined || typed.trim() === '' || mails === undefined) return;
  if (known.of !== mails) known = { of: mails, texts: new Map() };
  const wanted = readSearch(typed);
  const hits: string[] = [];
  let looked = 0;
  for (const { mail } of mails.nodes) {
    if (mail === undefined || !headFits(mail, wanted)) continue;
    if (looked % STEP === STEP - 1) await new Promise((resolve) => setTimeout(resolve));
    if (getState().mailSearch?.typed !== typed) return;
    looked += 1;
    if (wanted.text.length === 0 || (await textFits(mail, wanted.text))) hits.push(mail.id);
  }
  if (getState().mailSearch?.typed === typed) setState({ mailSearch: { typed, hits } });
}

function headFits({ author, subject }: ListedMail, wanted: Wanted): boolean {
  const from = `${author.name ?? ''} ${author.address ?? ''}`.toLowerCase();
  const about = subject.toLowerCase();
  return wanted.from.every((word) => from.includes(word)) && wanted.subject.every((word) => about.includes(word));
}

async function textFits(mail: ListedMail, words: readonly string[]): Promise<boolean> {
  const key = `${mail.id} ${String(mail.copy)}`;
  let text = known.texts.get(key);
  if (text === undefined) {
    text = `${mail.subject}\n${mail.author.name ?? ''}\n${await mailBody(mail)}`.toLowerCase();
    known.texts.set(key, text);
  }
  const whole = text;
  return words.every((word) => whole.includes(word));
}

/** The places of the thread on the screen: all, or those that were found. */
export function shownNodes(
  mails: Thread<ListedMail>,
  hits: readonly string[] | undefined,
): readonly ThreadNode<ListedMail>[] {
  return hits === undefined ? mails.nodes : hits.flatMap((id) => mails.byId.get(id) ?? []);
}
