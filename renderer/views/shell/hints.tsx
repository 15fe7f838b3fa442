import type { CommandId } from '../../commands/registry';
import type { Reviewing } from '../../store/review-state';
import { faceOf, reviewingNow, type Face, type Mode } from '../../store/state';
import { useStore } from '../../store/store';
import { STANCE_COMMANDS, useKeys } from '../use-keys';

/** Commands that are hinted at together, and what they do. */
type Hint = readonly [commands: readonly CommandId[], does: string];

const SET: Hint = [Object.values(STANCE_COMMANDS), 'set'];
const KEYS: Hint = [['help.keys'], 'keys'];
const FIND: Hint = [['go.find'], 'find or run'];

const NORMAL: Readonly<Record<Exclude<Face, 'review'>, readonly Hint[]>> = {
  live: [
    [['record.entry'], 'type'],
    [['move.down', 'move.up'], 'row'],
    SET,
    [['record.call'], 'call'],
    [['edit.undo'], 'undo'],
    KEYS,
  ],
  matrix: [
    [['move.left', 'move.down', 'move.up', 'move.right'], 'move'],
    SET,
    [['record.rationale'], 'edit'],
    [['record.object'], 'object'],
    [['view.find'], 'filter'],
    KEYS,
  ],
  rules: [
    [['rules.left', 'rules.down', 'rules.up', 'rules.right'], 'move'],
    [['rule.propose'], 'propose'],
    [['rule.amend'], 'amend'],
    [['rule.answer'], 'answer'],
    [['rule.ruling'], 'stands'],
    KEYS,
  ],
  summary: [
    [['summary.copy'], 'copy'],
    [['summary.save-eml'], 'save .eml'],
    [['summary.mail'], 'mail program'],
    [['summary.print'], 'print'],
    KEYS,
  ],
  thread: [
    [['mail.next', 'mail.previous'], 'mail'],
    [['mail.read'], 'lines'],
    [['mail.find'], 'search'],
    [['edit.undo'], 'undo'],
    KEYS,
  ],
};

const REVIEW: Readonly<Record<Reviewing, readonly Hint[]>> = {
  check: [
    [['review.next', 'review.previous'], 'next'],
    [['review.ok'], 'ok'],
    [['review.edit'], 'edit'],
    [['review.skip'], 'skip'],
    [['edit.undo'], 'undo'],
    KEYS,
  ],
  timeline: [
    [['review.next', 'review.previous'], 'line'],
    [['review.show'], 'replay'],
    [['review.edit'], 'edit'],
    [['timeline.find'], 'search'],
    KEYS,
  ],
  changes: [[['review.check'], 'to check'], [['review.timeline'], 'timeline'], FIND, KEYS],
};

const OTHER: Readonly<Record<Exclude<Mode, 'NORMAL'>, readonly Hint[]>> = {
  INSERT: [[['entry.leave'], 'normal'], [['entry.earlier'], 'history'], FIND, KEYS],
  LOG: [
    [['log.down', 'log.up'], 'line'],
    [['log.edit'], 'edit'],
    [['log.strike'], 'strike, restore'],
    [['log.leave'], 'leave'],
  ],
  COMMAND: [[['line.leave'], 'leave']],
};

/** What is over the view has keys of its own, and says which; those below it do nothing meanwhile. */
const LAYER: readonly Hint[] = [[['layer.close'], 'close']];

/** The keys that go on from here; after the first key of a chord, those that may follow it. */
export function Hints() {
  const mode = useStore((state) => state.mode);
  const face = useStore(faceOf);
  const reviewing = useStore(reviewingNow);
  const chord = useStore((state) => state.hint);
  const hasLayer = useStore((state) => state.overlays.length > 0);
  const hasSession = useStore((state) => state.open !== undefined);
  const key = useKeys();
  const typing = hasLayer || mode === 'INSERT' || mode === 'COMMAND' ? 'typing' : undefined;
  const here = face === 'review' ? REVIEW[reviewing] : NORMAL[face];
  const usual = hasLayer ? LAYER : mode !== 'NORMAL' ? OTHER[mode] : hasSession ? here : [];
  const hints =
    chord === undefined
      ? usual.map(([commands, does]) => ({ keys: commands.flatMap((id) => key(id, typing) ?? []).join(' '), does }))
      : chord.next.map((next) => ({ keys: next.key, does: next.title }));
  return (
    <span className="status__hints" aria-hidden="true">
      {chord === undefined ? null : <b>{chord.pressed}</b>}
      {mode === 'COMMAND' && !hasLayer ? (
        <span>
          <b>Tab</b>complete
        </span>
      ) : null}
      {hints.map(({ keys, does }) =>
        keys === '' ? null : (
          <span key={does}>
            <b>{keys}</b>
            {does}
          </span>
        ),
      )}
    </span>
  );
}
