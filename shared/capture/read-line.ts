import type { Env } from '../env';
import type { Session } from '../session/session';
import type { LineContext } from './context';
import type { Reading } from './reading';
import { words } from './words';

/** Reads one typed line: what Enter would record, or why nothing. Never throws, changes nothing. */
export function readLine(_session: Session, line: string, _context: LineContext, _env: Env): Reading {
  return { kind: 'error', code: 'E-EMPTY', words: words['E-EMPTY'](), span: { from: 0, to: line.length }, tokens: [] };
}
