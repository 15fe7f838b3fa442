import { refuse, type Result } from '../../shared/result';

/** What a file is by its first bytes; its name decides nothing. */
export type Foreign =
  | { readonly is: 'gavel'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'mail'; readonly name: string; readonly bytes: Uint8Array };

/** No more than so many bytes come out of a compressed file. */
const MAX_UNPACKED = 1_000_000_000;
const GZIP = [0x1f, 0x8b] as const;

/** Says what a file is, unpacked where it was compressed. */
export async function recognise(name: string, bytes: Uint8Array): Promise<Result<Foreign>> {
  if (bytes.length === 0) return refuse('The file is empty.', { file: name });
  if (bytes[0] === GZIP[0] && bytes[1] === GZIP[1]) {
    const unpacked = await unpack(name, bytes);
    if (!unpacked.ok) return unpacked;
    return recognise(name.replace(/\.gz$/i, ''), unpacked.value);
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (start.trimStart().startsWith('{')) return { ok: true, value: { is: 'gavel', name, bytes } };
  if (/^\s*(?:From \S|>?[!-9;-~]+:[ \t])/.test(start)) return { ok: true, value: { is: 'mail', name, bytes } };
  return refuse('This is neither a Gavel file nor a mail. Gavel opens .gavel, .eml, .mbox and .mbox.gz.', {
    file: name,
    found: JSON.stringify(start.slice(0, 30)),
  });
}

async function unpack(name: string, bytes: Uint8Array): Promise<Result<Uint8Array>> {
  // a Response would do, but its body can't be stopped at a size
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MAX_UNPACKED) {
        await reader.cancel();
        return refuse('The compressed file is too large.', { file: name, expected: 'at most 1 GB unpacked' });
      }
      parts.push(value);
    }
  } catch {
    return refuse('The compressed file is damaged.', { file: name, expected: 'a whole gzip file' });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return { ok: true, value: whole };
}
