import { useMemo, useState } from 'react';
import { findSections, indexSections, type FoundBy } from '../../../shared/maintainers/find';
import type { Maintainers, Section } from '../../../shared/maintainers/section';
import { subsystemDrafts } from '../../../shared/maintainers/subsystem-draft';
import type { Slug } from '../../../shared/record/ids';
import type { ChosenSection } from '../../../shared/session/from-maintainers';
import { subsystems, type Subsystem } from '../../../shared/session/subsystems';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/field';
import { useSession } from '../../store/use-session';
import { close } from './close';

/** More letters lead further than more rows. */
const MOST = 40;
const BY: Readonly<Record<FoundBy, string>> = { title: '', path: 'by path', person: 'by person', list: 'by list' };

/** Sections of MAINTAINERS by a few letters, a path, a person or a list: those that are ticked become subsystems. */
export function MaintainersDialog({ name, file }: { readonly name: string; readonly file: Maintainers }) {
  const here = useSession(subsystems);
  const index = useMemo(() => indexSections(file.sections), [file]);
  const [typed, type] = useState('');
  const [chosen, choose] = useState<readonly Section[]>([]);
  const found = useMemo(() => findSections(index, typed), [index, typed]);
  const drafts = useMemo(() => draftsOf(chosen, here), [chosen, here]);
  const warnings = file.warnings.length;
  return (
    <DialogForm
      name="Subsystems from MAINTAINERS"
      submit="Add"
      ready={drafts.length > 0}
      draft={false}
      wide
      onClose={close}
      onSubmit={() => void run('maintainers.take', drafts)}
    >
      <TextField
        name="Find a section"
        autoFocus
        value={typed}
        placeholder="words of a title, a path, a person, a list"
        hint={`${String(found.length)} of ${String(file.sections.length)} sections of ${name}${warnings === 0 ? '' : `, ${String(warnings)} lines of it are odd (gavel maintainers names them)`}`}
        onChange={type}
      />
      <ul className="sections" aria-label="Sections">
        {found.slice(0, MOST).map(({ section, by }) => (
          <li key={section.line}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(section)}
                onChange={({ target }) => {
                  choose(target.checked ? [...chosen, section] : chosen.filter((each) => each !== section));
                }}
              />
              <span>{section.title === '' ? `Section in line ${String(section.line)}` : section.title}</span>{' '}
              <span className="meta">{about(section, BY[by])}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="meta" role="status" aria-label="Chosen sections">
        {drafts.length === 0
          ? 'None is chosen. Space ticks one.'
          : drafts.map(({ slug, seats }) => `#${slug} with ${String(seats.length)} seats`).join(', ')}
      </p>
    </DialogForm>
  );
}

function about({ people, lists, statuses }: Section, by: string): string {
  const maintainers = people.filter(({ role }) => role === 'M').map((person) => person.name ?? person.address ?? '');
  const first = maintainers.slice(0, 3).join(', ');
  return [
    maintainers.length === 0 ? 'no maintainer' : maintainers.length > 3 ? `${first} and more` : first,
    lists[0]?.address ?? '',
    statuses.join(' / '),
    by,
  ]
    .filter((bit) => bit !== '')
    .join(' · ');
}

/** A section that is a subsystem here already, by its name, is that one again: its seats and lists are brought up to date. */
function draftsOf(chosen: readonly Section[], here: readonly Subsystem[]): readonly ChosenSection[] {
  const known = new Map(here.map(({ name, slug }) => [name, slug]));
  return subsystemDrafts(chosen, new Set(here.map(({ slug }) => slug))).map(({ slug, name, lists, seats }) => ({
    // a proposed slug has the form of one
    slug: known.get(name) ?? (slug as Slug),
    name,
    lists,
    seats,
  }));
}
