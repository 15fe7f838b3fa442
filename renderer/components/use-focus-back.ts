import { useEffect, useRef, useState, type RefObject } from 'react';

/** What had the focus before each layer came, also before those that are gone. */
const before = new WeakMap<Element, Element>();

/**
 * Gives the focus back to what had it before a layer came, in the task in which the layer goes: React Aria does so a frame
 * later, and a key that is pressed until then would go to the window, where letters are commands.
 */
export function useFocusBack<E extends Element>(): RefObject<E | null> {
  const layer = useRef<E>(null);
  // before anything in the layer takes the focus
  const [home] = useState(() => document.activeElement);
  useEffect(() => {
    const own = layer.current;
    if (own === null || home === null) return;
    before.set(own, home);
    return () => {
      // a layer or a line that comes as this one goes has the focus by then, and keeps it
      queueMicrotask(() => {
        giveBack(own);
      });
    };
  }, [home]);
  return layer;
}

/** The element before a layer, or before the layer that it was in, where that is gone too. */
function giveBack(layer: Element): void {
  if (document.activeElement !== document.body) return;
  let home = before.get(layer);
  while (home !== undefined && !home.isConnected) home = beforeAround(home);
  if (home instanceof HTMLElement) home.focus({ preventScroll: true });
}

function beforeAround(gone: Element): Element | undefined {
  for (let around: Element | null = gone; around !== null; around = around.parentElement) {
    const home = before.get(around);
    if (home !== undefined) return home;
  }
  return undefined;
}
