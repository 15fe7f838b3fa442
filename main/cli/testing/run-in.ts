import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Writer } from '../../../shared/record/ids';
import type { Outcome } from '../outcome';
import { run } from '../run';

/** The command line in a folder of its own, at a fixed moment, as somebody whom git knows. */
export interface Place {
  readonly path: (name: string) => string;
  /** runs `gavel`; words that end in `.gavel` or `.eml` are files of this place */
  readonly gavel: (args: readonly string[], more?: Partial<Circumstances>) => Promise<Outcome>;
}

interface Circumstances {
  readonly input: string | Uint8Array;
  readonly user: { readonly name?: string; readonly address?: string };
  readonly now: string;
}

/** A new place for each test of a file. */
export function place(): Place {
  let folder = '';
  let runs = 0;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gavel-cli-'));
    runs = 0;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const inPlace = (name: string): string => path.join(folder, name);
  return {
    path: inPlace,
    gavel: (
      args,
      { input = '', user = { name: 'Ana Bé', address: 'ana@example.org' }, now = '2024-09-17T08:00:00.000Z' } = {},
    ) => {
      runs += 1;
      return run(
        args.map((word) => (/^[\w-]+[.](gavel|eml)$/.test(word) ? inPlace(word) : word)),
        {
          now: Date.parse(now) + runs * 60_000,
          standardInput: () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
          gitUser: () => Promise.resolve(user),
          writer: `run${'abcdefghij'.charAt(runs % 10)}aaaa` as Writer,
        },
      );
    },
  };
}
