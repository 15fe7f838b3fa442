import { useMemo, useState } from 'react';
import { withMarks } from '../../../shared/thread/look-alike';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/field';
import { authorsOf, type AuthorProposal } from '../../store/authors';
import { useStore } from '../../store/store';
import { DOUBTS } from '../thread/author-words';
import { close } from './close';

/** Those who wrote the mails and are no participants yet; whoever is ticked becomes one. */
export function AuthorsDialog() {
  const open = useStore((state) => state.open);
  const mails = useStore((state) => state.mails);
  const all = useMemo(() => (open === undefined ? [] : authorsOf(open.session, mails)), [open, mails]);
  const [typed, type] = useState('');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const shown = all.filter((author) => fits(author, typed));
  const taken = all.filter(({ person }) => chosen.has(person.key));
  const toggle = (keys: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    choose(next);
  };
  return (
    <DialogForm
      name="Participants from the thread"
      submit="Add"
      ready={taken.length > 0}
      draft={false}
      wide
      onClose={close}
      onSubmit={() =>
        run(
          'people.add-authors',
          taken.map(({ outsider }) => outsider),
        )
      }
    >
      <TextField
        name="Find somebody"
        autoFocus
        value={typed}
        placeholder="a name or an address"
        hint={`${String(shown.length)} of ${String(all.length)} who wrote and are no participants by address`}
        onChange={type}
      />
      {shown.length === 0 ? null : (
        <ul className="sections" aria-label="Authors">
          <li>
            <label>
              <input
                type="checkbox"
                checked={shown.every(({ person }) => chosen.has(person.key))}
                onChange={({ target }) => {
                  toggle(
                    shown.map(({ person }) => person.key),
                    target.checked,
                  );
                }}
              />
              <span className="meta">all that are shown</span>
            </label>
          </li>
          {shown.map(({ person, namesake, looksAlike }) => (
            <li key={person.key}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.has(person.key)}
                  onChange={({ target }) => {
                    toggle([person.key], target.checked);
                  }}
                />
                <span>{withMarks(person.name ?? person.address ?? '')}</span>{' '}
                <span className="meta">{remarks({ person, namesake, looksAlike })}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </DialogForm>
  );
}

function fits({ person: { name = '', address = '' } }: AuthorProposal, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return `${name} ${address}`.toLowerCase().includes(wanted);
}

function remarks({
  person,
  namesake,
  looksAlike,
}: Pick<AuthorProposal, 'person' | 'looksAlike'> & { readonly namesake: string | undefined }): string {
  const { name, address, masked, viaReplyTo, doubts, mails } = person;
  return [
    name === undefined ? undefined : address,
    `${String(mails)} ${mails === 1 ? 'mail' : 'mails'}`,
    masked === true ? 'address cut by an archive: added without it' : undefined,
    viaReplyTo === true ? 'from Reply-To' : undefined,
    namesake === undefined ? undefined : `perhaps @${namesake}, who has the same name`,
    looksAlike ? 'looks like another name' : undefined,
    ...doubts.filter((doubt) => doubt !== 'look-alike').map((doubt) => DOUBTS[doubt]),
  ]
    .filter((bit) => bit !== undefined)
    .join(' · ');
}
