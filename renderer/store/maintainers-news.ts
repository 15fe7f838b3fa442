import { differences, type Difference } from '../../shared/maintainers/differences';
import type { Section } from '../../shared/maintainers/section';
import { personOf } from '../../shared/session/people';
import type { Session } from '../../shared/session/session';
import { subsystems, type Subsystem } from '../../shared/session/subsystems';

/** What a MAINTAINERS file says otherwise about a subsystem that is here under the title of one of its sections. */
export interface SectionNews {
  readonly subsystem: Subsystem;
  readonly section: Section;
  readonly differences: readonly Difference[];
}

/** The subsystems about which the file says something else; names alone, and reviewers, make no difference. */
export function newsOf(session: Session, sections: readonly Section[]): readonly SectionNews[] {
  const byTitle = new Map(sections.map((section) => [section.title, section]));
  return subsystems(session).flatMap((subsystem) => {
    const section = byTitle.get(subsystem.name);
    if (section === undefined) return [];
    const found = differences([asSection(session, subsystem)], [{ ...section, people: seats(section) }]);
    const real = found.filter(({ kind }) => kind !== 'person-changed');
    return real.length === 0 ? [] : [{ subsystem, section, differences: real }];
  });
}

function seats({ people }: Section): Section['people'] {
  return people.filter(({ role }) => role === 'M');
}

/** A subsystem as the section that it was made of, as far as the record knows it. */
function asSection(session: Session, { name, seats: handles, lists }: Subsystem): Section {
  const people = handles.map((handle) => {
    const person = personOf(session, handle);
    return {
      name: person.name ?? handle,
      ...(person.address === undefined ? {} : { address: person.address }),
      role: 'M' as const,
      line: 0,
    };
  });
  return {
    title: name,
    line: 0,
    people,
    lists: lists.map((address) => ({ address, line: 0 })),
    statuses: [],
    files: [],
    excluded: [],
    names: [],
    others: [],
  };
}
