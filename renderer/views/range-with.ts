import { useCallback } from 'react';
import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/**
 * For a list of which only what is on the screen is drawn: that, and the item that is selected wherever it is (-1: none),
 * so that the focus is never lost and every key finds its item.
 */
export function useRangeWith(index: number): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (index < 0 || index >= range.count || shown.includes(index)) return shown;
      return [...shown, index].sort((a, b) => a - b);
    },
    [index],
  );
}
