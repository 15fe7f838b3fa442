import { spawnSync } from 'node:child_process';
import { inRoot, root } from '../lib/paths.mjs';

// The rules of .oxlintrc.json. A file that is in no program is read as if nothing were strict, without a word, so what
// the linter tells of its programs is read too: such a file is a failure, and so is a run that had no program at all.
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [
    inRoot('node_modules', 'oxlint', 'bin', 'oxlint'),
    '--type-aware',
    '--report-unused-disable-directives-severity=error',
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, OXC_LOG: 'debug' } },
);
const strangers = [...stderr.matchAll(/Unmatched file: (.+)/g)].map(([, file]) => `${file}: in no tsconfig.json`);
const programs = /Done assigning files to programs\. Total programs: ([1-9]\d*)/.exec(stderr);
if (programs === null) strangers.push('oxlint: no types were looked at');
for (const stranger of strangers) console.log(stranger);
console.log(stdout.trim());
process.exitCode = status !== 0 || strangers.length > 0 ? 1 : 0;
