import type { Slug } from '../../../shared/record/ids';
import { relationsOf } from '../../../shared/session/subsystems';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';

/** What this subsystem is a part of, its parts, what it affects, and the layers that affect it: each a press away. */
export function Related({ slug, partOf }: { readonly slug: Slug; readonly partOf: Slug | undefined }) {
  const { parts, affects, affectedBy } = useSession((session) => relationsOf(session, slug));
  return (
    <>
      <Some words="part of" slugs={partOf === undefined ? [] : [partOf]} />
      <Some words="parts" slugs={parts} />
      <Some words="affects" slugs={affects} />
      <Some words="affected by" slugs={affectedBy} />
    </>
  );
}

function Some({ words, slugs }: { readonly words: string; readonly slugs: readonly Slug[] }) {
  if (slugs.length === 0) return null;
  return (
    <span className="meta cut">
      {words}
      {slugs.map((slug) => (
        <span key={slug}>
          {' '}
          <button type="button" className="link" onClick={() => void run('select.subsystem', slug)}>
            #{slug}
          </button>
        </span>
      ))}
    </span>
  );
}
