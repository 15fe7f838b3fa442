import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the data that stands beside the checkout; where it is absent, says so and gives undefined. */
export function realFile(name: string): string | undefined {
  const path = join(process.cwd(), '..', 'shared', 'data', 'maintainers', name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.warn(`skipped: ${path} is not there`);
  return undefined;
}
