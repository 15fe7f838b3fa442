import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { ROOT } from './app';

/** The mail that a new session is made from, and what the summary has to reply to. */
export interface FirstMail {
  readonly file: string;
  readonly messageId: string;
  readonly subject: string;
}

const REAL = path.resolve(ROOT, '../shared/data/passthrough.t.mbox.gz');

/** The first message of the real thread where the data is there, else a mail written by hand (and a line that says so). */
export function firstMail(folder: string): FirstMail {
  const file = path.join(folder, 'first.eml');
  const text = fs.existsSync(REAL) ? firstOf(zlib.gunzipSync(fs.readFileSync(REAL)).toString('latin1')) : byHand();
  fs.writeFileSync(file, text, 'latin1');
  return { file, messageId: header(text, 'Message-ID'), subject: header(text, 'Subject') };
}

function firstOf(mbox: string): string {
  const start = mbox.indexOf('\n') + 1;
  const end = mbox.indexOf('\n\nFrom ', start);
  return mbox.slice(start, end === -1 ? undefined : end + 1);
}

function byHand(): string {
  console.log('data/passthrough.t.mbox.gz is not there: a mail written by hand stands in for the thread');
  return [
    'From: Device maintainer <device@maintainers.example>',
    'To: Summit list <summit@lists.example>',
    'Date: Mon, 08 Jul 2024 15:26:43 -0700',
    'Message-ID: <root.1234@maintainers.example>',
    'Subject: [SUMMIT] How much passthrough is too much?',
    '',
    'Hello all, let us talk about this in the room.',
    '',
  ].join('\n');
}

function header(text: string, name: string): string {
  const head = text.slice(0, text.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ');
  const found = new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1] ?? '';
  return found.trim().replace(/^<(.*)>$/, '$1');
}
