import type { Form } from './form';
import { readAsked, readTodo } from './forms/action';
import { readAdd, readSame } from './forms/add';
import { readHere, readLeft, readRegrets } from './forms/attendance';
import { readCall } from './forms/call';
import { readMet } from './forms/met';
import { readHold, readObjection } from './forms/objection';
import { readCount, readPoll, readReveal } from './forms/poll';
import { readAnswer, readQuestion } from './forms/question';
import { readAck, readGate, readJoin, readLeave, readReply } from './forms/queue';
import { readNote, readPrivate } from './forms/remark';
import { readRule } from './forms/rule';
import { readAccommodate, readAddress, readDefer, readDispute, readReopen, readWithdraw } from './forms/settle';

/** What the first plain word of a line makes of it. A line without one is a position, a note about somebody, or a turn. */
export const FORMS: Readonly<Record<string, Form>> = {
  obj: readObjection,
  hold: readHold,
  accommodate: readAccommodate,
  withdraw: readWithdraw,
  address: readAddress,
  defer: readDefer,
  reopen: readReopen,
  dispute: readDispute,
  rule: readRule,
  '?': readQuestion,
  answer: readAnswer,
  call: readCall,
  poll: readPoll,
  count: readCount,
  reveal: readReveal,
  'q+': readJoin,
  'qq+': readReply,
  'q-': readLeave,
  q: readGate,
  ack: readAck,
  here: readHere,
  left: readLeft,
  regrets: readRegrets,
  note: readNote,
  priv: readPrivate,
  // a hurried hand writes it out; taken for a remark it would be read by everybody
  private: readPrivate,
  todo: readTodo,
  'todo?': readAsked,
  met: readMet,
  same: readSame,
  '+': readAdd,
};

/** What each form is for, as completion hints it. */
export const FORM_HINTS: Readonly<Record<string, string>> = {
  obj: 'objection -- reason // unless ...',
  hold: 'needs time: 20m, 7d, a date',
  accommodate: 'objection, by its author',
  withdraw: 'objection, by its author',
  address: 'objection -- answer',
  defer: 'objection',
  reopen: 'objection',
  dispute: 'objection -- why',
  rule: 'number -- text, or an answer or ruling',
  answer: 'question -- text',
  call: 'the chair’s call -- statement',
  poll: '-- question : option : option',
  count: 'of the last poll',
  reveal: 'the last poll',
  here: '@who',
  left: '@who',
  regrets: '@who',
  note: '-- text',
  priv: '-- private text',
  todo: '@who by date -- action',
  'todo?': 'only asked',
  ack: 'next speaker',
  met: '@who condition',
  same: '@keep @other',
};
