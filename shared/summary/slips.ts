import type { AnyEntry } from '../record/entry';
import type { Handle, Id, Instant } from '../record/ids';
import { timeOf } from '../record/order';
import { actions } from '../session/actions';
import { objections } from '../session/objections';
import { people, personOf } from '../session/people';
import { positionsFor } from '../session/positions';
import { questions } from '../session/questions';
import { answeredFor, answers, rules, rulings } from '../session/rules';
import { rememberedAt } from '../session/look';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import { slipAnswers, type SlipAnswer } from '../session/slips';
import { subsystems } from '../session/subsystems';
import { about } from './fact-parts';
import { page } from './page';
import { publicPart } from './outside';

/** One thing that somebody is recorded as having said, as it stands: what a slip asks about. */
export interface SlipStatement {
  /** the entry that a `slip-answered` is about */
  readonly entry: Id;
  /** from 1, the same in the slip's mail */
  readonly number: number;
  /** what it is, in short: `position on uvc: standard-required` */
  readonly what: string;
  /** what was said, line by line; none where only the fact was recorded */
  readonly words: readonly string[];
  readonly said: Instant;
  /** what they answered so far */
  readonly answer?: SlipAnswer;
}

/** What somebody is recorded as having said. */
export interface Slip {
  readonly who: Handle;
  readonly name: string;
  /** where the slip is sent to, as recorded */
  readonly address?: string;
  readonly statements: readonly SlipStatement[];
}

/** A slip for everybody who said something that stands, in the order in which people came into the record. */
export function slips(session: Session): readonly Slip[] {
  return rememberedAt(session, 'slips', session.revision, () => {
    const open = publicPart(session);
    const answered = slipAnswers(session);
    const said = saidByPerson(open);
    const order = new Set([...people(open).map(({ handle }) => handle), ...said.keys()]);
    return [...order].flatMap((who): readonly Slip[] => {
      const statements = said.get(who) ?? [];
      if (statements.length === 0) return [];
      const { name = who, address } = personOf(open, who);
      return [
        {
          who,
          name,
          ...(address === undefined ? {} : { address }),
          statements: statements.map(({ entry, what, words }, at) => {
            const answer = answered.get(entry.id);
            return {
              entry: entry.id,
              number: at + 1,
              what,
              words: words.flat().filter((line) => line !== ''),
              said: timeOf(entry),
              ...(answer === undefined ? {} : { answer }),
            };
          }),
        },
      ];
    });
  });
}

interface Said {
  readonly entry: AnyEntry;
  readonly what: string;
  readonly words: readonly (string | readonly string[])[];
}

/** Everything that stands, by who said it. */
function saidByPerson(session: Session): ReadonlyMap<Handle, readonly Said[]> {
  const found = new Map<Handle, Said[]>();
  const here = page(session, { at: '' as Instant, rationales: true, ascii: false });
  const add = (who: Handle | undefined, said: Said): void => {
    if (who === undefined) return;
    const kept = keptHandle(session, who);
    const all = found.get(kept);
    if (all === undefined) found.set(kept, [said]);
    else all.push(said);
  };
  for (const { slug } of subsystems(session)) {
    for (const { who, stance, entry, rationale, livesWith, conditions } of positionsFor(session, slug)) {
      if (stance === 'none') continue;
      const lives = livesWith.length === 0 ? [] : [`can live with ${livesWith.join(', ')}`];
      const on = conditions.map(({ text, met }) => `on condition (${met ? 'met' : 'not met'}): ${text}`);
      add(who, { entry, what: `position on ${slug}: ${stance}`, words: [rationale ?? [], on, lives] });
    }
  }
  for (const objection of objections(session)) {
    const { who, label, on, entry, reason, remedy, settlements, disputes } = objection;
    const unless = remedy === undefined ? [] : [`what would remove it: ${remedy}`];
    add(who, { entry, what: `objection ${label}, on ${about(here, on)}`, words: [reason ?? [], unless] });
    for (const each of settlements) {
      const what = `objection ${label} ${each.disposition === 'open' ? 'opened again' : each.disposition}`;
      add(each.who, { entry: each.entry, what, words: [each.answer ?? []] });
    }
    for (const each of disputes)
      add(each.who, { entry: each.entry, what: `objection ${label} disputed`, words: [each.why] });
  }
  for (const { id, label, who, text, entry } of rules(session)) {
    add(who, { entry, what: `rule ${label}, proposed`, words: [text] });
    for (const subsystem of [undefined, ...answeredFor(session, id)]) {
      const place = subsystem === undefined ? '' : ` for ${subsystem}`;
      for (const answer of answers(session, id, subsystem)) {
        const { rationale, conditions = [] } = answer.entry;
        const words = [rationale ?? [], conditions.map((text_) => `on condition: ${text_}`)];
        add(answer.who, { entry: answer.entry, what: `rule ${label}${place}: ${answer.answer}`, words });
      }
    }
  }
  for (const { rule, subsystem, entry } of rulings(session)) {
    const what = `${about(here, { rule, subsystem })}: ${entry.state}`;
    add(entry.who, { entry, what, words: [entry.scope ?? [], entry.why ?? []] });
  }
  for (const { label, who, text, entry, answerHeads } of questions(session)) {
    add(who, { entry, what: `question ${label}`, words: [text] });
    for (const answer of answerHeads) {
      add(answer.who, { entry: answer, what: `answer to question ${label}`, words: [answer.answer] });
    }
  }
  for (const { who, text, accepted, entry } of actions(session)) {
    for (const each of who) {
      add(each, { entry, what: accepted ? 'action, accepted' : 'action, asked and not accepted yet', words: [text] });
    }
  }
  return found;
}
