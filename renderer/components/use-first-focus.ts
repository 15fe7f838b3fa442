import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives an element the focus once its layer is there. The attribute `autofocus` is too early in a layer over another
 * one: the lower one still holds the focus then, and takes it back.
 */
export function useFirstFocus<E extends HTMLElement>(first: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (first) element.current?.focus();
  }, [first]);
  return element;
}
