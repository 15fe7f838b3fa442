import type { Draft } from '../../shared/record/entry';
import type { Handle, Id, Slug } from '../../shared/record/ids';
import {
  decideAmendRule,
  decideAnswerMet,
  decideAnswers,
  decideRule,
  decideRuling,
  rules,
} from '../../shared/session/rules';
import { draftKey } from '../store/drafts';
import { ruleColumns } from '../store/rules-board';
import { openOverlay, sayWhyNot } from '../store/screen';
import { selectRule } from '../store/select';
import type { RuleAt } from '../store/overlay';
import { getState } from '../store/store';
import { command, commandWith, type Command, type Condition } from './command';
import { record } from './recording';
import { stepped } from './move';

const WRITES: Condition = { session: true, writable: true };
/** Where rules are the rows, single keys are about them. */
const RULES: Condition = { session: true, views: ['rules'], modes: ['NORMAL'], layer: false };
const CHANGES: Condition = { ...RULES, ...WRITES };

type RulingInput = Omit<Extract<Draft, { kind: 'ruling-made' }>, 'kind' | 'prev'>;
type RuleInput = Omit<Extract<Draft, { kind: 'rule-proposed' }>, 'kind' | 'prev' | 'number'>;

/** The rule that is named or selected, else the first; says so where there is none. */
function ruleAt(named?: RuleAt): RuleAt | undefined {
  const { open, selection } = getState();
  const first = open === undefined ? undefined : rules(open.session)[0]?.id;
  const at = named ?? selection.rule ?? (first === undefined ? undefined : { rule: first });
  if (at === undefined) sayWhyNot({ message: 'There is no rule yet. n proposes one, or type: rule 1 -- text' });
  return at;
}

function moveRule(by: number): void {
  const { open, selection } = getState();
  if (open === undefined) return;
  const ids = rules(open.session).map(({ id }) => id);
  const rule = stepped(ids, selection.rule?.rule, by);
  if (rule !== undefined) selectRule({ ...selection.rule, rule });
}

function moveColumn(by: number): void {
  const { open, selection } = getState();
  const at = ruleAt();
  if (open === undefined || at === undefined) return;
  const columns = [undefined, ...ruleColumns(open.session, selection.subsystem)];
  const to = columns[Math.max(0, Math.min(columns.length - 1, columns.indexOf(at.subsystem) + by))];
  selectRule({ rule: at.rule, ...(to === undefined ? {} : { subsystem: to }) });
}

function mover(title: string, keys: readonly string[], move: () => void): Command<undefined> {
  return command({ title, section: 'Go', moves: true, keys, when: RULES, run: move });
}

export const ruleCommands = {
  'rules.down': mover('Next rule', ['j', 'ArrowDown'], () => moveRule(1)),
  'rules.up': mover('Previous rule', ['k', 'ArrowUp'], () => moveRule(-1)),
  'rules.right': mover('Next subsystem of the rule', ['l', 'ArrowRight'], () => moveColumn(1)),
  'rules.left': mover('Previous subsystem of the rule', ['h', 'ArrowLeft'], () => moveColumn(-1)),
  'rules.first': mover('First rule', ['g g', 'Home'], () => moveRule(-Infinity)),
  'rules.last': mover('Last rule', ['Shift+g', 'End'], () => moveRule(Infinity)),
  'select.rule': commandWith<RuleAt>({
    title: 'Select a rule',
    section: 'Go',
    run: (at) => {
      selectRule(at);
    },
  }),
  'rule.propose': command<{ readonly against?: Id }>({
    title: 'Propose a rule',
    section: 'Record',
    keys: ['n'],
    when: CHANGES,
    line: 'rule',
    run: (named) => {
      openOverlay({ kind: 'rule', ...named });
    },
  }),
  'rule.counter': command<RuleAt>({
    title: 'Propose a rule against this one',
    section: 'Record',
    when: WRITES,
    run: async (named, { run }) => {
      const at = ruleAt(named);
      if (at !== undefined) await run('rule.propose', { against: at.rule });
    },
  }),
  'rule.amend': command<RuleAt>({
    title: 'Amend a rule',
    section: 'Record',
    keys: ['e'],
    when: CHANGES,
    run: (named) => {
      const at = ruleAt(named);
      if (at !== undefined) openOverlay({ kind: 'rule', rule: at.rule });
    },
  }),
  'rule.keep': commandWith<RuleInput & { /** the one whose text this is from now on */ readonly rule?: Id }>({
    title: 'Record a rule',
    section: 'Record',
    when: WRITES,
    run: async ({ rule, ...input }) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.rule(open.id, rule);
      await record(
        (session, env) =>
          rule === undefined ? decideRule(session, input, env) : decideAmendRule(session, { rule, ...input }, env),
        { from, close: 'rule' },
      );
    },
  }),
  'rule.answer': command<RuleAt>({
    title: 'Answer a rule',
    section: 'Record',
    keys: ['a'],
    when: CHANGES,
    run: (named) => {
      const at = ruleAt(named);
      if (at !== undefined) openOverlay({ kind: 'rule-answer', ...at });
    },
  }),
  'rule.keep-answer': commandWith<Parameters<typeof decideAnswers>[1]>({
    title: 'Record answers to a rule',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.ruleAnswer(open.id, input.rule, input.subsystem);
      await record((session, env) => decideAnswers(session, input, env), { from, close: 'rule-answer' });
    },
  }),
  'rule.meet-condition': commandWith<RuleAt & { readonly who: Handle; readonly n: number }>({
    title: 'Record that a condition of an answer is met',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      await record((session, env) => decideAnswerMet(session, input, env));
    },
  }),
  'rule.ruling': command<{ readonly rule: Id; readonly subsystem: Slug }>({
    title: 'Say how a rule stands for a subsystem',
    section: 'Record',
    keys: ['s'],
    when: CHANGES,
    run: (named) => {
      const at = ruleAt(named);
      const subsystem = at?.subsystem ?? getState().selection.subsystem;
      if (at === undefined) return;
      if (subsystem === undefined) sayWhyNot({ message: 'No subsystem is selected: a ruling is for one.' });
      else openOverlay({ kind: 'ruling', rule: at.rule, subsystem });
    },
  }),
  'rule.keep-ruling': commandWith<RulingInput>({
    title: 'Record how a rule stands',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.ruling(open.id, input.rule, input.subsystem);
      await record((session, env) => decideRuling(session, input, env), { from, close: 'ruling' });
    },
  }),
  'rule.object': command<RuleAt>({
    title: 'Object to a rule',
    section: 'Record',
    keys: ['o'],
    when: CHANGES,
    run: (named) => {
      const on = ruleAt(named);
      if (on !== undefined) openOverlay({ kind: 'objection', on });
    },
  }),
  'rule.call': command<RuleAt>({
    title: 'Chair’s call on a rule',
    section: 'Record',
    keys: ['Shift+c'],
    when: CHANGES,
    run: (named) => {
      const on = ruleAt(named);
      if (on !== undefined) openOverlay({ kind: 'call', on });
    },
  }),
} as const;
