/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits (FIPS 180-4). */
export type Sha256 = (text: string) => string;

/** The same, also of a text that comes in pieces. */
export interface Sha256InPieces {
  (text: string): string;
  readonly begin: () => RunningSha256;
}

/** A hash that goes on. No piece may end between the two units of a character. */
export interface RunningSha256 {
  readonly add: (piece: string) => void;
  /** of all that was added up to now */
  readonly digest: () => string;
}
