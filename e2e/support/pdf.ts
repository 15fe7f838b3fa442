/** A named destination of a PDF. */
export interface Destination {
  readonly name: string;
  /** from 1 */
  readonly page: number;
}

/** The named destinations of a PDF as Chromium writes it, in the order of their names; it packs no objects. */
export function destinationsOf(pdf: Buffer): readonly Destination[] {
  const text = pdf.toString('latin1');
  const pages = [...text.matchAll(/^(\d+) 0 obj\r?\n<<\/Type \/Page$/gm)].map(([, object]) => object);
  return [...text.matchAll(/\/([!-.0-;=?-~]+) \[(\d+) 0 R \/XYZ /g)]
    .map(([, name = '', object]) => ({ name, page: pages.indexOf(object) + 1 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
