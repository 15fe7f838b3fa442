import { useMemo, useState, type ReactNode } from 'react';
import type { Difference } from '../../../shared/maintainers/differences';
import { findSections, indexSections, type FoundBy } from '../../../shared/maintainers/find';
import type { Maintainers, Section, SectionPerson } from '../../../shared/maintainers/section';
import { subsystemDrafts } from '../../../shared/maintainers/subsystem-draft';
import { assertNever } from '../../../shared/result';
import type { Slug } from '../../../shared/record/ids';
import type { ChosenSection } from '../../../shared/session/from-maintainers';
import { subsystems, type Subsystem } from '../../../shared/session/subsystems';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/field';
import { newsOf } from '../../store/maintainers-news';
import { useStore } from '../../store/store';
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
  const open = useStore((state) => state.open);
  const news = useMemo(() => (open === undefined ? [] : newsOf(open.session, file.sections)), [open, file]);
  const warnings = file.warnings.length;
  return (
    <DialogForm
      name="Subsystems from MAINTAINERS"
      submit="Add"
      ready={drafts.length > 0}
      draft={false}
      wide
      onClose={close}
      onSubmit={() => run('maintainers.take', drafts)}
    >
      <TextField
        name="Find a section"
        autoFocus
        value={typed}
        placeholder="words of a title, a path, a person, a list"
        hint={`${String(found.length)} of ${String(file.sections.length)} sections of ${name}${warnings === 0 ? '' : `, ${String(warnings)} lines of it are odd (gavel maintainers names them)`}`}
        onChange={type}
      />
      {news.length === 0 || typed !== '' ? null : (
        <ul className="sections sections--few" aria-label="Differences">
          {news.map(({ subsystem, section, differences }) => (
            <li key={subsystem.slug}>
              <SectionTick section={section} chosen={chosen} choose={choose}>
                <b>#{subsystem.slug}</b> <span className="meta">{differences.map(differenceWords).join('; ')}</span>
              </SectionTick>
            </li>
          ))}
        </ul>
      )}
      <ul className="sections" aria-label="Sections">
        {found.slice(0, MOST).map(({ section, by }) => (
          <li key={section.line}>
            <SectionTick section={section} chosen={chosen} choose={choose}>
              <span>{section.title === '' ? `Section in line ${String(section.line)}` : section.title}</span>{' '}
              <span className="meta">{about(section, BY[by])}</span>
            </SectionTick>
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

interface SectionTickProps {
  readonly section: Section;
  readonly chosen: readonly Section[];
  readonly choose: (sections: readonly Section[]) => void;
  readonly children: ReactNode;
}

function SectionTick({ section, chosen, choose, children }: SectionTickProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={chosen.includes(section)}
        onChange={({ target }) => {
          choose(target.checked ? [...chosen, section] : chosen.filter((each) => each !== section));
        }}
      />
      {children}
    </label>
  );
}

/** What ticking the section would change. */
function differenceWords(difference: Difference): string {
  switch (difference.kind) {
    case 'vanished':
      return 'is gone from the file';
    case 'renamed':
      return `is called ${difference.to} now`;
    case 'person-added':
      return `new seat: ${calledIn(difference.person)}`;
    case 'person-removed':
      return `no seat any more: ${calledIn(difference.person)}`;
    case 'person-changed':
      return `${calledIn(difference.from)} is ${calledIn(difference.to)} now`;
    case 'list-added':
      return `new list: ${difference.list}`;
    case 'list-removed':
      return `no list any more: ${difference.list}`;
    default:
      return assertNever(difference);
  }
}

function calledIn({ name, address }: SectionPerson): string {
  return name ?? address ?? 'nobody';
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
