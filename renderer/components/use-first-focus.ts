import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives an element the focus once it is there. The attribute `autofocus` is too early over a layer, which still holds the
 * focus and takes it back.
 */
export function useFirstFocus<E extends HTMLElement>(first: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (first) element.current?.focus();
  }, [first]);
  return element;
}
