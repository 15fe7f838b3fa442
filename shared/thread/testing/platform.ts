import { createHash } from 'node:crypto';
import { platformOf } from '../platform';

/** Node's. */
export const platform = platformOf(TextDecoder, (bytes) => createHash('sha256').update(bytes).digest('hex'));
