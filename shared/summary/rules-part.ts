import { objectionsAbout } from '../consensus/about';
import { assessRule } from '../consensus/assess';
import type { Id, Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { callOn } from '../session/calls';
import { standingOf } from '../session/look';
import { blocks, type Objection } from '../session/objections';
import { answeredFor, answers, ruleOf, rules, rulings, type Rule } from '../session/rules';
import { subsystems } from '../session/subsystems';
import { answerItems } from './answers-part';
import { assessmentItem, callEntries, callItem } from './call-part';
import type { Block, Item, ItemSort } from './document';
import { objectionsAt } from './homes';
import { objectionsItem, storyOf } from './objections-item';
import { objectionsPart } from './objections-part';
import type { Page } from './page';
import { rulingItems } from './rulings-part';
import { strikesOn } from './strikes';
import { conflictWords } from './said-lines';

/** The rules under discussion: text, who proposed it, where it stands, who answers what, where it holds. */
export function rulesPart(page: Page): readonly Block[] {
  return wantedRules(page).flatMap((rule) => rulePart(page, rule));
}

/** With subsystems chosen, only the rules about which something was said for one of them. */
export function wantedRules({ session, chosen }: Page): readonly Rule[] {
  if (chosen === undefined) return rules(session);
  return rules(session).filter(({ id }) => {
    const objected = objectionsAt(session, (home) => home.of === 'rule' && home.rule === id);
    const slugs = [
      ...answeredFor(session, id),
      ...rulings(session).flatMap((ruling) => (ruling.rule === id ? [ruling.subsystem] : [])),
      ...objected.flatMap(({ on }) => ('subsystem' in on && on.subsystem !== undefined ? [on.subsystem] : [])),
    ];
    return slugs.some((slug) => chosen.has(slug));
  });
}

function rulePart(page: Page, rule: Rule): readonly Block[] {
  const { session } = page;
  const own = objectionsAt(session, (home) => home.of === 'rule' && home.rule === rule.id);
  const apart = subsystems(session).map(({ slug }) => slug);
  const places: readonly (Slug | undefined)[] = [undefined, ...apart];
  const standing = places.flatMap((slug) => standingItems(page, rule.id, slug, own));
  return [
    { type: 'heading', level: 1, said: page.say(`Rule ${rule.label}`, [rule.entry]) },
    { type: 'paragraph', said: page.tell(rule.text, rule.entry, rule.versions) },
    { type: 'paragraph', said: page.say(originOf(page, rule).join(' '), rule.versions) },
    ...list('points', own.length === 0 ? standing : [...standing, objectionsItem(page, own)]),
    ...objectionsPart(page, own),
    ...list(
      'answers',
      places.flatMap((slug) => answerItems(page, rule, slug)),
    ),
    ...list('rulings', rulingItems(page, rule)),
  ];
}

function list(of: ItemSort, items: readonly Item[]): readonly Block[] {
  return items.length === 0 ? [] : [{ type: 'items', of, items }];
}

function originOf(page: Page, { id, who, text, entry, against, versions, conflict }: Rule): readonly string[] {
  const [first = entry] = versions;
  const proposed = `Proposed${who === undefined ? '' : ` by ${page.name(who)}`}, ${page.day(timeOf(first))}`;
  const counters = against === undefined ? undefined : ruleOf(page.session, against);
  return [
    `${proposed}${counters === undefined ? '' : `, against rule ${counters.label}`}.`,
    ...(versions.length > 1 && !conflict ? [`Its text was changed on ${page.day(timeOf(entry))}.`] : []),
    ...(conflict ? [conflictWords(text, textHeads(page, id))] : []),
  ];
}

function textHeads({ session }: Page, rule: Id): readonly string[] {
  const standing = standingOf<'rule-proposed' | 'rule-amended'>(session, 'rule', rule);
  return (standing?.heads ?? []).map(({ text }) => text);
}

/** Call and assessment, at large and for each subsystem that it was answered for or called on, or where an objection blocks it. */
function standingItems(page: Page, rule: Id, subsystem: Slug | undefined, own: readonly Objection[]): readonly Item[] {
  const on = subsystem === undefined ? { rule } : { rule, subsystem };
  const said = answers(page.session, rule, subsystem);
  const contested = objectionsAbout(page.session, on).some((each) => blocks(each, page.at));
  if (said.length === 0 && !contested && callOn(page.session, on) === undefined) return [];
  const { session } = page;
  const assessed = assessRule(session, rule, page.at, subsystem);
  const sources = [rule, ...said.map(({ entry }) => entry), ...strikesOn(session, rule)];
  const place = subsystem === undefined ? '' : `for ${subsystem}: `;
  return [
    callItem(page, on, assessed, sources, place),
    assessmentItem(page, assessed, [...sources, ...own.flatMap(storyOf), ...callEntries(session, on)], own, place),
  ];
}
