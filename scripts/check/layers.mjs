import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { inRoot, root } from '../lib/paths.mjs';
import { houses, outbuildings, sourcesIn } from './houses.mjs';

// Who imports whom, by the rules of .dependency-cruiser.cjs. A cruise that met fewer files than there are is a failure:
// with a compiler it doesn't know, dependency-cruiser finds nothing to object to because it finds nothing at all.
process.chdir(root);
const problems = [];
for (const house of houses) if (sourcesIn(house).length === 0) problems.push(`${house}/: not one file`);

const expected = [...houses, ...outbuildings].flatMap(sourcesIn);
const options = await extractOptions(inRoot('.dependency-cruiser.cjs'));
const { output } = await cruise(
  expected,
  { ...options, outputType: 'json' },
  {},
  { tsConfig: extractTsConfig(inRoot('tsconfig.base.json')) },
);
const { modules, summary } =
  typeof output === 'string' ? /** @type {import('dependency-cruiser').ICruiseResult} */ (JSON.parse(output)) : output;

const seen = new Set(modules.map((module) => module.source));
for (const file of expected) if (!seen.has(file)) problems.push(`${file}: not cruised`);
const imports = modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
if (imports === 0) problems.push('not one import was seen');

for (const { rule, from, to, cycle, comment } of summary.violations) {
  const path = cycle ? cycle.map(({ name }) => name).join(' -> ') : to;
  problems.push(`${rule.name}: ${from} -> ${path}${comment ? `\n    ${comment}` : ''}`);
}
for (const problem of problems) console.log(problem);
console.log(`${expected.length} files, ${imports} imports`);
process.exitCode = problems.length > 0 ? 1 : 0;
