import { differs, fuller } from './copies';
import type { Mail, MailHead } from './mail';
import type { ThreadNode } from './thread-node';
import { resting } from './resting';
import { shaped, type Place } from './tree-shape';

export interface Thread<M extends MailHead = Mail> {
  readonly roots: readonly ThreadNode<M>[];
  /** every node, each before its answers: the order in which a tree is read */
  readonly nodes: readonly ThreadNode<M>[];
  readonly byId: ReadonlyMap<string, ThreadNode<M>>;
  /** how many mails came again, as copies that say the same */
  readonly duplicates: number;
  readonly placeholders: number;
  readonly maxDepth: number;
}

/**
 * Puts mails into threads by what they answer (JWZ, RFC 5256), with these choices: In-Reply-To goes before the last
 * Reference; a parent that is known is never replaced by one that is inferred; nothing is ever made its own ancestor;
 * who answered a mail that is not here hangs below a placeholder; subjects join nothing. No step recurses, and the
 * time grows with the number of mails and references alone. Of two mails with one id the fuller one stands.
 */
export function threadOf(mails: readonly Mail[]): Thread {
  return treeOf(mails, (a, b) => !differs(a, b));
}

/** The same of mails whose text is elsewhere: `isCopy` knows whether two with one id say the same. */
function treeOf<M extends MailHead>(mails: readonly M[], isCopy: (a: M, b: M) => boolean): Thread<M> {
  const steps = growTree(mails, isCopy);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few milliseconds: a page that grows a tree of 40,000 mails can answer keys in between. */
export function* growTree<M extends MailHead>(
  mails: readonly M[],
  isCopy: (a: M, b: M) => boolean,
): Generator<void, Thread<M>> {
  const places = new Map<string, Place<M>>();
  const at = (id: string): Place<M> => {
    let place = places.get(id);
    if (place === undefined) {
      place = { id, others: [], answered: false };
      places.set(id, place);
    }
    return place;
  };
  let duplicates = 0;
  yield* resting(mails, (mail) => {
    duplicates += settle(at(mail.id), mail, isCopy) ? 1 : 0;
  });
  const real = [...places.values()];
  yield* resting(real, (place) => {
    for (const id of place.mail?.parents ?? []) {
      const parent = at(id);
      parent.answered = true;
      if (link(parent, place)) break;
    }
  });
  // what lies between a missing parent and an ancestor that is here, known from References only
  yield* resting(real, ({ mail }) => {
    const chain = mail?.references ?? [];
    for (let i = chain.length - 1; i > 0; i -= 1) {
      const child = at(chain[i] ?? '');
      if (child.mail === undefined && child.parent === undefined) link(at(chain[i - 1] ?? ''), child);
    }
  });
  const nodes = yield* shaped(places);
  const byId = new Map<string, ThreadNode<M>>();
  yield* resting(nodes, (node) => byId.set(node.id, node));
  return {
    roots: nodes.filter(({ parent }) => parent === undefined),
    nodes,
    byId,
    duplicates,
    placeholders: nodes.filter(({ mail }) => mail === undefined).length,
    maxDepth: nodes.reduce((most, { depth }) => Math.max(most, depth), 0),
  };
}

/** Gives a place one more mail of its id. True where it says what another one said. */
function settle<M extends MailHead>(place: Place<M>, mail: M, isCopy: (a: M, b: M) => boolean): boolean {
  if (place.mail === undefined) {
    place.mail = mail;
    return false;
  }
  const known = [place.mail, ...place.others];
  const same = known.findIndex((each) => isCopy(each, mail));
  if (same !== -1) known[same] = fuller(known[same] ?? mail, mail);
  else known.push(mail);
  [place.mail, ...place.others] = known as [M, ...M[]];
  return same !== -1;
}

/** Hangs a place that has no parent below another, unless it would become its own ancestor. */
function link<M extends MailHead>(parent: Place<M>, child: Place<M>): boolean {
  if (child.parent !== undefined) return false;
  // a place without a parent is the root of all that hangs together with it
  const group = groupOf(parent);
  if (group === groupOf(child)) return false;
  child.parent = parent;
  groupOf(child).group = group;
  return true;
}

/** Union-find with halved paths: near constant time, however long the chains are. */
function groupOf<M extends MailHead>(place: Place<M>): Place<M> {
  let each = place;
  for (let next = each.group; next !== undefined; next = each.group) {
    if (next.group !== undefined) each.group = next.group;
    each = next;
  }
  return each;
}
