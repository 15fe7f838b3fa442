import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { platformOf } from '../../shared/thread/platform';
import { readThread } from '../../shared/thread/read-thread';
import { threadOf } from '../../shared/thread/tree';
import type { Mail } from '../../shared/thread/mail';
import { median, row, type Bench } from '../row';

const DATA = '../shared/data';
const ROUNDS = 5;
/** Reads every header that we read, and the body, as Python's own reader of a mailbox does. */
const PYTHON = `
import mailbox, resource, sys
count = 0
for mail in mailbox.mbox(sys.argv[1]):
    count += 1
    for name in ('from', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references'):
        mail[name]
    for part in mail.walk():
        if part.get_content_maintype() == 'text':
            part.get_payload(decode=True)
used = resource.getrusage(resource.RUSAGE_SELF)
print(count, (used.ru_utime + used.ru_stime) * 1000)`;

/** CPU time of reading an mbox into threads, against Python's mailbox and email on the same file. */
export const thread: Bench = {
  name: 'thread',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gavel-bench-'));
    const file = join(folder, 'all.mbox');
    const what = writeMbox(file);
    const ours: number[] = [];
    const baseline: number[] = [];
    let mails = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const python = spawnSync('python3', ['-c', PYTHON, file], { encoding: 'utf8' });
      if (python.status === 0) baseline.push(Number(python.stdout.split(' ')[1]));
      const before = process.cpuUsage();
      mails = await readAll(file);
      const { user, system } = process.cpuUsage(before);
      ours.push((user + system) / 1000);
    }
    rmSync(folder, { recursive: true });
    const perSecond = Math.round(mails / (median(ours) / 1000));
    return [
      row({
        row: 'thread',
        ours: median(ours),
        baseline: median(baseline),
        goal: 1,
        unit: 'ms',
        note: `CPU time to split, read and thread ${mails} mails (${what}), ${perSecond} a CPU second; baseline: Python mailbox and email, start included`,
      }),
    ];
  },
};

async function readAll(file: string): Promise<number> {
  const platform = platformOf(TextDecoder, (bytes) => createHash('sha256').update(bytes).digest('hex'));
  const mails: Mail[] = [];
  for await (const batch of readThread(createReadStream(file, { highWaterMark: 1024 * 1024 }), file, platform)) {
    if (batch.ok) mails.push(...batch.value.mails);
  }
  threadOf(mails);
  return mails.length;
}

/** All real threads in one mbox; where there are none, mails by hand of the same size and form. Says which. */
function writeMbox(file: string): string {
  if (existsSync(DATA)) {
    const threads = readdirSync(join(DATA, 'threads')).map((name) => join(DATA, 'threads', name));
    const all = [...threads, join(DATA, 'passthrough.t.mbox.gz')].map((name) => gunzipSync(readFileSync(name)));
    writeFileSync(file, Buffer.concat(all));
    return 'real';
  }
  const header = Array.from({ length: 40 }, (_, n) => `X-Trace-${n}: ${'0123456789abcdef '.repeat(6)}`);
  const body = Array.from({ length: 100 }, (_, n) => (n % 3 === 0 ? 'A line of mine.' : '> A line of yours, quoted.'));
  const mails = Array.from({ length: 3000 }, (_, n) =>
    [
      'From mboxrd@z Thu Jan  1 00:00:00 1970',
      ...header,
      `From: Person ${n % 40} <p${n % 40}@host.example>`,
      'To: summit@lists.example',
      `Message-ID: <${n}@host.example>`,
      `In-Reply-To: <${n >> 1}@host.example>`,
      `Subject: Re: question ${n % 20}`,
      'Date: Thu, 25 Jul 2024 11:26:38 +0200',
      '',
      ...body,
      '',
      '',
    ].join('\n'),
  );
  writeFileSync(file, mails.join(''));
  return 'made by hand';
}
