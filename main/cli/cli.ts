#!/usr/bin/env node
import { run } from './run';
import { ownShell } from './shell';

// `gavel ... | head` closes the pipe early; that is no error of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { exit, out, messages } = await run(process.argv.slice(2), ownShell());
for (const message of messages) process.stderr.write(`gavel: ${message}\n`);
process.stdout.write(out);
process.exitCode = exit;
