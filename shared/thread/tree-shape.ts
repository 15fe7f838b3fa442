import type { MailHead } from './mail';
import { STEP, resting } from './resting';
import type { ThreadNode } from './thread-node';

/** A place while mails are being linked. */
export interface Place<M extends MailHead> {
  readonly id: string;
  mail?: M;
  others: readonly M[];
  parent?: Place<M>;
  /** some mail here answers it directly */
  answered: boolean;
  /** another place that hangs together with it; none: it stands for all that hang together with it */
  group?: Place<M>;
}

interface Node<M extends MailHead> {
  readonly place: Place<M>;
  children: Node<M>[];
  /** when it was written; of one that is not here, its earliest answer */
  time: string | undefined;
  /** its place among the mails as they came */
  seat: number;
}

/** The tree of linked places, each before its answers: empty ones that hold nothing together are gone, the rest in order. */
export function* shaped<M extends MailHead>(
  places: ReadonlyMap<string, Place<M>>,
): Generator<void, readonly ThreadNode<M>[]> {
  const nodes = new Map<Place<M>, Node<M>>();
  yield* resting(places.values(), (place) => {
    nodes.set(place, { place, children: [], time: place.mail?.date, seat: nodes.size });
  });
  const roots: Node<M>[] = [];
  yield* resting(nodes.values(), (node) => {
    const parent = node.place.parent === undefined ? undefined : nodes.get(node.place.parent);
    (parent?.children ?? roots).push(node);
  });
  const parentsFirst = [...roots];
  // grows while it is walked: the order of a breadth-first walk
  yield* resting(parentsFirst, (node) => {
    for (const child of node.children) parentsFirst.push(child);
  });
  yield* resting(parentsFirst.toReversed(), (node) => {
    node.children = inOrder(node.children.flatMap(standing));
    if (node.place.mail === undefined) {
      node.time = least(node.children.map(({ time }) => time));
      node.seat = node.children.reduce((low, { seat }) => Math.min(low, seat), Infinity);
    }
  });
  return yield* preOrder(inOrder(roots.flatMap(standing)));
}

/** What stands for a place in the tree: itself, or for an empty one that nobody answered its only child, or nothing. */
function standing<M extends MailHead>(node: Node<M>): readonly Node<M>[] {
  if (node.place.mail !== undefined) return [node];
  if (node.children.length === 0) return [];
  return !node.place.answered && node.children.length === 1 ? node.children : [node];
}

/** By time; one without a date stays behind the one that came before it. */
function inOrder<M extends MailHead>(nodes: readonly Node<M>[]): Node<M>[] {
  let last = '';
  return nodes
    .toSorted((a, b) => a.seat - b.seat)
    .map((node) => {
      last = node.time ?? last;
      return { node, time: last };
    })
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    .map(({ node }) => node);
}

function least(times: readonly (string | undefined)[]): string | undefined {
  return times.reduce((low, time) => (low === undefined || (time !== undefined && time < low) ? time : low), undefined);
}

function* preOrder<M extends MailHead>(roots: readonly Node<M>[]): Generator<void, readonly ThreadNode<M>[]> {
  type Open = {
    readonly node: Node<M>;
    readonly parent: (ThreadNode<M> & { readonly children: ThreadNode<M>[] }) | undefined;
  };
  const nodes: ThreadNode<M>[] = [];
  const open: Open[] = roots.toReversed().map((node) => ({ node, parent: undefined }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    const made = {
      id: node.place.id,
      ...(node.place.mail === undefined ? {} : { mail: node.place.mail }),
      others: node.place.others,
      ...(parent === undefined ? {} : { parent }),
      children: [] as ThreadNode<M>[],
      depth: parent === undefined ? 0 : parent.depth + 1,
      at: nodes.length,
    };
    nodes.push(made);
    parent?.children.push(made);
    for (const child of node.children.toReversed()) open.push({ node: child, parent: made });
    if (nodes.length % STEP === 0) yield;
  }
  return nodes;
}
