import { tally, type Tally } from '../consensus/tally';
import { STANCES, type PositionStance, type Stance } from '../record/entry';
import type { Handle, Instant, Slug } from '../record/ids';
import { instantOf } from '../record/ids';
import { standingCall, type CallMade } from '../session/calls';
import { holders } from '../session/holders';
import { unstruck } from '../session/look';
import { meetingOf } from '../session/meeting';
import { isOpen, objections, subsystemOn } from '../session/objections';
import { people, personOf } from '../session/people';
import { polls } from '../session/polls';
import { positionsFor, type Position } from '../session/positions';
import { queueOf, speaker } from '../session/queue';
import type { Session } from '../session/session';
import { openSubsystem, subsystemOf, subsystems } from '../session/subsystems';

/** What the room may see: this and nothing else crosses to the projector. It holds no note, no rationale, no log. */
export interface Picture {
  readonly title: string;
  /** what the room is on; absent before it turned to anything */
  readonly on?: PictureOfSubsystem;
  readonly speaker?: PictureOfSpeaker;
}

export interface PictureOfSubsystem {
  readonly slug: Slug;
  readonly name: string;
  readonly question?: string;
  /** its place on the agenda, from 1, and how many there are */
  readonly place: number;
  readonly of: number;
  /** since when the room is on it, and for how many minutes it was put on the agenda */
  readonly since: Instant;
  readonly minutes?: number;
  /** absent while numbers are hidden */
  readonly tally?: Tally;
  /** who holds which stance; no names where they are not shown */
  readonly columns: readonly PictureColumn[];
  /** how many people hold one of the stances: it says how large names can be */
  readonly named: number;
  readonly abstain: readonly string[];
  readonly recused: readonly string[];
  /** people who were not heard: counted, never named */
  readonly silent: number;
  readonly objections: readonly { readonly who: string; readonly words: string }[];
  readonly call?: Pick<CallMade, 'call' | 'stance' | 'statement' | 'to'>;
  /** the hum that was asked for since the room turned here */
  readonly poll?: PictureOfPoll;
}

/** A poll as the room sees it: its question before anything else, and counts once they are revealed. Never names. */
export interface PictureOfPoll {
  readonly question: string;
  readonly options: readonly string[];
  /** absent until they are revealed, and while numbers are hidden */
  readonly counts?: readonly number[];
}

export interface PictureColumn {
  readonly stance: Stance;
  readonly people: readonly PicturePerson[];
}

export interface PicturePerson {
  readonly handle: Handle;
  /** the name, else the affiliation, else nothing */
  readonly called: string;
  readonly objects: boolean;
  /** said last */
  readonly latest: boolean;
}

export interface PictureOfSpeaker {
  readonly who: string;
  readonly since: Instant;
  readonly next: readonly string[];
}

/** What the projector is told to show. */
export type Projection =
  | {
      readonly is: 'picture';
      readonly picture: Picture;
      readonly theme: 'light' | 'dark';
      /** size of everything in parts of the usual one */
      readonly scale: number;
    }
  | { readonly is: 'blank' };

/** What a moderator leaves off the picture. */
export interface PictureChoices {
  readonly numbers: boolean;
  readonly names: boolean;
  readonly objections: boolean;
  readonly queue: boolean;
}

/** How many of those who wait are named. */
const NEXT = 3;

/** The picture of a session as it stands. Pure: the same session and choices give the same picture. */
export function pictureOf(session: Session, choices: PictureChoices): Picture {
  const open = openSubsystem(session);
  const title = meetingOf(session)?.title ?? 'Untitled';
  if (open === undefined) return { title };
  const on = pictureOfSubsystem(session, open.slug, instantOf(open.entry), choices);
  const speaking = choices.queue ? pictureOfSpeaker(session, open.slug) : undefined;
  return { title, on, ...(speaking === undefined ? {} : { speaker: speaking }) };
}

