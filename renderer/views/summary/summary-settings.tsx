import type { Slug } from '../../../shared/record/ids';
import { sentSummaries } from '../../../shared/session/sent';
import { subsystems } from '../../../shared/session/subsystems';
import type { Envelope } from '../../../shared/summary/eml';
import { typedMailbox } from '../../../shared/summary/mailbox';
import type { PeopleAs } from '../../../shared/summary/pseudonyms';
import { run } from '../../commands/run';
import { CheckField, SelectField, TextField, type Choice } from '../../components/field';
import type { SummaryChoices } from '../../store/summary-choices';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { Answered } from './answered';

function choose(choices: Partial<SummaryChoices>): void {
  void run('summary.choose', choices);
}

const PEOPLE: readonly Choice<PeopleAs>[] = [
  { value: 'names', words: 'by name' },
  { value: 'initials', words: 'by initials' },
  { value: 'roles', words: 'by role and number' },
];

const FORM = 'summary-settings';

/** Puts the cursor into the setting of a name. */
export function focusSetting(name: string): void {
  const labels = document.getElementById(FORM)?.querySelectorAll('label') ?? [];
  for (const label of labels) if (label.textContent === name) label.control?.focus();
}

/** Who gets it, what it answers, and what it holds. */
export function SummarySettings({ envelope }: { readonly envelope: Envelope }) {
  const choices = useStore((state) => state.summary);
  return (
    <form
      id={FORM}
      className="summary__settings"
      aria-label="What the mail holds"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <TextField
        name="To"
        value={choices.to ?? envelope.to.map(typedMailbox).join(', ')}
        placeholder="ksummit@lists.linux.dev"
        onChange={(to) => choose({ to })}
      />
      <TextField name="Cc" value={choices.cc ?? ''} onChange={(cc) => choose({ cc })} />
      <TextField
        name="From"
        value={choices.from ?? typedMailbox(envelope.from)}
        placeholder="Name <address>"
        onChange={(from) => choose({ from })}
      />
      <Answered />
      <div>
        <CheckField name="rationales" checked={choices.rationales} onChange={(rationales) => choose({ rationales })} />
        <CheckField name="log" checked={choices.log ?? false} onChange={(log) => choose({ log })} />
        <CheckField name="ASCII only" checked={choices.ascii} onChange={(ascii) => choose({ ascii })} />
      </div>
      <SelectField
        name="People"
        value={choices.people ?? 'names'}
        choices={PEOPLE}
        onChange={(people) => choose({ people })}
      />
      <Since since={choices.since} />
      <ChooseSubsystems chosen={choices.subsystems} />
    </form>
  );
}

/** From which version on changes are told: there is a choice only where one went out. */
function Since({ since }: { readonly since: number | undefined }) {
  // versions of an extract are counted apart
  const versions = useSession(sentSummaries).filter(({ subsystem }) => subsystem === undefined);
  const last = versions.at(-1)?.version;
  if (last === undefined) return null;
  const choices = [
    { value: '0', words: 'none' },
    ...versions.map(({ version }) => ({ value: String(version), words: `since version ${String(version)}` })),
  ];
  return (
    <SelectField
      name="Changes"
      value={String(since ?? last)}
      choices={choices}
      hint={`This is version ${String(last + 1)}.`}
      onChange={(value) => choose({ since: Number(value) })}
    />
  );
}

function ChooseSubsystems({ chosen }: { readonly chosen: readonly Slug[] | undefined }) {
  const all = useSession(subsystems);
  const slugs = all.map(({ slug }) => slug);
  const now = chosen ?? slugs;
  return (
    <fieldset>
      <legend className="field__name">
        Subsystems: {now.length} of {slugs.length}
      </legend>
      {all.map(({ slug, name }) => (
        <CheckField
          key={slug}
          name={
            <>
              <span className="slug">{slug}</span> <span className="meta cut">{name === slug ? '' : name}</span>
            </>
          }
          checked={now.includes(slug)}
          onChange={(checked) => {
            const next = slugs.filter((each) => (each === slug ? checked : now.includes(each)));
            choose({ subsystems: next });
          }}
        />
      ))}
    </fieldset>
  );
}
