import { useEffect, useState } from 'react';

/**
 * The value once what the page shows with it is painted, and until then the one of before, undefined at first: what takes
 * long is made of it after a key was answered, and never between a letter and its paint.
 */
export function useAfterPaint<T>(value: T): T | undefined {
  const [painted, setPainted] = useState<{ readonly value: T }>();
  useEffect(() => {
    let soon: number | undefined;
    const frame = requestAnimationFrame(() => {
      soon = window.setTimeout(() => {
        setPainted({ value });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(soon);
    };
  }, [value]);
  return painted?.value;
}
