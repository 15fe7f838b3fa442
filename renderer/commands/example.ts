import { makeOurs } from '../../shared/file/ours';
import { toWriter } from '../../shared/record/ids';
import { sha256Of } from '../../shared/record/sha256';
import { refusalText } from '../../shared/result';
import { logOf } from '../../shared/session/log';
import { readGavelText } from '../record/gavel-text';
import { keepAsNew, lookAt } from '../store/session-acts';
import { inTurn } from '../store/record';
import { say, sayIfRefused, showNotice } from '../store/screen';
import { getState } from '../store/store';
import { command } from './command';

export const exampleCommands = {
  'session.example': command({
    title: 'Look at the example',
    section: 'Session',
    line: 'example',
    run: async () => {
      // a module of its own, loaded when somebody looks: the page's scheme has no fetch
      const { default: text } = await import('../../assets/example.gavel?raw');
      const example = readGavelText('example.gavel', new TextEncoder().encode(text));
      if (!example.ok) {
        showNotice({ tone: 'error', text: refusalText(example.error) });
        return;
      }
      if (sayIfRefused(await lookAt(example.value.entries))) say('The example is read-only. Make it mine copies it.');
    },
  }),
  'session.make-mine': command({
    title: 'Make it mine',
    section: 'Session',
    when: { session: true },
    run: async () => {
      const { open } = getState();
      if (open === undefined) return;
      const writer = toWriter(crypto.getRandomValues(new Uint8Array(8)));
      const copy = makeOurs(logOf(open.session), writer, sha256Of);
      if (sayIfRefused(await inTurn(() => keepAsNew(copy)))) say('This copy is yours.');
    },
  }),
} as const;
