import { subsystems } from '../../../shared/session/subsystems';
import type { Slug } from '../../../shared/record/ids';
import type { Envelope } from '../../../shared/summary/eml';
import { run } from '../../commands/run';
import { CheckField, TextField } from '../../components/field';
import type { SummaryChoices } from '../../store/state';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';

function choose(choices: Partial<SummaryChoices>): void {
  void run('summary.choose', choices);
}

/** A mailbox as one types it. */
function typed(mailbox: Envelope['from']): string {
  if (typeof mailbox === 'string') return mailbox;
  return mailbox.name === undefined ? mailbox.address : `${mailbox.name} <${mailbox.address}>`;
}

/** Who gets it, and what it holds. */
export function SummarySettings({ envelope }: { readonly envelope: Envelope }) {
  const choices = useStore((state) => state.summary);
  return (
    <form
      className="summary__settings"
      aria-label="What the mail holds"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <TextField
        name="To"
        value={choices.to ?? envelope.to.map(typed).join(', ')}
        placeholder="ksummit@lists.linux.dev"
        onChange={(to) => choose({ to })}
      />
      <TextField name="Cc" value={choices.cc ?? ''} onChange={(cc) => choose({ cc })} />
      <TextField
        name="From"
        value={choices.from ?? typed(envelope.from)}
        placeholder="Name <address>"
        onChange={(from) => choose({ from })}
      />
      <div>
        <CheckField name="rationales" checked={choices.rationales} onChange={(rationales) => choose({ rationales })} />
        <CheckField name="ASCII only" checked={choices.ascii} onChange={(ascii) => choose({ ascii })} />
      </div>
      <ChooseSubsystems chosen={choices.subsystems} />
    </form>
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
