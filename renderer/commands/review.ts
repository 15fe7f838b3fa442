import { draftKey } from '../store/drafts';
import { sayWhyNot, say, showView } from '../store/screen';
import { selectRow, selectSubsystem } from '../store/select';
import type { State } from '../store/state';
import { getState } from '../store/store';
import { choicesOf, decideWording } from '../store/triage-acts';
import { changeTriage, currentItem, entryOf, nextItem, triageItems, wordingOf, type TriageItem } from '../store/triage';
import { chosenLine, moveLine } from './timeline';
import { command, commandWith, type Command, type Condition, type Context } from './command';
import { record } from './recording';

const TRIAGE: Condition = { session: true, views: ['review'], modes: ['NORMAL'], layer: false };
const WRITES: Condition = { ...TRIAGE, writable: true };
const STANCES = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain'] as const;

/** Whether Review shows what is to check: its keys are triage's then, else the Timeline's. */
function isTriage({ reviewing, replay }: State = getState()): boolean {
  return reviewing === 'check' && replay === undefined;
}

/** The thing that triage is at; none where another face of Review is shown. */
function current(state: State = getState()): TriageItem | undefined {
  if (!isTriage(state)) return undefined;
  return currentItem(triageItems(state), state.triage);
}

/** Steps through the list; a key at its end stays there. */
function mover(title: string, keys: readonly string[], by: number): Command<undefined> {
  return command({
    title,
    section: 'Go',
    moves: true,
    keys,
    when: TRIAGE,
    run: () => {
      if (!isTriage()) {
        moveLine(by);
        return;
      }
      const items = triageItems(getState());
      const item = current();
      const at = item === undefined ? 0 : items.indexOf(item) + by;
      changeTriage({ at: items[Math.max(0, Math.min(items.length - 1, at))]?.key, editing: false });
    },
  });
}

/** Goes on to what nobody looked at yet. */
function goOn(from: TriageItem, ok: ReadonlySet<string>): void {
  const next = nextItem(triageItems(getState()), from.key, ok);
  changeTriage({ ok, editing: false, ...(next === undefined ? {} : { at: next.key }) });
}

/** Records something for an item, and goes on to the next. The item itself is gone then, or is looked at. */
async function recordFor(item: TriageItem, decide: Parameters<typeof record>[0], from?: string): Promise<void> {
  const { triage } = getState();
  const next = nextItem(triageItems(getState()), item.key, triage.ok);
  if (!(await record(decide, from === undefined ? {} : { from }))) return;
  changeTriage({ editing: false, ...(next === undefined ? {} : { at: next.key }) });
}

/** A digit chooses: between what two scribes recorded, or the stance that a mail takes. */
function chooser(digit: 1 | 2 | 3 | 4): Command<undefined> {
  return command({
    title: `Choose the ${['first', 'second', 'third', 'fourth'][digit - 1] ?? ''}`,
    section: 'Record',
    keys: [String(digit)],
    when: WRITES,
    run: async (_, context) => {
      const { open } = getState();
      const item = current();
      if (open === undefined || item === undefined) return;
      if (item.what === 'suggestion') {
        await confirm(item, digit, context);
        return;
      }
      const choice = choicesOf(open.session, item)[digit - 1];
      if (choice === undefined) sayWhyNot({ message: 'There is nothing to choose under that digit here.' });
      else await recordFor(item, choice.decide);
    },
  });
}

async function confirm(item: TriageItem & { what: 'suggestion' }, digit: number, { run }: Context): Promise<void> {
  const { open, selection } = getState();
  const { personIn, subsystemFor } = await import('../store/suggested');
  const person = open === undefined ? undefined : personIn(open.session, item.suggestion.who);
  const subsystem = open === undefined ? undefined : subsystemFor(open.session, selection.subsystem);
  if (person === undefined) sayWhyNot({ message: 'Who wrote that is no participant yet.' });
  else if (subsystem === undefined) sayWhyNot({ message: 'Add a subsystem first.' });
  else {
    const { suggestion } = item;
    await run('suggestion.confirm', { suggestion, who: person.handle, subsystem, stance: STANCES[digit - 1] });
  }
}

