import type { On } from '../record/entry';
import type { Id } from '../record/ids';
import { callById, madeOn } from '../session/calls';
import { objectionOf } from '../session/objections';
import { questions } from '../session/questions';
import { ruleOf } from '../session/rules';
import type { Session } from '../session/session';
import { plainText, type Piece } from './reading';
import { say, subsystemPiece } from './say';

/** A thing as one types it: `#uvc`, `rule 3`, `rule 3 #isp`, `question 2`, `call #uvc`. */
export function thingPieces(session: Session, on: On): readonly Piece[] {
  if ('rule' in on) {
    const rule = say`rule ${ruleLabel(session, on.rule)}`;
    return on.subsystem === undefined ? rule : say`${rule} ${subsystemPiece(on.subsystem)}`;
  }
  if ('subsystem' in on) return [subsystemPiece(on.subsystem)];
  if ('question' in on) return say`question ${questionLabel(session, on.question)}`;
  const matter = callById(session, on.call) && madeOn(session, on.call);
  return matter === undefined ? say`a call that is not here` : say`call ${thingPieces(session, matter)}`;
}

export function thingLabel(session: Session, on: On): string {
  return plainText(thingPieces(session, on));
}

const NOT_HERE = 'that is not here';

export function ruleLabel(session: Session, id: Id): string {
  return ruleOf(session, id)?.label ?? NOT_HERE;
}

export function questionLabel(session: Session, id: Id): string {
  return questions(session).find((question) => question.id === id)?.label ?? NOT_HERE;
}

export function objectionLabel(session: Session, id: Id): string {
  return objectionOf(session, id)?.label ?? NOT_HERE;
}
