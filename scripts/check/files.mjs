import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { inRoot, root } from '../lib/paths.mjs';

// What no other check sees: how files are called, and whether an exception says why it is one.
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EXCEPTION = /(es|ox)lint-disable|@ts-(expect-error|ignore|nocheck)|prettier-ignore/;
const EXCEPTION_WITH_REASON = /((es|ox)lint-disable|@ts-expect-error|prettier-ignore)\S*.*? -- \S+/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(shared|main|renderer|e2e|bench|scripts)\//.test(file) && fs.existsSync(inRoot(file)));

const problems = [];
for (const file of files) {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const folders = file.split('/').slice(0, -1);
  if (!/\.(ts|tsx|mjs|css|html)$/.test(name)) continue;
  for (const part of [...folders, name]) if (!KEBAB.test(part)) problems.push(`${file}: ${part} is not kebab-case`);
  if (file.startsWith('scripts/check/')) continue; // names what it looks for
  const text = fs.readFileSync(inRoot(file), 'utf8');
  if (isBarrel(text)) problems.push(`${file}: a barrel; import from the file that has it`);
  text.split('\n').forEach((line, i) => {
    if (EXCEPTION.test(line) && !EXCEPTION_WITH_REASON.test(line)) {
      problems.push(`${file}:${i + 1}: an exception to a rule says why, after " -- "`);
    }
  });
}
for (const problem of problems) console.log(problem);
console.log(`${files.length} files`);
process.exitCode = problems.length > 0 || files.length === 0 ? 1 : 0;

/**
 * A file that does nothing but pass on what others export.
 *
 * @param {string} text
 */
function isBarrel(text) {
  const statements = text
    .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  return statements.length > 0 && statements.every((statement) => /^export\b[^=(]*\bfrom\s+['"]/.test(statement));
}
