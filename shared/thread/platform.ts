/** What the platform has and the domain has not. */
export interface Platform {
  /**
   * The text of bytes in a charset, with replacement marks where they are none.
   * Undefined where the charset is unknown, or `fatal` and a byte does not fit.
   */
  readonly decode: (charset: string, bytes: Uint8Array, fatal?: boolean) => string | undefined;
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits */
  readonly sha256: (bytes: Uint8Array) => string;
}

/** The part of the platform's TextDecoder that is used. */
type DecoderMaker = new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

/** A platform by its TextDecoder and its SHA-256; the same for Node, workers and pages. */
export function platformOf(decoder: DecoderMaker, sha256: Platform['sha256']): Platform {
  const strict = new Map<string, InstanceType<DecoderMaker> | undefined>();
  const lenient = new Map<string, InstanceType<DecoderMaker> | undefined>();
  return {
    sha256,
    decode: (charset, bytes, fatal = false) => {
      const made = fatal ? strict : lenient;
      if (!made.has(charset)) {
        // mails make up charsets: those that are none are not kept
        const one = attempt(() => new decoder(charset, { fatal, ignoreBOM: false }));
        if (one === undefined) return undefined;
        made.set(charset, one);
      }
      return fatal ? attempt(() => made.get(charset)?.decode(bytes)) : made.get(charset)?.decode(bytes);
    },
  };
}

/** TextDecoder tells by throwing. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
