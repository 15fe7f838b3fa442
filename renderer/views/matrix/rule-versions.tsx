import { timeOf } from '../../../shared/record/order';
import type { Rule } from '../../../shared/session/rules';
import { shortTime } from '../times';
import { useClock } from '../use-clock';

/** The texts that a rule had, the newest first: old ones stay readable, a change of substance says so. */
export function RuleVersions({ rule }: { readonly rule: Rule }) {
  const clock = useClock();
  if (rule.versions.length < 2) return null;
  return (
    <section className="panel">
      <h2 className="label">
        Texts <span>{rule.versions.length}</span>
      </h2>
      <ol className="said" aria-label="Texts of the rule">
        {rule.versions.toReversed().map((version) => (
          <li key={version.id} data-settled={version.id === rule.entry.id ? undefined : true}>
            <p>{version.text}</p>
            <p className="said__who">
              {[
                shortTime(timeOf(version), clock),
                version.who ?? '',
                version.kind === 'rule-amended' && version.substantial === true ? 'changed in substance' : '',
                `recorded by ${version.by}`,
              ]
                .filter((bit) => bit !== '')
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
