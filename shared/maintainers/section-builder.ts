import { patternProblem } from './pattern';
import { isAddress, listIn, personIn } from './person';
import type { Field, Section, SectionList, SectionPerson } from './section';

/** Tells of something odd in a line, 1-based. */
export type Warn = (line: number, text: string) => void;

/** A section while it is read: the section that it will be, and the line before. */
export interface SectionBuilder {
  readonly section: Section & {
    readonly people: SectionPerson[];
    readonly lists: SectionList[];
    readonly statuses: string[];
    readonly files: string[];
    readonly excluded: string[];
    readonly names: string[];
    readonly others: Field[];
  };
  /** the P line directly before, which in files of 2005 holds the name of the next M line's person */
  named: Field | undefined;
}

export function sectionBuilder(title: string, line: number): SectionBuilder {
  return {
    section: { title, line, people: [], lists: [], statuses: [], files: [], excluded: [], names: [], others: [] },
    named: undefined,
  };
}

/** Puts a field into the section that is being read. */
export function addField(builder: SectionBuilder, tag: string, value: string, line: number, warn: Warn): void {
  const { section, named } = builder;
  builder.named = undefined;
  switch (tag) {
    case 'M':
    case 'R':
      section.people.push(personAfter(named, tag, value, line, section.others, warn));
      return;
    case 'L': {
      const list = listIn(value, line);
      if (list !== undefined) return void section.lists.push(list);
      warn(line, 'There is no address of a list.');
      break;
    }
    case 'S':
      return void section.statuses.push(value);
    case 'F':
    case 'X':
    case 'N': {
      const problem = patternProblem(tag, value);
      if (problem !== undefined) warn(line, problem);
      return void (tag === 'F' ? section.files : tag === 'X' ? section.excluded : section.names).push(value);
    }
  }
  const field = { tag, value, line };
  section.others.push(field);
  if (tag === 'P') builder.named = field;
}

/** The person of an M or R line; a bare address takes its name from the P line above it, which then is no document. */
function personAfter(
  named: Field | undefined,
  role: 'M' | 'R',
  value: string,
  line: number,
  others: Field[],
  warn: Warn,
): SectionPerson {
  const person = personIn(value, role, line);
  if (person.address === undefined) warn(line, 'There is no address.');
  else if (!isAddress(person.address)) warn(line, `${shown(person.address)} is no address.`);
  if (named === undefined || person.name !== undefined || person.address === undefined) return person;
  if (named.value === '' || /[/]|[.]rst$/.test(named.value)) return person;
  others.pop();
  return { name: named.value, ...person };
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}...` : text);
}
