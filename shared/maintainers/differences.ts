import { addressKey, type Section, type SectionPerson } from './section';

/** What a newer MAINTAINERS says otherwise about a section that was chosen. Each is a proposal; none is applied. */
export type Difference =
  | { readonly kind: 'vanished'; readonly title: string }
  | { readonly kind: 'renamed'; readonly title: string; readonly to: string }
  | { readonly kind: 'person-added'; readonly title: string; readonly person: SectionPerson }
  | { readonly kind: 'person-removed'; readonly title: string; readonly person: SectionPerson }
  /** the same person with another name, address or role */
  | {
      readonly kind: 'person-changed';
      readonly title: string;
      readonly from: SectionPerson;
      readonly to: SectionPerson;
    }
  | { readonly kind: 'list-added'; readonly title: string; readonly list: string }
  | { readonly kind: 'list-removed'; readonly title: string; readonly list: string };

/** Half of what two sections have together makes one the other's successor. */
const ENOUGH = 0.5;

/**
 * What changed in chosen sections, in their order. A section is found again by its title, else by what it takes care
 * of and who does; people by address or, where one left and one came, by name.
 *
 * @param identity gives the same text for two addresses of one person, as .mailmap tells; by default nobody has two
 */
export function differences(
  chosen: readonly Section[],
  now: readonly Section[],
  identity: (person: SectionPerson) => string = personKey,
): readonly Difference[] {
  const kept = new Set(chosen.map(({ title }) => title));
  return chosen.flatMap((before, i): readonly Difference[] => {
    const { title } = before;
    const turn = chosen.slice(0, i).filter((other) => other.title === title).length;
    const same = now.filter((section) => section.title === title)[turn];
    const after =
      same ??
      successorOf(
        before,
        now.filter((section) => !kept.has(section.title)),
      );
    if (after === undefined) return [{ kind: 'vanished', title }];
    return [
      ...(after.title === title ? [] : [{ kind: 'renamed' as const, title, to: after.title }]),
      ...peopleDiffer(before, after, identity),
      ...listsDiffer(before, after),
    ];
  });
}

function successorOf(before: Section, candidates: readonly Section[]): Section | undefined {
  let best: Section | undefined;
  let most = ENOUGH;
  for (const candidate of candidates) {
    const likeness = shared(marksOf(before), marksOf(candidate));
    if (likeness >= most && (best === undefined || likeness > most)) {
      best = candidate;
      most = likeness;
    }
  }
  return best;
}

/** What a section is known by, whatever it is called. */
function marksOf({ files, names, people }: Section): ReadonlySet<string> {
  return new Set([...files, ...names, ...people.map(personKey)]);
}

/** How much of two sets is in both: 0 nothing, 1 everything. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((mark) => b.has(mark)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

function peopleDiffer(
  { title, people: before }: Section,
  { people: after }: Section,
  identity: (person: SectionPerson) => string,
): readonly Difference[] {
  const gone: SectionPerson[] = [];
  const changed: Difference[] = [];
  const come = [...after];
  const meets = (from: SectionPerson, is: (other: SectionPerson) => boolean): boolean => {
    const at = come.findIndex(is);
    const to = come[at];
    if (to === undefined) return false;
    come.splice(at, 1);
    if (!saysTheSame(from, to)) changed.push({ kind: 'person-changed', title, from, to });
    return true;
  };
  for (const person of before) {
    if (!meets(person, (other) => identity(other) === identity(person))) gone.push(person);
  }
  const removed = gone.filter(
    (person) => person.name === undefined || !meets(person, (other) => other.name === person.name),
  );
  return [
    ...changed,
    ...come.map((person) => ({ kind: 'person-added' as const, title, person })),
    ...removed.map((person) => ({ kind: 'person-removed' as const, title, person })),
  ];
}

function listsDiffer({ title, lists: before }: Section, { lists: after }: Section): readonly Difference[] {
  const then = new Set(before.map(({ address }) => addressKey(address)));
  const now = new Set(after.map(({ address }) => addressKey(address)));
  return [
    ...[...now].filter((list) => !then.has(list)).map((list) => ({ kind: 'list-added' as const, title, list })),
    ...[...then].filter((list) => !now.has(list)).map((list) => ({ kind: 'list-removed' as const, title, list })),
  ];
}

function personKey({ name, address }: SectionPerson): string {
  return address === undefined ? (name ?? '') : addressKey(address);
}

function saysTheSame(a: SectionPerson, b: SectionPerson): boolean {
  return a.name === b.name && a.address === b.address && a.role === b.role;
}
