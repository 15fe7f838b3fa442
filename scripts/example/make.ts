import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readLine } from '../../shared/capture/read-line';
import type { Env } from '../../shared/record/env';
import { writeFile } from '../../shared/file/write';
import type { Entry } from '../../shared/record/entry';
import type { Day, Handle, Instant, Writer } from '../../shared/record/ids';
import { refusalText, type Result } from '../../shared/result';
import { logOf } from '../../shared/session/log';
import { decideOpenSession } from '../../shared/session/meeting';
import { decideRule } from '../../shared/session/rules';
import { emptySession, fold } from '../../shared/session/session';

// Makes assets/example.gavel out of typed lines: `npm run example`. The same lines give the same file.

const [linesFile = '', outFile = ''] = process.argv.slice(2);
const DAY = '2024-09-17';
/** Vienna in September */
const OFFSET = '+02:00';
const ROOT = '668c67a324609_ed99294c0@dwillia2-xfh.jf.intel.com.notmuch';
const RULES_SOURCE = 'CAPybu_0SN7m=m=+z5hu_4M+STGh2t0J-hFEmtDTgx6fYWKzk3A@mail.gmail.com';
const RULES_SAID = '2024-07-25T09:26:38.000Z' as Instant;

/** The five rules in our words, and the first line of each in the mail that proposed them. */
const RULES: readonly { readonly text: string; readonly line: string }[] = [
  {
    text: 'Where a standard exists, most of the driver is in the kernel and is used through generic system calls',
    line: '- For areas where there is a standard (NVME, UVC,...) most of the',
  },
  {
    text: 'Where none exists, custom system calls are allowed and a part of the driver may live in userspace',
    line: '- For areas with no standard, custom system calls are allowed, and',
  },
  {
    text: 'A driver lands together with a complete open source stack for its standard use cases',
    line: '- To land a driver, there must be a full open source stack capable of',
  },
  {
    text: 'Where an open source stack is established, the new one builds on it',
    line: '- If there is an established open source stack (mesa, openVINO,',
  },
  {
    text: 'A vendor passthrough is for niche use or for development',
    line: '- Vendor passthrough mechanisms are allowed for niche use cases or',
  },
];

const session = emptySession();
let clock = Date.parse(`${DAY}T08:55:00${OFFSET}`);

function env(): Env {
  clock += 1000;
  return { now: clock, by: 'scribe' as Handle, writer: 'kexample' as Writer };
}

function record(entries: readonly Entry[]): void {
  for (const entry of entries) fold(session, entry);
}

function must(result: Result<readonly Entry[]>): readonly Entry[] {
  if (!result.ok) throw new Error(refusalText(result.error));
  return result.value;
}

record(
  must(
    decideOpenSession(
      session,
      {
        title: 'Device passthrough',
        question:
          'Where must a driver follow a standard, where may a part of it live in userspace, and where is a vendor passthrough fine?',
        heldOn: [DAY as Day],
        place: 'Vienna',
        zone: 'Europe/Vienna',
        chair: 'mod' as Handle,
        scribes: ['scribe' as Handle],
        thread: {
          root: ROOT,
          subject: '[MAINTAINERS SUMMIT] Device Passthrough Considered Harmful?',
          list: 'ksummit@lists.linux.dev',
        },
        windowDays: 14,
        gapMinutes: 10,
      },
      env(),
    ),
  ),
);

function proposeRules(): void {
  for (const { text, line } of RULES) {
    const evidence = [{ message: RULES_SOURCE, lines: [line] }];
    record(must(decideRule(session, { text, evidence, said: RULES_SAID }, env())));
  }
}

readFileSync(linesFile, 'utf8')
  .split('\n')
  .forEach((source, index) => {
    if (source.startsWith('# rules')) proposeRules();
    const [, time, line] = /^(\d\d:\d\d) (.+)$/.exec(source) ?? [];
    if (time === undefined || line === undefined) return;
    clock = Math.max(clock, Date.parse(`${DAY}T${time}:00${OFFSET}`));
    const reading = readLine(session, line, { add: 'never' }, env());
    if (reading.kind === 'error')
      throw new Error(`${linesFile}:${String(index + 1)}: ${reading.code} ${reading.words} (${line})`);
    record(reading.entries);
  });

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
writeFileSync(outFile, writeFile(logOf(session), sha256));
