import type { ThreadNode } from './thread-node';
import type { Thread } from './tree';

/** An answer that names no mail it answers, and the thread whose subject it has: an offer to a person, never a link. */
export interface SubjectOffer {
  readonly root: ThreadNode;
  readonly maybeBelongsTo: ThreadNode;
}

const REPLY = /^(?:re|aw|sv|antw|fwd?)(?:\[\d{1,3}\])?: ?/i;
const LONGEST = 500;

/** Mails at the root of the tree whose subject says that they answer, with the earliest thread of that subject. */
export function subjectOffers({ roots }: Thread): readonly SubjectOffer[] {
  const threads = new Map<string, ThreadNode>();
  for (const root of roots) {
    const subject = root.mail?.subject ?? root.children[0]?.mail?.subject ?? '';
    const plain = plainSubject(subject);
    if (plain !== '' && !threads.has(plain) && (root.mail === undefined || !REPLY.test(subject)))
      threads.set(plain, root);
  }
  return roots.flatMap((root) => {
    const subject = root.mail?.subject ?? '';
    const maybeBelongsTo = threads.get(plainSubject(subject));
    return REPLY.test(subject) && maybeBelongsTo !== undefined ? [{ root, maybeBelongsTo }] : [];
  });
}

/** A subject without what answering put before it. */
function plainSubject(subject: string): string {
  let plain = subject.slice(0, LONGEST);
  while (REPLY.test(plain)) plain = plain.replace(REPLY, '');
  return plain.toLowerCase().trim();
}
