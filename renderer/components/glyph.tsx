export type GlyphName =
  | 's'
  | 'u'
  | 'p'
  | 'a'
  | 'r'
  | 'n'
  | 'objection'
  | 'consensus'
  | 'rough'
  | 'no-consensus'
  | 'deferred'
  | 'no-call'
  | 'live'
  | 'find'
  | 'down'
  | 'saved'
  | 'beamer'
  | 'add'
  | 'more';

/** One drawing of the sprite. It says nothing by itself: words, a letter or an accessible name always stand by it. */
export function Glyph({ name, className = 'glyph' }: { readonly name: GlyphName; readonly className?: string }) {
  return (
    <svg className={className} aria-hidden="true">
      <use href={`#g-${name}`} />
    </svg>
  );
}
