import { Glyph } from './glyph';

/** The plus beside a heading. */
export function AddButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="side__add" aria-label={label} title={label} onClick={onPress}>
      <Glyph name="add" className="icon" />
    </button>
  );
}
