import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RunningSha256 } from '../env';

/** A longer text is hashed in pieces of so many UTF-16 units, so that there is never a second one of it as bytes. */
const PIECE = 1 << 20;

/** SHA-256 of a text's UTF-8 bytes, hexadecimal; pure JavaScript, for a line at a time. Large files take the platform's own (Env). */
export function sha256Of(text: string): string {
  if (text.length <= PIECE) return bytesToHex(sha256(utf8ToBytes(text)));
  const hash = sha256Of.begin();
  hash.add(text);
  return hash.digest();
}

sha256Of.begin = (): RunningSha256 => {
  const hash = sha256.create();
  return {
    add: (text) => {
      for (let from = 0; from < text.length;) {
        // a pair of surrogates is one character
        const end = from + PIECE - (isHighSurrogate(text.charCodeAt(from + PIECE - 1)) ? 1 : 0);
        hash.update(utf8ToBytes(text.slice(from, end)));
        from = end;
      }
    },
    digest: () => bytesToHex(hash.clone().digest()),
  };
};

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
