import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives an element the focus once it is there, behind the text that it holds. The attribute `autofocus` is too early over a
 * layer, which still holds the focus and takes it back.
 */
export function useFirstFocus<E extends HTMLElement>(first: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (!first) return;
    element.current?.focus();
    // lines of text have their caret before the first, unlike one line
    if (element.current instanceof HTMLTextAreaElement)
      element.current.setSelectionRange(element.current.value.length, element.current.value.length);
  }, [first]);
  return element;
}
