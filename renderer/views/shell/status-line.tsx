import { inZone } from '../../../shared/record/zone';
import { meetingOf } from '../../../shared/session/meeting';
import { Act } from '../../components/button';
import { runById } from '../../commands/run';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useClock } from '../use-clock';
import { CommandLine } from './command-line';
import { Hints } from './hints';

/** The mode, where one is, what was just done or refused, and the keys that go on from here. */
export function StatusLine() {
  const mode = useStore((state) => state.mode);
  return (
    <footer className="status">
      <span className="status__mode">{mode}</span>
      <Place />
      <Echo hidden={mode === 'COMMAND'} />
      {mode === 'COMMAND' ? <CommandLine /> : null}
      <Hints />
      <Clock />
    </footer>
  );
}

function Place() {
  const slug = useStore((state) => state.selection.subsystem);
  const view = useStore((state) => state.view);
  const title = useSession((session) => meetingOf(session)?.title);
  if (title === undefined) return null;
  const word = title.split(/\s+/).at(-1) ?? title;
  return <span>{`${word.toLowerCase()}/${view === 'live' ? (slug ?? view) : view}`}</span>;
}

/**
 * The echo area. It is there before anything is said, so that screen readers hear the first words too; what is said
 * again in the same words is another element, so that it is heard again. None of it moves the focus.
 */
function progressWords({ what, done, of, unit }: NonNullable<State['progress']>): string {
  return of === 0 ? what : `${what}: ${String(done)} of ${String(of)} ${unit ?? ''}`.trimEnd();
}

function Echo({ hidden }: { readonly hidden: boolean }) {
  const message = useStore((state) => state.message);
  const progress = useStore((state) => state.progress);
  const words = progress === undefined ? message?.text : progressWords(progress);
  const cancel = progress?.cancel;
  return (
    <>
      {/* before the words, whose length changes: a button that moves can't be pressed */}
      {cancel === undefined ? null : <Act onPress={() => void runById(cancel)}>Cancel</Act>}
      <span
        className={hidden ? 'vh' : 'status__echo'}
        role="status"
        aria-label="Echo"
        // a dialog hides what is behind it, but for what says of itself that it is live
        aria-live="polite"
        data-tone={message?.tone === 'error' ? 'bad' : undefined}
      >
        <span key={message?.nth}>{words}</span>
      </span>
    </>
  );
}

/** The time of day here; while a session is replayed, the moment that is shown, in the session's zone as all its times. */
function Clock() {
  const asOf = useStore((state) => state.asOf);
  const replayed = useStore((state) => state.replay !== undefined);
  const { zone } = useClock();
  return <time dateTime={asOf}>{replayed ? inZone(asOf, zone).slice(11) : clock.format(Date.parse(asOf))}</time>;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
