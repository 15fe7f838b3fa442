import type { Slug } from '../record/ids';
import type { Session } from '../session/session';
import { subsystemOf, subsystems } from '../session/subsystems';
import type { Page } from './page';

/** A subsystem with how deep it lies under what it is a part of. */
export interface Placed {
  readonly slug: Slug;
  readonly depth: number;
}

/** Every subsystem in its order, each part under what it is a part of. */
function placed(session: Session): readonly Placed[] {
  const all = subsystems(session);
  const wholes = new Set(all.map(({ partOf }) => partOf));
  const found = new Map<Slug, number>();
  const place = (slug: Slug, depth: number): void => {
    if (found.has(slug)) return;
    found.set(slug, depth);
    // nearly every one has none
    if (wholes.has(slug)) for (const part of all) if (part.partOf === slug) place(part.slug, depth + 1);
  };
  const known = new Set(all.map(({ slug }) => slug));
  for (const { slug, partOf } of all) if (partOf === undefined || !known.has(partOf)) place(slug, 0);
  // two that are parts of each other have no top: they are printed all the same
  for (const { slug } of all) place(slug, 0);
  return [...found].map(([slug, depth]) => ({ slug, depth }));
}

/** The chosen subsystems with all their parts, in the session's order: the order of choosing changes nothing. */
export function withParts(session: Session, chosen: readonly Slug[]): ReadonlySet<Slug> {
  const found = new Set(chosen);
  for (const slug of found) for (const part of subsystems(session)) if (part.partOf === slug) found.add(part.slug);
  const known = placed(session).flatMap(({ slug }) => (found.has(slug) ? [slug] : []));
  return new Set([...known, ...found]);
}

/** Of some subsystems those that are not a part of another one of them. */
export function withoutParts(session: Session, chosen: ReadonlySet<Slug>): readonly Slug[] {
  return [...chosen].filter((slug) => {
    const { partOf } = subsystemOf(session, slug);
    return partOf === undefined || !chosen.has(partOf);
  });
}

/** The subsystems that a page shows, in order. */
export function shownOn({ session, chosen }: Page): readonly Placed[] {
  return placed(session).filter(({ slug }) => chosen?.has(slug) ?? true);
}
