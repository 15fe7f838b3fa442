import { useEffect, useState, type RefObject } from 'react';

/** As many at first, and as many more as soon as the end of those is near. */
const STEP = 12;
/** How near the end of what is drawn is when more is. */
const NEAR = '300px';

/**
 * How much of a long list is drawn: as far as it was scrolled, or the focus moved in it, and not more. A list of a few is
 * whole at once. `end` stands after what is drawn; `key` is what the list is of: another one begins anew.
 */
export function useReached(end: RefObject<HTMLElement | null>, count: number, key: string): number {
  const [reached, setReached] = useState({ key, drawn: STEP });
  const drawn = reached.key === key ? reached.drawn : STEP;
  const isWhole = drawn >= count;
  useEffect(() => {
    const element = end.current;
    if (element === null || isWhole) return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setReached({ key, drawn: drawn + STEP });
      },
      { root: element.parentElement, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [end, isWhole, drawn, key]);
  return Math.min(drawn, count);
}
