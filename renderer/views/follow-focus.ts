import { useEffect, useRef, type RefObject } from 'react';

/** Where half-typed text or a layer has the focus, it stays there. */
const KEEPS = 'input, textarea, select, [role="dialog"], [role="menu"]';

/**
 * Brings what is selected in a grid into sight when `key` changes, and the focus with it: keys move the selection from
 * wherever they are pressed. A grid that has just come takes the focus only where nothing has it.
 */
export function useFollowSelection(grid: RefObject<HTMLElement | null>, key: string): void {
  const isNew = useRef(true);
  useEffect(() => {
    const hasJustCome = isNew.current;
    isNew.current = false;
    const selected = grid.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (selected === null || selected === undefined) return;
    selected.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body;
    if (isFree || (!hasJustCome && focused.closest(KEEPS) === null)) selected.focus({ preventScroll: true });
  }, [grid, key]);
}
