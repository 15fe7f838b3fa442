import type { Refusal } from '../../result';
import type { Mail } from '../mail';
import { readThread } from '../read-thread';
import { platform } from './platform';

/** A file in pieces of `step` bytes. */
export async function* inPieces(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield await Promise.resolve(bytes.subarray(at, at + step));
}

/** All that a file gives: its mails, what is odd, and why it was refused. */
export async function readWhole(
  bytes: Uint8Array,
  step = 65_536,
): Promise<{ readonly mails: readonly Mail[]; readonly notices: readonly Refusal[]; readonly refused?: Refusal }> {
  const mails: Mail[] = [];
  const notices: Refusal[] = [];
  for await (const batch of readThread(inPieces(bytes, step), 'a.mbox', platform)) {
    if (!batch.ok) return { mails, notices, refused: batch.error };
    mails.push(...batch.value.mails);
    notices.push(...batch.value.notices);
  }
  return { mails, notices };
}
