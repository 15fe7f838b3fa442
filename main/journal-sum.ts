import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs/promises';
import { writeAtomically } from './atomic-file';
import { errnoOf } from './errno';
import { log } from './log';

/**
 * What a journal was when it was last read whole, in a file beside it: so many bytes, and their SHA-256. A journal only
 * grows, so these bytes must be the same ever after; where they aren't, bits have flipped or somebody edited it.
 */
export interface JournalSum {
  readonly size: number;
  readonly sha256: string;
}

export async function keepSum(journal: string, { size, sha256 }: JournalSum): Promise<void> {
  const written = await writeAtomically(sumOf(journal), `${JSON.stringify({ size, sha256 })}\n`);
  if (!written.ok) log(written.error);
}

/** Forgets it: the journal is about to become another one, by us. */
export async function forgetSum(journal: string): Promise<void> {
  await fs.rm(sumOf(journal), { force: true });
}

/** The sum that was kept; undefined where there is none, or none that can be read. */
export async function keptSum(journal: string): Promise<JournalSum | undefined> {
  try {
    const { size, sha256 } = JSON.parse(await fs.readFile(sumOf(journal), 'utf8')) as Record<string, unknown>;
    return typeof size === 'number' && typeof sha256 === 'string' ? { size, sha256 } : undefined;
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') log(`${sumOf(journal)}: not used`, error);
    return undefined;
  }
}

/** Takes a file's pieces as they are read, and tells in the end whether its first bytes are those of a sum. */
export function comparer({ size, sha256 }: JournalSum): {
  readonly take: (piece: Uint8Array) => void;
  readonly same: () => boolean;
} {
  const hash: Hash = createHash('sha256');
  let left = size;
  return {
    take: (piece) => {
      hash.update(piece.subarray(0, left));
      left = Math.max(0, left - piece.length);
    },
    same: () => left === 0 && hash.digest('hex') === sha256,
  };
}

function sumOf(journal: string): string {
  return `${journal}.sum`;
}
