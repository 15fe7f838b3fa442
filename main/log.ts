import { refusalText, type Refusal } from '../shared/result';

/** Tells whoever reads the terminal. A person at the window is told by the page. */
export function log(message: string | Refusal, error?: unknown): void {
  const text = typeof message === 'string' ? message : refusalText(message);
  process.stderr.write(`gavel: ${text}${error instanceof Error ? `: ${error.message}` : ''}\n`);
}
