import { useEffect, useState } from 'react';
import { inSteps } from '../store/in-steps';
import { useAfterPaint } from './use-after-paint';

/** Milliseconds after which it is told again how much is made. */
const TELLS = 250;

interface InSteps<T> {
  /** of the value, or of the one before until that is made; undefined at first, and where there is nothing to make */
  readonly made: T | undefined;
  /** how much of the next one is made, from 0 to 1, where making it takes its time */
  readonly share: number | undefined;
}

/**
 * What steps make of a value once the page shows the value; keys are answered between them. Steps for a value that is no
 * longer asked for end. `steps` is the same function at every render.
 */
export function useInSteps<V, T>(
  value: V | undefined,
  steps: (value: V) => Generator<unknown, T | undefined>,
): InSteps<T> {
  const painted = useAfterPaint(value);
  const [made, setMade] = useState<T>();
  const [share, setShare] = useState<number>();
  useEffect(() => {
    if (painted === undefined) return undefined;
    const asked = { still: true };
    const done = (change: () => T | undefined): void => {
      if (!asked.still) return;
      setMade(change);
      setShare(undefined);
    };
    void inSteps(whileAsked(asked, steps(painted), setShare)).then(
      (result) => {
        if (result !== undefined) done(() => result);
      },
      // shown as a fault of the view, as if it had been made while the view was drawn
      (error: unknown) => {
        done(() => {
          throw error;
        });
      },
    );
    return () => {
      asked.still = false;
      setShare(undefined);
    };
  }, [painted, steps]);
  return { made, share };
}

function* whileAsked<T>(
  asked: { readonly still: boolean },
  steps: Generator<unknown, T | undefined>,
  tell: (share: number) => void,
): Generator<void, T | undefined> {
  let told = performance.now();
  while (asked.still) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (typeof step.value === 'number' && performance.now() - told > TELLS) {
      told = performance.now();
      tell(step.value);
    }
    yield;
  }
  return undefined;
}
