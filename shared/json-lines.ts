import { ok, refuse, type Result } from './result';

/** Reads JSON that a person may have edited; a mistake is refused with its line. */
export function readJson(text: string, file: string): Result<unknown> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return refuse('the file is no JSON; defaults are used: correct it, or delete it', {
      file,
      line: lineOfError(text, found),
      found,
    });
  }
}

/** The line, from 1, on which a key of an object stands; 1 where it stands nowhere. */
export function lineOfKey(text: string, key: string): number {
  const quoted = JSON.stringify(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return lineAt(text, Math.max(0, text.search(new RegExp(`${quoted}\\s*:`, 'u'))));
}

/** V8 names the position of a JSON error, except where the text just ends. */
function lineOfError(text: string, message: string): number {
  const position = /at position (\d+)/u.exec(message)?.[1];
  return lineAt(text, position === undefined ? text.length : Number(position));
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
