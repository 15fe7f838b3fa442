import { actions, type Action } from '../session/actions';
import { standingOf } from '../session/look';
import type { Block, Item } from './document';
import { calendarDay } from '../record/dates';
import { every, type Page } from './page';
import { conflictWords } from './said-lines';

/** Who does what. Being asked and having accepted are two things. */
export function actionsPart(page: Page): readonly Block[] {
  const { session, chosen } = page;
  const all = actions(session).filter(
    ({ subsystem }) => chosen === undefined || (subsystem !== undefined && chosen.has(subsystem)),
  );
  if (all.length === 0) return [];
  return [
    { type: 'heading', level: 1, said: page.say('Actions') },
    { type: 'items', of: 'actions', items: all.map((action) => actionItem(page, action)) },
  ];
}

function actionItem(page: Page, action: Action): Item {
  const { who, entry, text, subsystem, due } = action;
  const heads = standingOf<'action-assigned' | 'action-amended'>(page.session, 'action', action.id)?.heads ?? [entry];
  const about = [subsystem ?? [], due === undefined ? [] : `by ${calendarDay(due)}`].flat();
  return {
    mark: '-',
    head: page.say(
      `${every(who.map(page.name))}${about.length === 0 ? '' : ` (${about.join(', ')})`}, ${stateWords(action)}`,
      [entry, ...(action.end === undefined ? [] : [action.end])],
    ),
    lines: [
      page.line('words', text, [entry]),
      ...(action.why === undefined
        ? []
        : [page.line('remark', `The reason given: ${action.why}`, [action.end ?? entry])]),
      ...(action.conflict
        ? [
            page.line(
              'remark',
              conflictWords(
                text,
                heads.map((head) => head.text),
              ),
              heads,
            ),
          ]
        : []),
    ],
  };
}

function stateWords({ state, accepted }: Action): string {
  if (state !== 'open') return state;
  return accepted ? 'accepted' : 'asked, not accepted yet';
}
