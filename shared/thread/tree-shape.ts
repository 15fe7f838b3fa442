import type { Mail } from './mail';
import type { ThreadNode } from './thread-node';

/** A place while mails are being linked. */
export interface Place {
  readonly id: string;
  mail?: Mail;
  others: readonly Mail[];
  parent?: Place;
  /** some mail here answers it directly */
  answered: boolean;
  /** another place that hangs together with it; none: it stands for all that hang together with it */
  group?: Place;
}

interface Node {
  readonly place: Place;
  children: Node[];
  /** when it was written; of one that is not here, its earliest answer */
  time: string | undefined;
  /** its place among the mails as they came */
  seat: number;
}

/** The tree of linked places, each before its answers: empty ones that hold nothing together are gone, the rest in order. */
export function shaped(places: ReadonlyMap<string, Place>): readonly ThreadNode[] {
  const nodes = new Map<Place, Node>();
  for (const place of places.values()) {
    nodes.set(place, { place, children: [], time: place.mail?.date, seat: nodes.size });
  }
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const parent = node.place.parent === undefined ? undefined : nodes.get(node.place.parent);
    (parent?.children ?? roots).push(node);
  }
  const parentsFirst = [...roots];
  // grows while it is walked: the order of a breadth-first walk
  for (const node of parentsFirst) for (const child of node.children) parentsFirst.push(child);
  for (const node of parentsFirst.toReversed()) {
    node.children = inOrder(node.children.flatMap(standing));
    if (node.place.mail === undefined) {
      node.time = least(node.children.map(({ time }) => time));
      node.seat = node.children.reduce((low, { seat }) => Math.min(low, seat), Infinity);
    }
  }
  return preOrder(inOrder(roots.flatMap(standing)));
}

/** What stands for a place in the tree: itself, or for an empty one that nobody answered its only child, or nothing. */
function standing(node: Node): readonly Node[] {
  if (node.place.mail !== undefined) return [node];
  if (node.children.length === 0) return [];
  return !node.place.answered && node.children.length === 1 ? node.children : [node];
}

/** By time; one without a date stays behind the one that came before it. */
function inOrder(nodes: readonly Node[]): Node[] {
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

function preOrder(roots: readonly Node[]): readonly ThreadNode[] {
  type Open = { readonly node: Node; readonly parent: (ThreadNode & { readonly children: ThreadNode[] }) | undefined };
  const nodes: ThreadNode[] = [];
  const open: Open[] = roots.toReversed().map((node) => ({ node, parent: undefined }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    const made = {
      id: node.place.id,
      ...(node.place.mail === undefined ? {} : { mail: node.place.mail }),
      others: node.place.others,
      ...(parent === undefined ? {} : { parent }),
      children: [] as ThreadNode[],
      depth: parent === undefined ? 0 : parent.depth + 1,
    };
    nodes.push(made);
    parent?.children.push(made);
    for (const child of node.children.toReversed()) open.push({ node: child, parent: made });
  }
  return nodes;
}
