import { run } from '../../commands/run';
import { Act } from '../../components/button';
import { useSession } from '../../store/use-session';
import { meetingOf } from '../../../shared/session/meeting';
import { useKeys } from '../use-keys';
import { MatrixSwitch } from './matrix-switch';
import { RuleInspector } from './rule-inspector';
import { RulesGrid } from './rules-grid';
import './rules.css';

/** The rules that are argued over, and where each holds. */
export function RulesFace() {
  const key = useKeys();
  const title = useSession((session) => meetingOf(session)?.title);
  return (
    <div className="view mx">
      <h1 className="vh">Rules: {title}</h1>
      <div className="mx__tools">
        <MatrixSwitch />
        <Act keys={key('rule.propose')} onPress={() => void run('rule.propose')}>
          propose a rule
        </Act>
      </div>
      <RulesGrid />
      <RuleInspector />
    </div>
  );
}
