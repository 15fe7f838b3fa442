import type { Refusal } from '../../shared/result';
import { isGzip } from '../../shared/thread/bytes';

/** The bytes of a file as they come, unpacked where it is gzip. */
export interface Source {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** bytes of the file itself that were read so far */
  readonly taken: () => number;
  /** what ended the bytes before their end; known once they have ended */
  readonly problem: (file: string) => Refusal | undefined;
}

/** Text packs ten to one; what unpacks to more than this many times its size was made to fill a disk. */
const MOST_TIMES = 200;
const FREE = 1024 * 1024;

export function unpacked(file: Blob): Source {
  let taken = 0;
  let problem: Refusal | undefined;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, to) => {
      taken += chunk.length;
      to.enqueue(chunk);
    },
  });

  async function* bytes(): AsyncGenerator<Uint8Array, void> {
    const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
    const packed = isGzip(start);
    const plain = file.stream().pipeThrough(counted);
    const reader = (packed ? plain.pipeThrough(new DecompressionStream('gzip')) : plain).getReader();
    let given = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        given += value.length;
        if (packed && given > Math.max(FREE, taken * MOST_TIMES)) {
          problem = {
            message: 'It unpacks to more than mail can, so it was not read on.',
            found: `more than ${String(given)} bytes out of ${String(taken)}`,
            expected: `at most ${String(MOST_TIMES)} times its size`,
          };
          return;
        }
        yield value;
      }
    } catch (error) {
      problem = {
        message: packed
          ? 'The compressed file is damaged, or holds more than one: unpack it (zcat) and open what comes out.'
          : 'The file can’t be read.',
        found: error instanceof Error ? error.message : String(error),
        expected: packed ? 'one whole gzip file' : 'a file that stays where it is',
      };
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  return {
    bytes: bytes(),
    taken: () => taken,
    problem: (name) => (problem === undefined ? undefined : { ...problem, file: name }),
  };
}
