import { expect } from 'vitest';
import { fuzz, mutated } from '../../shared/testing/fuzz';
import { readKeymap } from './keymap';

const FILES = [
  '{"single": false, "keys": {"record.call": ["Shift+c", "F6"]}}\n',
  '{\n  "keys": {\n    "view.matrix": ["Alt+2"],\n    "record.undo": []\n  }\n}\n',
];

fuzz('keys', mutated(FILES), (bytes) => {
  const text = new TextDecoder().decode(bytes);
  const { keymap, mistakes } = readKeymap(text);
  for (const { message, file, line } of mistakes) {
    expect([message, file]).toEqual([expect.stringMatching(/\S/), 'keys.json']);
    if (line !== undefined) expect(line).toBeLessThanOrEqual(text.split('\n').length);
  }
  for (const keys of Object.values(keymap.changed)) for (const key of keys) expect(key).not.toBe('');
});
