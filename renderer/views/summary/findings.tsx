import type { Finding } from '../../../shared/summary/finding';
import { lintInSteps } from '../../../shared/summary/lint';
import { run } from '../../commands/run';
import { Act } from '../../components/button';
import { Glyph } from '../../components/glyph';
import type { SummaryMail } from '../../store/summary-mail';
import { useStore } from '../../store/store';

/** A mail with what it lacks. */
interface Checked {
  readonly mail: SummaryMail;
  readonly findings: readonly Finding[];
}

/** Looks through a mail in steps. */
export function* checking(mail: SummaryMail): Generator<void, Checked> {
  return { mail, findings: yield* lintInSteps(mail) };
}

interface FindingsProps {
  /** undefined until the first one was looked through */
  readonly checked: Checked | undefined;
  readonly onLines: (line: number) => void;
  readonly onSetting: (name: string) => void;
}

/** What the mail lacks before it can go out, each with the way out of it: a fix, or the place where it is mended. */
export function Findings({ checked, onLines, onSetting }: FindingsProps) {
  if (checked === undefined) return <p className="summary__fine meta">Being checked.</p>;
  const { mail, findings } = checked;
  const stops = findings.filter(({ weight }) => weight === 'stop').length;
  if (findings.length === 0) return <p className="summary__fine meta">Nothing is in its way.</p>;
  return (
    <details className="summary__findings" open={stops > 0}>
      <summary>
        {stops === 0 ? null : (
          <span className="objs">
            <Glyph name="objection" />
            {stops} in its way
          </span>
        )}
        <span className="meta">{findings.length - stops} to look at</span>
      </summary>
      <ul aria-label="What it lacks">
        {findings.map((finding, at) => (
          <Row key={at} finding={finding} mail={mail} onLines={onLines} onSetting={onSetting} />
        ))}
      </ul>
    </details>
  );
}

interface RowProps extends Omit<FindingsProps, 'checked'> {
  readonly finding: Finding;
  readonly mail: SummaryMail;
}

function Row(row: RowProps) {
  const { weight, text, way } = row.finding;
  return (
    <li>
      <span className={weight === 'stop' ? 'objs' : 'meta'}>
        <Glyph name={weight === 'stop' ? 'objection' : 'no-call'} />
      </span>
      <span>
        {text} <span className="meta">{way}</span>
      </span>
      <Way {...row} />
    </li>
  );
}

/** What to press: the fix where the program can make it, else the way to where a person does. */
function Way({ finding, mail, onLines, onSetting }: RowProps) {
  const typedCc = useStore((state) => state.summary.cc);
  const { kind, entries, lines, subsystem, setting } = finding;
  const [line] = lines;
  const [entry] = entries;
  if (kind === 'recipients' && subsystem !== undefined) {
    const lists = listsIn(finding);
    const cc = typedCc ?? (mail.envelope.cc ?? []).filter((each) => typeof each === 'string').join(', ');
    return (
      <Act
        label={`Add ${lists.join(', ')} to Cc`}
        onPress={() => void run('summary.choose', { cc: [cc, ...lists].filter((each) => each !== '').join(', ') })}
      >
        add to Cc
      </Act>
    );
  }
  if ((kind === 'call-without-statement' || kind === 'call-without-reason') && subsystem !== undefined) {
    return <Act onPress={() => void run('record.call', { subsystem })}>write it</Act>;
  }
  if (setting !== undefined) return <Act onPress={() => onSetting(setting)}>go to {setting}</Act>;
  if (kind === 'size') return <Act onPress={() => void run('summary.save-mbox')}>save in parts</Act>;
  if (entry !== undefined) return <Act onPress={() => void run('timeline.show', entry)}>show the line</Act>;
  if (line !== undefined) return <Act onPress={() => onLines(line)}>show in the mail</Act>;
  if (subsystem !== undefined) return <Act onPress={() => void showSubsystem(subsystem)}>show</Act>;
  return null;
}

/** The lists that a finding says do not get the mail. */
function listsIn({ text }: Finding): readonly string[] {
  return text.match(/[^\s,<>]+@[^\s,<>]+/g) ?? [];
}

async function showSubsystem(subsystem: Exclude<Finding['subsystem'], undefined>): Promise<void> {
  await run('select.subsystem', subsystem);
  await run('view.live');
}
