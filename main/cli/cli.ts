#!/usr/bin/env node
import { refuseErrno } from '../errno';
import { refused } from './outcome';
import { run } from './run';
import { ownShell } from './shell';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `gavel ... | head` closes the pipe early; that is no error of ours
  if (error.code === 'EPIPE') return;
  const failed = refuseErrno(error, 'not written', 'standard output');
  if (!failed.ok) say(refused(failed.error).messages);
  process.exitCode = 1;
});
const { exit, out, messages } = await run(process.argv.slice(2), ownShell());
say(messages);
process.exitCode = exit;
process.stdout.write(out);

function say(messages: readonly string[]): void {
  for (const message of messages) process.stderr.write(`gavel: ${message}\n`);
}