export const reviewCommands = {
  'review.next': mover('Next thing to check, next line', ['j', 'ArrowDown'], 1),
  'review.previous': mover('Previous thing to check, previous line', ['k', 'ArrowUp'], -1),
  'review.first': mover('First thing to check, first line', ['g g', 'Home'], -Infinity),
  'review.last': mover('Last thing to check, last line', ['Shift+g', 'End'], Infinity),
  'review.ok': command({
    title: 'Looked at, and right as it is',
    section: 'Go',
    keys: ['y'],
    when: TRIAGE,
    run: () => {
      const item = current();
      if (item !== undefined) goOn(item, new Set([...getState().triage.ok, item.key]));
    },
  }),
  'review.skip': command({
    title: 'Leave it for later',
    section: 'Go',
    keys: ['s'],
    when: TRIAGE,
    run: () => {
      const item = current();
      if (item !== undefined) goOn(item, getState().triage.ok);
    },
  }),
  'review.edit': command({
    title: 'Write what is missing; edit the line',
    section: 'Record',
    keys: ['e'],
    when: WRITES,
    run: async (_, { run }) => {
      if (getState().reviewing === 'timeline') {
        await run('log.edit', chosenLine());
        return;
      }
      const item = current();
      if (item === undefined) return;
      if (item.what === 'wrong-person') await run('record.settle', { objection: item.objection.id });
      else if (wordingOf(item) === undefined) await run('review.show', undefined);
      else changeTriage({ at: item.key, editing: true });
    },
  }),
  'review.keep-wording': commandWith<string>({
    title: 'Record what was written',
    section: 'Record',
    when: { session: true, writable: true },
    run: async (text) => {
      const { open } = getState();
      const item = current();
      const decide = item === undefined ? undefined : decideWording(item, text);
      if (open === undefined || item === undefined || decide === undefined) return;
      if (text.trim() === '') sayWhyNot({ message: 'Nothing is written yet.' });
      else await recordFor(item, decide, draftKey.wording(open.id, item.key));
    },
  }),
  'review.choose-1': chooser(1),
  'review.choose-2': chooser(2),
  'review.choose-3': chooser(3),
  'review.choose-4': chooser(4),
  'review.dismiss': command({
    title: 'It is none: dismiss it',
    section: 'Record',
    keys: ['x'],
    when: WRITES,
    run: async (_, { run }) => {
      const item = current();
      if (item?.what === 'suggestion') await run('suggestion.dismiss', item.suggestion);
      else if (item?.what === 'same') await run('people.not-same', item.proposal);
      else sayWhyNot({ message: 'Only what is proposed can be dismissed. What is right is marked as looked at.' });
    },
  }),
  'review.show': command({
    title: 'Show where it stands; replay up to the line',
    section: 'Go',
    keys: ['Enter'],
    when: TRIAGE,
    run: async (_, { run }) => {
      if (!isTriage()) {
        await run('timeline.replay');
        return;
      }
      const item = current();
      const entry = item === undefined ? undefined : entryOf(item);
      if (item?.what === 'suggestion' || item?.what === 'mail-answer') {
        await run('mail.select', item.what === 'suggestion' ? item.suggestion.message : item.mail.id);
        await run('view.thread');
      } else if (entry !== undefined && 'subsystem' in entry && entry.subsystem !== undefined) {
        selectSubsystem(entry.subsystem);
        if ('who' in entry && typeof entry.who === 'string') selectRow(entry.who);
        showView('live');
      } else say('It stands nowhere else than here.');
    },
  }),
  'review.select': commandWith<string>({
    title: 'Show a thing to check',
    section: 'Go',
    run: (at) => {
      changeTriage({ at, editing: false });
    },
  }),
  'review.editing': commandWith<boolean>({
    title: 'Begin or leave writing',
    section: 'Go',
    run: (editing) => {
      changeTriage({ editing });
    },
  }),
} as const;
