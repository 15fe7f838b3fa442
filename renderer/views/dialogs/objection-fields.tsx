import { endOf } from '../../../shared/capture/dates';
import type { Instant } from '../../../shared/record/ids';
import { ok, refuse, type Result } from '../../../shared/result';
import { meetingOf } from '../../../shared/session/meeting';
import { TextArea, TextField } from '../../components/field';
import { useSession } from '../../store/use-session';

export const EMPTY_OBJECTION = { reason: '', remedy: '', until: '' };

interface ObjectionFieldsProps {
  readonly form: typeof EMPTY_OBJECTION;
  readonly change: (changes: Partial<typeof EMPTY_OBJECTION>) => void;
  readonly wrongEnd: boolean;
  /** what a hold ends at as it stands */
  readonly endsNow?: string;
}

/** The words of an objection: why, what would remove it, and until when, where it asks for time. */
export function ObjectionFields({ form, change, wrongEnd, endsNow }: ObjectionFieldsProps) {
  return (
    <>
      <TextArea
        name="Reason"
        autoFocus
        value={form.reason}
        hint="Without one it is recorded, and does not block until it has one."
        onChange={(reason) => change({ reason })}
      />
      <TextArea name="What would remove it" rows={2} value={form.remedy} onChange={(remedy) => change({ remedy })} />
      <TextField
        name="Hold until"
        value={form.until}
        placeholder="20m, 7d, 2024-09-24"
        hint={
          endsNow === undefined
            ? 'Only where somebody asks for time: it blocks until then, and no longer.'
            : `It is a hold until ${endsNow}. Another end takes its place; - takes it off.`
        }
        wrong={wrongEnd ? `"${form.until}" is not a time. For example 20m, 7d, 2024-09-24.` : undefined}
        onChange={(until) => change({ until })}
      />
    </>
  );
}

/** When a hold ends that is typed as `20m`, `7d` or a date; undefined where nothing is typed. */
export function useHoldEnd(typed: string): Result<Instant | undefined> {
  const text = typed.trim();
  const end = useSession((session, asOf) => endOf(text, asOf, meetingOf(session)?.zone ?? 'UTC'));
  if (text === '') return ok(undefined);
  return end === undefined ? refuse('That is not a time.') : ok(end);
}
