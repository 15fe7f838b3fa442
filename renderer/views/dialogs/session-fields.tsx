import { isDay, isHandle, toKey } from '../../../shared/record/ids';
import { isZone } from '../../../shared/record/zone';
import { USUAL_MINUTES } from '../../../shared/session/gaps';
import type { MeetingChanges, MeetingInput } from '../../../shared/session/meeting';
import { TextArea, TextField } from '../../components/field';

/** What is known of a sitting, as texts. */
export interface SessionForm extends Readonly<Record<string, string>> {
  readonly title: string;
  readonly question: string;
  readonly heldOn: string;
  readonly place: string;
  readonly zone: string;
  readonly chair: string;
  readonly gap: string;
}

/** `zone`: what is proposed where none is known. */
export function formOf(meeting: Partial<MeetingInput> | undefined, zone = ''): SessionForm {
  return {
    title: meeting?.title ?? '',
    question: meeting?.question ?? '',
    heldOn: (meeting?.heldOn ?? []).join(' '),
    place: meeting?.place ?? '',
    zone: meeting?.zone ?? zone,
    chair: meeting?.chair ?? '',
    gap: String(meeting?.gapMinutes ?? ''),
  };
}

interface SessionFieldsProps {
  readonly form: SessionForm;
  readonly change: (changes: Partial<SessionForm>) => void;
}

export function SessionFields({ form, change }: SessionFieldsProps) {
  const { heldOn, zone, chair, gap } = wrongIn(form);
  return (
    <>
      <TextField
        name="Title"
        autoFocus
        value={form.title}
        placeholder="Device passthrough"
        onChange={(title) => change({ title })}
      />
      <TextArea
        name="Question"
        rows={2}
        value={form.question}
        hint="What the room is asked."
        onChange={(question) => change({ question })}
      />
      <div className="dialog__pair">
        <TextField name="Place" value={form.place} placeholder="Vienna" onChange={(place) => change({ place })} />
        <TextField
          name="Days"
          value={form.heldOn}
          placeholder="2024-09-17"
          wrong={heldOn}
          onChange={(to) => change({ heldOn: to })}
        />
        <TextField name="Time zone" value={form.zone} wrong={zone} onChange={(to) => change({ zone: to })} />
        <TextField
          name="Chair"
          value={form.chair}
          placeholder="ana"
          hint="A handle. Absent: the scribe speaks for the chair."
          wrong={chair}
          onChange={(to) => change({ chair: to })}
        />
        <TextField
          name="Gap after"
          value={form.gap}
          placeholder={String(USUAL_MINUTES)}
          hint="Minutes without a record while somebody speaks."
          wrong={gap}
          onChange={(to) => change({ gap: to })}
        />
      </div>
    </>
  );
}

/** What is wrong with a field, by its name. */
function wrongIn({
  heldOn,
  zone,
  chair,
  gap,
}: SessionForm): Partial<Record<'heldOn' | 'zone' | 'chair' | 'gap', string>> {
  const days = heldOn.split(/[\s,]+/).filter((day) => day !== '');
  const notDay = days.find((day) => !isDay(day));
  return {
    ...(notDay === undefined ? {} : { heldOn: `"${notDay}" is not a day. For example 2024-09-17.` }),
    ...(zone.trim() === '' || isZone(zone.trim())
      ? {}
      : { zone: `"${zone.trim()}" is not a zone. For example Europe/Vienna.` }),
    ...(chair.trim() === '' || isHandle(handleIn(chair))
      ? {}
      : { chair: 'A handle has lower-case letters, digits and . _ -' }),
    ...(gap.trim() === '' || minutesIn(gap) !== undefined
      ? {}
      : { gap: `"${gap.trim()}" is not a number of minutes. For example 10.` }),
  };
}

function handleIn(text: string): string {
  const bare = text.trim().replace(/^@/, '');
  return isHandle(bare) ? bare : (toKey(bare) ?? '');
}

function minutesIn(text: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : undefined;
}

/** The form as input, where nothing is wrong with it. */
export function meetingIn(form: SessionForm): MeetingInput | undefined {
  if (form.title.trim() === '' || Object.keys(wrongIn(form)).length > 0) return undefined;
  const days = form.heldOn.split(/[\s,]+/).filter(isDay);
  const chair = handleIn(form.chair);
  const gapMinutes = minutesIn(form.gap);
  const text = (field: 'question' | 'place' | 'zone') =>
    form[field].trim() === '' ? {} : { [field]: form[field].trim() };
  return {
    title: form.title.trim(),
    ...text('question'),
    ...text('place'),
    ...text('zone'),
    ...(days.length === 0 ? {} : { heldOn: days }),
    ...(isHandle(chair) ? { chair } : {}),
    ...(gapMinutes === undefined ? {} : { gapMinutes }),
  };
}

/** The form of a session that is there, as changes: a field that was emptied is cleared. */
export function changesIn(form: SessionForm): MeetingChanges | undefined {
  const meeting = meetingIn(form);
  return meeting === undefined ? undefined : { ...EMPTIED, ...meeting };
}

/** Every field of the form that a session can do without. */
const EMPTIED = {
  question: undefined,
  heldOn: undefined,
  place: undefined,
  zone: undefined,
  chair: undefined,
  gapMinutes: undefined,
} satisfies MeetingChanges;
