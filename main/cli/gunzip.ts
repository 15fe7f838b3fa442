import { createGunzip } from 'node:zlib';
import type { Refusal } from '../../shared/result';
import { isGzip } from '../../shared/thread/bytes';
import { errnoOf, refuseErrno } from '../errno';

/** The bytes of a file as they come, and what stopped them before the end. */
export interface Source {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** known once the bytes have ended */
  readonly problem: () => Refusal | undefined;
}

/** Text packs ten to one; what unpacks to more than this many times its size was made to fill a disk. */
const MOST_TIMES = 200;
const FREE = 1024 * 1024;
/** The most that a packed file may unpack to. */
const MAX_UNPACKED = 1024 * 1024 * 1024;

/**
 * The bytes of a file, unpacked if it is gzip (also of several members). A wrong checksum, anything behind the end, a
 * cut file or one that unpacks to more than text can ends the bytes, and `problem` says which.
 */
export function unpacked(packed: AsyncIterable<Uint8Array>, file: string, most = MAX_UNPACKED): Source {
  let problem: Refusal | undefined;
  async function* bytes(): AsyncGenerator<Uint8Array, void> {
    const source = packed[Symbol.asyncIterator]();
    try {
      const first = await source.next();
      if (first.done === true) return;
      const all = restOf(first.value, source);
      if (isGzip(first.value)) problem = yield* gunzip(all, file, most);
      else yield* all;
    } catch (error) {
      const refused = refuseErrno(error, 'not read', file);
      if (!refused.ok) problem = refused.error;
    } finally {
      await source.return?.();
    }
  }
  return { bytes: bytes(), problem: () => problem };
}

async function* restOf(first: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield first;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

async function* gunzip(
  packed: AsyncIterable<Uint8Array>,
  file: string,
  most: number,
): AsyncGenerator<Uint8Array, Refusal | undefined> {
  const stream = createGunzip();
  const fed = feed(packed, stream);
  let taken = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      taken += chunk.length;
      const limit = Math.min(most, Math.max(FREE, stream.bytesWritten * MOST_TIMES));
      if (taken > limit) {
        return {
          message: 'It unpacks to more than mail can, so it was not read on.',
          file,
          found: `more than ${limit} bytes out of ${stream.bytesWritten}`,
          expected: `at most ${MOST_TIMES} times its size, and ${most} bytes`,
        };
      }
      yield chunk;
    }
    await fed;
    return undefined;
  } catch (error) {
    const words = GZIP_ERRORS.get(error instanceof Error ? error.message : '');
    if (words === undefined || !/^Z_/.test(errnoOf(error) ?? '')) throw error;
    return { message: words, file, found: error instanceof Error ? error.message : '', expected: 'a whole gzip file' };
  } finally {
    stream.destroy();
  }
}

/** zlib's own words, and what they mean here. */
const GZIP_ERRORS: ReadonlyMap<string, string> = new Map([
  ['incorrect data check', 'Its checksum is wrong: the file is damaged.'],
  ['incorrect length check', 'Its length is wrong: the file is damaged.'],
  ['unexpected end of file', 'It ends too early: the file is not whole.'],
  ['incorrect header check', 'Something that is no gzip stands behind its end.'],
  ['unknown compression method', 'It is packed in a way that is not known.'],
  ['invalid block type', 'Its packed data are damaged.'],
  ['invalid distance too far back', 'Its packed data are damaged.'],
  ['invalid stored block lengths', 'Its packed data are damaged.'],
  ['invalid code lengths set', 'Its packed data are damaged.'],
  ['invalid distance code', 'Its packed data are damaged.'],
  ['invalid literal/length code', 'Its packed data are damaged.'],
  ['invalid bit length repeat', 'Its packed data are damaged.'],
  ['too many length or distance symbols', 'Its packed data are damaged.'],
]);

/** Writes as fast as the stream takes; what goes wrong in the source breaks the stream, and is said there. */
async function feed(packed: AsyncIterable<Uint8Array>, stream: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const chunk of packed) {
      if (stream.destroyed) return;
      if (!stream.write(chunk)) await room(stream);
    }
    stream.end();
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function room(stream: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('close', go);
  });
}
