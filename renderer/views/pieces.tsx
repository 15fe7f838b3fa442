import type { Piece } from '../../shared/capture/reading';
import { Glyph } from '../components/glyph';
import { STANCE_LOOK } from '../components/stance';

/** A sentence of the record: keys in mono, stances with their glyph, the same words as in print. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => <PieceText key={at} piece={piece} />);
}

function PieceText({ piece }: { readonly piece: Piece }) {
  if (piece.is === 'subsystem') return <span className="slug">{piece.text}</span>;
  if (piece.is === 'who') return <span className="piece-who">{piece.text}</span>;
  if (piece.is === 'words') return piece.text;
  const { code } = STANCE_LOOK[piece.stance];
  return (
    <span className="stance piece-stance" data-stance={code}>
      <Glyph name={code} />
      {piece.text}
    </span>
  );
}
