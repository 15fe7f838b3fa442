import { refusalText, type Refusal } from '../../shared/result';

/** What a run of the command line comes to: what goes to standard output, to standard error, and the exit code. */
export interface Outcome {
  /** 0: done; 1: refused, bad input; 2: not understood, bad usage */
  readonly exit: 0 | 1 | 2;
  readonly out: string;
  /** lines for standard error */
  readonly messages: readonly string[];
}

export function done(out: string, messages: readonly string[] = []): Outcome {
  return { exit: 0, out, messages };
}

export function refused(refusal: Refusal): Outcome {
  return { exit: 1, out: '', messages: [refusalText(refusal)] };
}

/** What was typed makes no sense: said with what would. */
export function misused(...messages: readonly string[]): Outcome {
  return { exit: 2, out: '', messages };
}
