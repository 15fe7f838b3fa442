import type { View } from '../../store/state';

/** What the faces of a session are called. */
export const VIEW_NAMES: Readonly<Record<View, string>> = {
  live: 'Live',
  matrix: 'Matrix',
  review: 'Review',
  summary: 'Summary',
  thread: 'Thread',
};
