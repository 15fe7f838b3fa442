import { withoutPrivate } from '../../shared/file/share';
import { writingFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { meetingOf } from '../../shared/session/meeting';
import { ask } from '../bridge/bridge';
import { newestSnapshot } from '../record/snapshots';
import { closeWhenSaved } from '../store/closing';
import { madeBeside } from '../store/made-beside';
import { allLines } from '../store/saved';
import { say, sayIfRefused } from '../store/screen';
import { getState } from '../store/store';
import { command, type Condition } from './command';
import { fileNameOf } from './file-name';
import { snapshotWords } from './snapshot-words';

const SESSION: Condition = { session: true };

async function save(entries: readonly AnyEntry[]): Promise<void> {
  const { open } = getState();
  if (open === undefined) return;
  const suggestedName = `${fileNameOf(meetingOf(open.session)?.title ?? 'session')}.gavel`;
  const made = await madeBeside('Making the copy', writingFile(entries, sha256Of), entries.length);
  if (!sayIfRefused(made)) return;
  if (made.value === undefined) {
    say('Cancelled. No copy was saved.');
    return;
  }
  const saved = await ask('file-save', { suggestedName, text: made.value });
  if (sayIfRefused(saved) && saved.value !== undefined) say(`Saved a copy: ${saved.value.path}`);
}

export const saveCommands = {
  'file.save-copy': command({
    title: 'Save a copy, private notes included',
    section: 'File',
    keys: ['$mod+s'],
    whileTyping: true,
    when: SESSION,
    line: 'save',
    run: () => save(allLines()),
  }),
  'file.save-share': command({
    title: 'Save a file for others, without private notes',
    section: 'File',
    when: SESSION,
    run: () => save(withoutPrivate(allLines())),
  }),
  'app.close': command({
    title: 'Close the window',
    section: 'File',
    line: 'q',
    run: closeWhenSaved,
  }),
  'file.where': command({
    title: 'Where this session lives',
    section: 'File',
    when: SESSION,
    line: 'w',
    run: async () => {
      const { hello, saved, open } = getState();
      const snapshot = await newestSnapshot(open?.id);
      const when =
        saved.kind === 'saved'
          ? `Saved by itself${saved.at === undefined ? '' : ` at ${saved.at.slice(11, 19)} UTC`}`
          : 'Not saved yet';
      const also = snapshot === undefined ? 'no snapshot yet' : `snapshot ${snapshotWords(snapshot, Date.now())}`;
      say(`${when}. It lives in ${hello?.dataFolder ?? 'this browser'}; ${also}; Save a copy makes another.`);
    },
  }),
} as const;
