import { addressKey, maintainersOf, type Maintainers } from './section';

/** What is in a MAINTAINERS file, in numbers. */
export interface MaintainersCounts {
  readonly sections: number;
  /** different addresses in M and R lines, whatever their case */
  readonly people: number;
  /** sections without an M line */
  readonly withoutMaintainer: number;
  /** sections without an S line */
  readonly withoutStatus: number;
}

export function countsOf({ sections }: Maintainers): MaintainersCounts {
  const addresses = new Set<string>();
  for (const { people } of sections) {
    for (const { address } of people) if (address !== undefined) addresses.add(addressKey(address));
  }
  return {
    sections: sections.length,
    people: addresses.size,
    withoutMaintainer: sections.filter((section) => maintainersOf(section).length === 0).length,
    withoutStatus: sections.filter(({ statuses }) => statuses.length === 0).length,
  };
}
