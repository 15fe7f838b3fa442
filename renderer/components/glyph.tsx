/** One line of a path, in a box of 16 by 16: filled, or a stroke of so many units. */
type Shape = readonly [d: string, stroke?: number, dash?: string];

const RING = 'M3.4 8a4.6 4.6 0 1 0 9.2 0 4.6 4.6 0 1 0-9.2 0';

/**
 * Every drawing of the product; cells of the Matrix draw theirs alike as backgrounds (matrix/cell.css). Stances repeat what the bar
 * and the letter say: solid, half, hollow, ring, dash. They are ours because Unicode squares come out of fallback fonts in
 * many sizes; and each is one path, since a list has dozens.
 */
const SHAPES = {
  s: ['M2 2h12v12H2z'],
  u: ['M2 2h12v12H2zM8 3.8v8.4h4.2V3.8z'],
  p: ['M8 1.8 14.2 8 8 14.2 1.8 8z', 2],
  a: [RING, 1.8],
  r: [`${RING}M4.6 11.4 11.4 4.6`, 1.5],
  n: ['M5 8h6', 1.6],
  objection: ['M8 1 15.6 14.5H.4zM7.1 5.6v4.6h1.8V5.6zm0 5.6v1.8h1.8v-1.8z'],
  consensus: ['m3 8.4 3.4 3.4L13.2 4.6', 2],
  rough: ['M2.5 6.6c1.8-2.2 3.7-2.2 5.5-.5s3.7 1.7 5.5-.5M2.5 11.1c1.8-2.2 3.7-2.2 5.5-.5s3.7 1.7 5.5-.5', 1.8],
  'no-consensus': ['M3 6h10M3 10.2h10M10.6 2.8 5.4 13.4', 1.7],
  deferred: ['M2.5 8H10M6.8 4.6 10.2 8l-3.4 3.4M13 3.5v9', 1.7],
  'no-call': [RING, 1.5, '2.2 1.95'],
  live: ['M5 3.2 12.5 8 5 12.8z'],
  find: ['M2.8 7a4.2 4.2 0 1 0 8.4 0 4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.6 3.6', 1.5],
  down: ['m4.5 6.5 3.5 3.5 3.5-3.5', 1.5],
  saved: ['m3.5 8.3 3 3 6-6.5', 1.5],
  beamer: ['M2 3.5h12V11H2zM8 11v2.5M5 13.5h6', 1.4],
  add: ['M8 3.5v9M3.5 8h9', 1.5],
  more: ['M3 7h2v2H3zm4 0h2v2H7zm4 0h2v2h-2z'],
} as const satisfies Readonly<Record<string, Shape>>;

export type GlyphName = keyof typeof SHAPES;

interface GlyphProps {
  readonly name: GlyphName;
  readonly className?: string;
  /** the stance whose colour it has, where what it stands in has none */
  readonly stance?: string;
}

/** One drawing. It says nothing by itself: words, a letter or an accessible name always stand by it. */
export function Glyph({ name, className = 'glyph', stance }: GlyphProps) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true" data-stance={stance}>
      <GlyphPath name={name} />
    </svg>
  );
}

/** The drawing inside of another one, in a box of 16 by 16. */
export function GlyphPath({ name }: { readonly name: GlyphName }) {
  const [d, stroke, dash]: Shape = SHAPES[name];
  return stroke === undefined ? (
    <path d={d} fill="currentColor" fillRule="evenodd" />
  ) : (
    <path d={d} fill="none" stroke="currentColor" strokeWidth={stroke} strokeDasharray={dash} />
  );
}
