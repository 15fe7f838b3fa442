import type { ThreadNode } from '../../shared/thread/thread-node';
import type { Thread } from '../../shared/thread/tree';
import { startMailSearch, type MailSearch } from '../record/mail-search';
import { kept } from './database';
import type { ListedMail } from './listed-mail';
import { getState, setState, subscribe } from './store';

/** The worker that holds the words of a thread; another thread gets another. */
let searcher: { readonly of: Thread<ListedMail>; readonly worker: MailSearch } | undefined;

subscribe(({ mails }) => {
  if (searcher === undefined || searcher.of === mails) return;
  searcher.worker.end();
  searcher = undefined;
});

/** Searches the thread; undefined ends the search. What was found before stays until what is found now is there. */
export function searchMails(typed: string | undefined): void {
  const { mails, mailSearch } = getState();
  if (typed === undefined || typed.trim() === '') {
    setState({ mailSearch: typed === undefined ? undefined : { typed, hits: undefined } });
    return;
  }
  setState({ mailSearch: { typed, hits: mailSearch?.hits } });
  if (mails !== undefined) searcherOf(mails)?.search(typed);
}

function searcherOf(mails: Thread<ListedMail>): MailSearch | undefined {
  const { open } = getState();
  if (open === undefined) return undefined;
  searcher ??= {
    of: mails,
    worker: startMailSearch(kept().database, open.id, {
      reading: (read, of) => {
        tell((typed, hits) => ({ typed, hits, reading: { read, of } }));
      },
      found: (typed, hits) => {
        tell((wanted) => (wanted === typed ? { typed, hits } : undefined));
      },
    }),
  };
  return searcher.worker;
}

type Search = NonNullable<ReturnType<typeof getState>['mailSearch']>;

/** Changes what is known of the search that is on the screen, where there is one. */
function tell(change: (typed: string, hits: Search['hits']) => Search | undefined): void {
  const { mailSearch } = getState();
  const next = mailSearch === undefined ? undefined : change(mailSearch.typed, mailSearch.hits);
  if (next !== undefined) setState({ mailSearch: next });
}

/** The places of the thread on the screen: all, or those that were found. */
export function shownNodes(
  mails: Thread<ListedMail>,
  hits: ReadonlySet<string> | undefined,
): readonly ThreadNode<ListedMail>[] {
  return hits === undefined ? mails.nodes : mails.nodes.filter(({ id }) => hits.has(id));
}
