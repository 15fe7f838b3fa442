import { expect } from 'vitest';
import { lineOf, parseLine } from '../record/canon';
import type { Handle, Writer } from '../record/ids';
import { fuzz, mutated } from '../testing/fuzz';
import { complete } from './complete';
import { readLine } from './read-line';
import { room } from './testing/room';

const LINES = [
  '@p7 #isp usr ~pass -- works today // if nearly all features are open',
  '@p7 #isp usr for suse via @jason from <a@host.example> said 2024-07-25T09:26Z',
  '@p2 obj #uvc -- unreadable // unless the layout is in the tree',
  '@p2 hold 20m #uvc',
  'address 3 -- answer',
  '@p5 dispute 3 -- why',
  '@kuba rule 7 against 4 -- text',
  '@p5 rule 3 #gpu ~yes -- why // if so',
  'rule 3 #drm except -- scope // because why',
  '? @dan @jason #fwctl -- whose policy applies?',
  'call rough std #uvc -- statement // because ...',
  'call defer #isp to media summit',
  'poll -- question : option : option',
  'q+ @p9 question -- usbfs?',
  'todo? @james #fwctl by 2024-10-01 -- BoF',
  '+ @p41 -- Name <address@host.example>, affiliation',
  '+ #isp2 of media affects netdev seats @p1,@p2 -- Camera ISPs',
  's/works/runs/',
];
const { session } = room().type('#uvc', '@p1 std -- works', '@p2 obj -- no // unless yes');
const decoder = new TextDecoder();

fuzz('a typed line', mutated(LINES), (bytes) => {
  const line = decoder.decode(bytes);
  const env = { now: Date.UTC(2024, 8, 18), by: 'scribe' as Handle, writer: 'fuzzaaaa' as Writer };
  const reading = readLine(session, line, { add: 'always' }, env);
  if (reading.kind === 'record')
    for (const entry of reading.entries) expect(parseLine(lineOf(entry))).toMatchObject({ ok: true });
  else expect(reading.code).toMatch(/^E-/);
  complete(session, line, line.length, { add: 'ask' });
});
