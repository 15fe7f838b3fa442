import fs from 'node:fs';
import path from 'node:path';

/** One typed line of a script, and what is done to it right after. */
export interface Step {
  readonly line: string;
  readonly undone: boolean;
  readonly redone: boolean;
}

const STEP = /^\d\d:\d\d (?:\[(undone)(, redone)?\] )?(.+)$/;

/** The lines of thirty minutes, in order. */
export function thirtyMinutes(): readonly Step[] {
  const text = fs.readFileSync(path.join(import.meta.dirname, 'thirty-minutes.txt'), 'utf8');
  return text.split('\n').flatMap((source) => {
    if (source === '' || source.startsWith('#')) return [];
    const [, undone, redone, line] = STEP.exec(source) ?? [];
    if (line === undefined) throw new Error(`thirty-minutes.txt: not a line of the script: ${source}`);
    return [{ line, undone: undone !== undefined, redone: redone !== undefined }];
  });
}