function pictureOfSubsystem(session: Session, slug: Slug, since: Instant, choices: PictureChoices): PictureOfSubsystem {
  const { name, question, minutes } = subsystemOf(session, slug);
  const agenda = subsystems(session).map((each) => each.slug);
  const counted = tally(session, slug);
  const held = positionsFor(session, slug);
  const here = objections(session).filter((each) => isOpen(each) && subsystemOn(session, each.on) === slug);
  const objecting = new Set(here.map(({ who }) => who));
  const last = held.reduce<Position | undefined>(
    (a, b) => (a === undefined || b.entry.id > a.entry.id ? b : a),
    undefined,
  );
  const call = standingCall(session, { subsystem: slug });
  const poll = pictureOfPoll(session, slug, choices);
  const column = (stance: Stance): PictureColumn => ({
    stance,
    people: holding(session, held, stance).map((who) => ({
      handle: who,
      called: calledOf(session, who),
      objects: objecting.has(who),
      latest: who === last?.who,
    })),
  });
  const columns = choices.names ? STANCES.map(column) : STANCES.map((stance) => ({ stance, people: [] }));
  return {
    slug,
    name,
    ...(question === undefined ? {} : { question }),
    place: agenda.indexOf(slug) + 1,
    of: agenda.length,
    since,
    ...(minutes === undefined ? {} : { minutes }),
    ...(choices.numbers ? { tally: counted } : {}),
    columns,
    named: columns.reduce((all, { people: some }) => all + some.length, 0),
    abstain: choices.names ? holding(session, held, 'abstain') : [],
    recused: choices.names ? holding(session, held, 'recuse') : [],
    silent: counted.none,
    objections: choices.objections
      ? here.map(({ who, reason, until }) => ({
          who,
          words: reason ?? (until === undefined ? 'objects' : 'asks for time'),
        }))
      : [],
    ...(call === undefined || call.conflict ? {} : { call: callShown(call.entry) }),
    ...(poll === undefined ? {} : { poll }),
  };
}

/** The last poll, where it was opened or revealed on this turn of the room and is not about another subsystem. */
function pictureOfPoll(session: Session, slug: Slug, { numbers }: PictureChoices): PictureOfPoll | undefined {
  const turned = openSubsystem(session)?.entry;
  const poll = polls(session).at(-1);
  if (poll === undefined || turned === undefined) return undefined;
  const shown = unstruck<'poll-revealed'>(session, 'reveal', poll.id).at(-1)?.id ?? poll.id;
  if (shown < turned) return undefined;
  if (poll.subsystem !== undefined && poll.subsystem !== slug) return undefined;
  const { question, options, counts, revealed } = poll;
  return { question, options, ...(revealed && numbers && counts !== undefined ? { counts } : {}) };
}

function callShown({ call, stance, statement, to }: CallMade): Pick<CallMade, 'call' | 'stance' | 'statement' | 'to'> {
  return {
    call,
    ...(stance === undefined ? {} : { stance }),
    ...(statement === undefined ? {} : { statement }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Those who give an answer, in the order in which people came. */
function holding(session: Session, held: readonly Position[], stance: PositionStance): readonly Handle[] {
  const who = new Set(held.filter((position) => position.stance === stance).map((position) => position.who));
  const added = new Set(people(session).map(({ handle }) => handle));
  const others = [...holders(session).value].filter((handle) => !added.has(handle)).sort();
  return [...added, ...others].filter((handle) => who.has(handle));
}

function calledOf(session: Session, handle: Handle): string {
  const { name, affiliation } = personOf(session, handle);
  return name ?? affiliation ?? '';
}

function pictureOfSpeaker(session: Session, slug: Slug): PictureOfSpeaker | undefined {
  const now = speaker(session);
  if (now === undefined) return undefined;
  const next = queueOf(session, slug)
    .waiting.slice(0, NEXT)
    .map(({ who }) => who);
  return { who: [now.who, calledOf(session, now.who)].join(' ').trim(), since: now.since, next };
}
