import fs from 'node:fs';
import { inRoot, root } from '../lib/paths.mjs';
import { run, tail } from '../lib/run.mjs';
import { Refusal } from '../lib/say.mjs';
import { thirdParty } from '../build/third-party.mjs';

/**
 * Writes the bill of materials (CycloneDX) of what a package holds, beside the licences. npm makes it; Electron, which is
 * no dependency of ours but all around us, is added, and what differs at each call is left out, so that the same
 * lockfile gives the same bytes.
 */
export async function writeBillOfMaterials() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const { code, output } = await run('npm', args, { cwd: root, shell: process.platform === 'win32' });
  const start = output.indexOf('{');
  if (code !== 0 || start < 0) throw new Refusal(`package: npm sbom failed\n${tail(output)}`);
  const bill = JSON.parse(output.slice(start));
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  bill.metadata.component.name = 'gavel';
  const electron = thirdParty().find(({ name }) => name === 'electron');
  if (electron !== undefined) {
    bill.components.unshift({
      'bom-ref': `electron@${electron.version}`,
      type: 'framework',
      name: 'electron',
      version: electron.version,
      purl: `pkg:npm/electron@${electron.version}`,
      licenses: [{ license: { id: electron.license } }],
    });
  }
  fs.writeFileSync(inRoot('out', 'licenses', 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
}
