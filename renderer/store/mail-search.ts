import { ok, refuse, type Result } from '../../shared/result';
import type { ThreadNode } from '../../shared/thread/thread-node';
import type { Thread } from '../../shared/thread/tree';
import { startMailSearch, type MailSearch } from '../record/mail-search';
import { closedWords, kept } from './database';
import type { ListedMail } from './listed-mail';
import { sayWhyNot } from './screen';
import { getState, setState, subscribe } from './store';

/** The worker that holds the words of a thread; another thread gets another. */
let searcher: { readonly of: Thread<ListedMail>; readonly worker: MailSearch } | undefined;

subscribe(({ mails }) => {
  if (searcher !== undefined && searcher.of !== mails) endSearcher();
});

function endSearcher(): void {
  searcher?.worker.end();
  searcher = undefined;
}

/** Searches the thread; undefined ends the search. What was found before stays until what is found now is there. */
export function searchMails(typed: string | undefined): Result<true> {
  const { mails, mailSearch } = getState();
  if (typed === undefined || typed.trim() === '') {
    setState({ mailSearch: typed === undefined ? undefined : { typed, hits: undefined } });
    return ok(true);
  }
  setState({ mailSearch: { typed, hits: mailSearch?.hits } });
  if (mails === undefined) return ok(true);
  const closed = searcher === undefined ? closedWords() : undefined;
  if (closed !== undefined) return refuse(closed);
  searcherOf(mails)?.search(typed);
  return ok(true);
}

/** Searches for the same once more: the database was closed, and what was asked of it meanwhile is not answered. */
export function searchMailsAgain(): void {
  const { mailSearch } = getState();
  if (searcher === undefined && mailSearch !== undefined) searchMails(mailSearch.typed);
}

function searcherOf(mails: Thread<ListedMail>): MailSearch | undefined {
  const { open } = getState();
  if (open === undefined) return undefined;
  // where each mail that was read stands in the tree
  const places: number[] = [];
  searcher ??= {
    of: mails,
    worker: startMailSearch(kept().database, open.id, (says) => {
      const { mailSearch } = getState();
      if ('failed' in says) {
        endSearcher();
        if (mailSearch !== undefined) setState({ mailSearch: { typed: mailSearch.typed, hits: mailSearch.hits } });
        sayWhyNot({ message: `The mails can’t be searched just now: ${says.failed}. Search again with /.` });
      } else if ('read' in says) {
        for (const id of says.read) places.push(mails.byId.get(id)?.at ?? 0);
        if (mailSearch !== undefined) setState({ mailSearch: { ...mailSearch, read: places.length } });
      } else if (mailSearch?.typed === says.typed) {
        setState({ mailSearch: { typed: says.typed, hits: inOrder(says.hits, places, mails.nodes.length) } });
      }
    }),
  };
  return searcher.worker;
}

/** Places in the tree from the first to the last, each once: two mails may stand at one. */
function inOrder(hits: Uint32Array, places: readonly number[], count: number): Uint32Array {
  const found = new Uint8Array(count);
  for (const hit of hits) found[places[hit] ?? 0] = 1;
  const order = new Uint32Array(hits.length);
  let next = 0;
  for (let at = 0; at < count; at += 1) if (found[at] === 1) order[next++] = at;
  return order.subarray(0, next);
}

/** The places of the thread on the screen: all, or those that were found. */
export function shownNodes(
  { nodes }: Thread<ListedMail>,
  hits: Uint32Array | undefined,
): readonly ThreadNode<ListedMail>[] {
  if (hits === undefined) return nodes;
  const shown: ThreadNode<ListedMail>[] = [];
  for (const at of hits) {
    const node = nodes[at];
    if (node !== undefined) shown.push(node);
  }
  return shown;
}
