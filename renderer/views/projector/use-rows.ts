import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** A list, and how many of its lines have room below each other; measured anew when anything of the picture changes. */
export function useRows(): { readonly list: RefObject<HTMLUListElement | null>; readonly rows: number } {
  const list = useRef<HTMLUListElement>(null);
  const [rows, setRows] = useState(Infinity);
  useLayoutEffect(() => {
    const measure = (): void => {
      const line = list.current?.firstElementChild?.getBoundingClientRect().height;
      if (list.current === null || line === undefined || line === 0) return;
      // half a pixel more or less is how the engine rounds
      setRows(Math.floor((list.current.clientHeight + 0.5) / line));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('resize', measure);
    };
  });
  return { list, rows };
}
