import type { Overlay } from '../../store/overlay';
import { useStore } from '../../store/store';
import { assertNever } from '../../../shared/result';
import { About } from './about';
import { ActionDialog } from './action-dialog';
import { AgendaDialog } from './agenda-dialog';
import { AnswerDialog } from './answer-dialog';
import { AttendanceDialog } from './attendance-dialog';
import { AuthorsDialog } from './authors-dialog';
import { AmendObjectionDialog } from './amend-objection-dialog';
import { CallDialog } from './call-dialog';
import { ConditionsDialog } from './conditions-dialog';
import { ConfirmDialog } from './confirm-dialog';
import { EditDialog } from './edit-dialog';
import { DisputeDialog } from './dispute-dialog';
import { DropActionDialog } from './drop-action-dialog';
import { FirstRun } from './first-run';
import { KeysSheet } from './keys-sheet';
import { LivingDialog } from './living-dialog';
import { MaintainersDialog } from './maintainers-dialog';
import { MergeDialog } from './merge-dialog';
import { NewSession } from './new-session';
import { NoteDialog } from './note-dialog';
import { ObjectionDialog } from './objection-dialog';
import { Palette } from './palette';
import { PeopleDialog } from './people-dialog';
import { SessionDialog } from './session-dialog';
import { PinDialog } from './pin-dialog';
import { PressKeys } from './press-keys';
import { PollDialog } from './poll-dialog';
import { QuestionDialog } from './question-dialog';
import { RationaleDialog } from './rationale-dialog';
import { RuleAnswerDialog } from './rule-answer-dialog';
import { RuleDialog } from './rule-dialog';
import { RulingDialog } from './ruling-dialog';
import { SettingsDialog } from './settings-dialog';
import { SettleDialog } from './settle-dialog';
import { SlipsDialog } from './slips-dialog';
import { SubsystemDialog } from './subsystem-dialog';
import { UnsavedDialog } from './unsaved-dialog';
import './dialogs.css';

/** The layers over the view, the last on top. */
export function Overlays() {
  const overlays = useStore((state) => state.overlays);
  return overlays.map((overlay) => <Layer key={overlay.kind} overlay={overlay} />);
}

function Layer({ overlay }: { readonly overlay: Overlay }) {
  switch (overlay.kind) {
    case 'palette':
      return <Palette typed={overlay.text} />;
    case 'keys':
      return <KeysSheet />;
    case 'unsaved':
      return <UnsavedDialog />;
    case 'first-run':
      return <FirstRun />;
    case 'settings':
      return <SettingsDialog />;
    case 'press-keys':
      return <PressKeys command={overlay.command} />;
    case 'about':
      return <About snapshot={overlay.snapshot} />;
    case 'new-session':
      return <NewSession from={overlay.from} />;
    case 'session':
      return <SessionDialog />;
    case 'people':
      return <PeopleDialog />;
    case 'agenda':
      return <AgendaDialog />;
    case 'merge':
      return <MergeDialog plan={overlay.plan} />;
    case 'slips':
      return <SlipsDialog />;
    case 'subsystem':
      return <SubsystemDialog />;
    case 'call':
      return <CallDialog on={overlay.on} />;
    case 'rationale':
      return <RationaleDialog who={overlay.who} slug={overlay.subsystem} />;
    case 'objection':
      return <ObjectionDialog who={overlay.who} on={overlay.on} />;
    case 'amend-objection':
      return <AmendObjectionDialog id={overlay.objection} />;
    case 'dispute':
      return <DisputeDialog id={overlay.objection} />;
    case 'conditions':
      return <ConditionsDialog who={overlay.who} slug={overlay.subsystem} />;
    case 'settle':
      return <SettleDialog id={overlay.objection} />;
    case 'edit':
      return <EditDialog entry={overlay.entry} />;
    case 'rule':
      return <RuleDialog id={overlay.rule} against={overlay.against} />;
    case 'rule-answer':
      return <RuleAnswerDialog at={overlay} />;
    case 'ruling':
      return <RulingDialog rule={overlay.rule} slug={overlay.subsystem} />;
    case 'living':
      return <LivingDialog slug={overlay.subsystem} />;
    case 'question':
      return <QuestionDialog />;
    case 'answer':
      return <AnswerDialog id={overlay.question} />;
    case 'poll':
      return <PollDialog />;
    case 'attendance':
      return <AttendanceDialog />;
    case 'note':
      return <NoteDialog />;
    case 'action':
      return <ActionDialog id={overlay.action} />;
    case 'drop-action':
      return <DropActionDialog id={overlay.action} />;
    case 'maintainers':
      return <MaintainersDialog name={overlay.name} file={overlay.file} />;
    case 'authors':
      return <AuthorsDialog />;
    case 'pin':
      return <PinDialog mail={overlay.mail} from={overlay.from} to={overlay.to} />;
    case 'confirm':
      return <ConfirmDialog {...overlay} />;
    default:
      return assertNever(overlay);
  }
}
