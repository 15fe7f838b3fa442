import { ANSWER_WORDS } from '../../../shared/capture/explain/rule';
import { answers, type Answer } from '../../../shared/session/rules';
import { run } from '../../commands/run';
import { Act } from '../../components/button';
import type { RuleAt } from '../../store/overlay';
import { useSession } from '../../store/use-session';
import { Conditions } from '../conditions';
import { fullTime } from '../times';
import { useClock } from '../use-clock';
import { useKeys } from '../use-keys';
import { timeOf } from '../../../shared/record/order';

/** Who supports a rule, can live with it, opposes it or abstains; what was held before its text changed says so. */
export function RuleAnswers({ at }: { readonly at: RuleAt }) {
  const key = useKeys();
  const all = useSession((session) => answers(session, at.rule, at.subsystem));
  return (
    <section className="panel">
      <h2 className="label">
        {at.subsystem === undefined ? 'Answers' : `Answers for #${at.subsystem}`}
        <span className="panel__acts">
          <Act keys={key('rule.answer')} onPress={() => void run('rule.answer', at)}>
            answer
          </Act>
        </span>
      </h2>
      {all.length === 0 ? <p className="meta">Nobody answered yet.</p> : null}
      <ul className="said" aria-label="Answers">
        {all.map((answer) => (
          <AnswerItem key={answer.who} at={at} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

function AnswerItem({ at, answer: held }: { readonly at: RuleAt; readonly answer: Answer }) {
  const { who, answer, conditions, entry, stale, conflict, history } = held;
  const clock = useClock();
  const before = history.findLast((each) => each.id < entry.id && each.answer !== answer)?.answer;
  return (
    <li data-stale={stale || undefined} title={fullTime(timeOf(entry), clock)}>
      <p>
        <span className="pid">{who}</span> {ANSWER_WORDS[answer]}
        {before === undefined ? null : <span className="meta">{`, was ${ANSWER_WORDS[before]}`}</span>}
        {conflict ? <span className="objs"> conflict</span> : null}
      </p>
      {entry.rationale === undefined ? null : <p className="said__more">{entry.rationale}</p>}
      <Conditions conditions={conditions} onMet={(n) => void run('rule.meet-condition', { ...at, who, n })} />
      {stale ? <p className="stale">held before the text changed</p> : null}
    </li>
  );
}
