import type { Block } from './document';
import type { Page } from './page';

/** What somebody can do who reads this and disagrees. The words are the same in every mail. */
export function contestPart({ say }: Page): readonly Block[] {
  return [
    { type: 'heading', level: 1, said: say('How to contest') },
    {
      type: 'paragraph',
      said: say(
        'Reply inline under what you want changed; what stands under your name is yours to correct. ' +
          'To object, say why, and what would remove the objection; without a reason it is recorded and does not block. ' +
          'Only its author withdraws an objection or calls it accommodated, and one that was answered blocks again if its author disputes the answer. ' +
          'What is said after a call is recorded and marked so.',
      ),
    },
  ];
}
