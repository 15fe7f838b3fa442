import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLine } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { positionsFor } from '../session/positions';
import { needs } from '../testing/needs';
import { foldAll } from '../session/session';
import { subsystems } from '../session/subsystems';
import { nameOf } from '../session/people';
import { mailText } from './mail-text';
import { summarise } from './summarise';
import { verifyMail } from './verify';

/** Two real discussions, put into the format by hand; they are not part of the project. */
const FOLDER = join(import.meta.dirname, '../../../shared/data/models');

describe('two real discussions', () => {
  needs(existsSync(FOLDER), 'data/models');

  test.each(['passthrough', 'accelerators'])('%s becomes a mail with everybody in it', (name) => {
    const entries = entriesOf(join(FOLDER, `${name}.gavel`));
    const session = foldAll(entries);
    const mail = mailText(summarise(session, { at: '2026-12-01T00:00:00.000Z' as Instant, sha256: sha256Of }));
    for (const line of mail.split('\n')) if (!/^\[\d+\] https:/.test(line)) expect(line.length).toBeLessThanOrEqual(72);
    for (const { slug } of subsystems(session)) {
      const from = mail.search(new RegExp(`^== .*${slug}\\b.*==$`, 'm'));
      const part = mail.slice(from, mail.indexOf('\n== ', from + 1));
      for (const { who } of positionsFor(session, slug)) expect(part).toContain(nameOf(session, who));
    }
    expect(verifyMail(mail, entries, sha256Of)).toEqual({ ok: true, value: { inserted: [], since: [] } });
  });
});

function entriesOf(path: string): readonly AnyEntry[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(1, -2);
  return lines.map((line) => {
    const entry = parseLine(line);
    if (!entry.ok) throw new Error(JSON.stringify(entry.error));
    return entry.value;
  });
}
