import { createHash } from 'node:crypto';
import { platformOf, type Platform } from '../../shared/thread/platform';

/** Node's decoder and hash, for reading mail. */
export const platform: Platform = platformOf(TextDecoder, (bytes) => createHash('sha256').update(bytes).digest('hex'));
