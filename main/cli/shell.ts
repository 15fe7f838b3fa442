import { createHash, randomBytes } from 'node:crypto';
import { toWriter, type Writer } from '../../shared/record/ids';
import type { RunningSha256 } from '../../shared/env';
import { gitUser } from '../git-user';

/** What a command needs from the world, so that a test can be one. */
export interface Shell {
  /** the wall clock, milliseconds since 1970-01-01T00:00Z */
  readonly now: number;
  /** all of standard input */
  readonly standardInput: () => Promise<Uint8Array>;
  readonly gitUser: () => Promise<{ readonly name?: string; readonly address?: string }>;
  /** this run's origin in every id it mints */
  readonly writer: Writer;
}

/** The shell that this process was started in. */
export function ownShell(): Shell {
  return { now: Date.now(), standardInput, gitUser, writer: toWriter(randomBytes(8)) };
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Node's own SHA-256, which is faster than the domain's for whole files. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

sha256.begin = (): RunningSha256 => {
  const hash = createHash('sha256');
  return { add: (text) => hash.update(text, 'utf8'), digest: () => hash.copy().digest('hex') };
};
