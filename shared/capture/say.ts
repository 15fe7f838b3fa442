import type { PositionStance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import type { Piece } from './reading';

export type Said = string | Piece | readonly Piece[];

/** Puts a sentence together out of words and pieces; neighbouring words become one piece. */
export function say(strings: TemplateStringsArray, ...values: readonly Said[]): readonly Piece[] {
  return joined(strings.flatMap((words, index): readonly Said[] => [words, values[index] ?? '']));
}

function joined(parts: readonly Said[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const piece of parts.flatMap((part): readonly Piece[] =>
    typeof part === 'string' ? [{ is: 'words', text: part }] : [part].flat(),
  )) {
    const last = pieces.at(-1);
    if (piece.text === '') continue;
    if (piece.is === 'words' && last?.is === 'words')
      pieces[pieces.length - 1] = { is: 'words', text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

/** What is said, then remarks, each after a comma; empty ones are left out. */
export function withRemarks(said: readonly Piece[], remarks: readonly (Said | undefined)[]): readonly Piece[] {
  const real = remarks.filter((remark): remark is Said => remark !== undefined && joined([remark]).length > 0);
  return joined([said, ...real.flatMap((remark) => [', ', remark])]);
}

export function listed(items: readonly Said[]): readonly Piece[] {
  return joined(items.flatMap((item, index) => (index === 0 ? [item] : [', ', item])));
}

export function whoPiece(who: Handle): Piece {
  return { is: 'who', text: who, who };
}

export function people(handles: Handle | readonly Handle[]): readonly Piece[] {
  return listed([handles].flat().map(whoPiece));
}

export function subsystemPiece(subsystem: Slug): Piece {
  return { is: 'subsystem', text: `#${subsystem}`, subsystem };
}

/** What people read for a stance. */
export const STANCE_WORDS: Readonly<Record<PositionStance, string>> = {
  'standard-required': 'standard required',
  'userspace-allowed': 'userspace allowed',
  'passthrough-niche': 'passthrough niche',
  abstain: 'abstain',
  recuse: 'recused',
  none: 'no position',
};

export function stancePiece(stance: PositionStance): Piece {
  return { is: 'stance', text: STANCE_WORDS[stance], stance };
}

/** `1 condition`, `2 conditions`. */
export function counted(count: number, thing: string): string {
  return `${String(count)} ${thing}${count === 1 ? '' : 's'}`;
}
