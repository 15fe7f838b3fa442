import { timeOf } from '../record/order';
import { callOn } from '../session/calls';
import { subsystemOn } from '../session/objections';
import { questions, type Question } from '../session/questions';
import { questionStandings } from '../session/registers';
import { callWords } from './call-part';
import type { Block, Item } from './document';
import { objectionsAt } from './homes';
import { objectionsPart } from './objections-part';
import { every, type Page } from './page';
import { strikesOn } from './strikes';
import { conflictWords, pinnedLines } from './said-lines';

/** The questions, those that wait for an answer first. */
export function questionsPart(page: Page): readonly Block[] {
  const all = wantedQuestions(page);
  const objected = objectionsAt(page.session, (home) =>
    all.some(({ id }) => home.of === 'question' && home.question === id),
  );
  return [
    ...listed(page, 'Open questions', all.filter(isOpenQuestion)),
    ...listed(
      page,
      'Answered questions',
      all.filter((question) => !isOpenQuestion(question)),
    ),
    ...objectionsPart(page, objected),
  ];
}

/** With subsystems chosen, the questions about them. */
export function wantedQuestions({ session, chosen }: Page): readonly Question[] {
  return questions(session).filter(({ on }) => {
    if (chosen === undefined) return true;
    const slug = on === undefined ? undefined : subsystemOn(session, on);
    return slug !== undefined && chosen.has(slug);
  });
}

export function isOpenQuestion({ answer }: Question): boolean {
  return answer === undefined;
}

function listed(page: Page, title: string, all: readonly Question[]): readonly Block[] {
  if (all.length === 0) return [];
  return [
    {
      type: 'heading',
      level: 1,
      said: page.say(
        title,
        // which stand under which heading the answers to all of them say
        wantedQuestions(page).flatMap(({ id, entry, answers }) => [entry, ...answers, ...strikesOn(page.session, id)]),
      ),
    },
    { type: 'items', of: 'questions', items: all.map((question) => questionItem(page, question)) },
  ];
}

function questionItem(page: Page, question: Question): Item {
  const { id, label, text, entry, answers, answerHeads, answerConflict, conflict, who, to, on } = question;
  const textHeads = questionStandings(page.session).get(id)?.heads ?? [entry];
  const slug = on === undefined ? undefined : subsystemOn(page.session, on);
  const asked = [
    `Asked${who === undefined ? '' : ` by ${page.name(who)}`}${to.length === 0 ? '' : ` of ${every(to.map(page.name))}`}`,
    ...(slug === undefined ? [] : [`about ${slug}`]),
  ].join(', ');
  const call = callOn(page.session, { question: id });
  return {
    mark: label,
    head: page.tell(text, entry, question.versions),
    lines: [
      ...pinnedLines(page, question.versions),
      ...(asked === 'Asked' ? [] : [page.line('remark', `${asked}.`, [entry])]),
      ...answerHeads.map((answer) =>
        page.line('remark', `${answeredBy(page, answer)} ${answer.answer}`, answerConflict ? [answer] : answers),
      ),
      ...(answerConflict
        ? [page.line('remark', 'In conflict: it was answered differently, and nobody has resolved it.', answerHeads)]
        : []),
      ...(call === undefined || call.reopened !== undefined
        ? []
        : [
            page.line(
              'remark',
              `The chair's call is ${callWords(call.entry)}${call.entry.statement === undefined ? '.' : `: ${call.entry.statement}`}`,
              [call.entry],
            ),
          ]),
      ...(conflict
        ? [
            page.line(
              'remark',
              conflictWords(
                text,
                textHeads.map((head) => head.text),
              ),
              textHeads,
            ),
          ]
        : []),
    ],
  };
}

function answeredBy(page: Page, answer: Question['answerHeads'][number]): string {
  const by = answer.who === undefined ? '' : ` by ${page.name(answer.who)}`;
  return `Answered${by}, ${page.day(timeOf(answer))}:`;
}
