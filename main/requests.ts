import {
  SNAPSHOT_BEFORE,
  WINDOW_ACTS,
  type Channel,
  type HalfTyped,
  type MenuKey,
  type Requests,
  type Settings,
  type WindowAct,
} from '../shared/ipc';
import { isId, type Id } from '../shared/record/ids';
import { areHalfTyped } from './half-typed';
import { areRecordedDrafts } from './recorded-drafts';
import { readSettings } from './settings-schema';

/** The longest text that crosses, in UTF-16 units: V8 keeps no longer string than 2^29. */
const MAX_TEXT = 2 ** 28;
const MAX_LINES = 2 ** 24;
const MAX_ADDRESSES = 1_000;
const MAX_COMMANDS = 1_000;
/** Electron throws for an accelerator that it doesn't know. */
const ACCELERATOR =
  /^(?:(?:CmdOrCtrl|Ctrl|Cmd|Alt|Shift)\+){0,4}(?:[A-Z0-9!-*,-/:-@[-`{-~]|F(?:[1-9]|1\d|2[0-4])|Plus|Space|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown)$/;

/** What a channel's request is once it was read: as the contract says, and a session's id is known to be one. */
export type Read = { readonly [C in Channel]: WithId<Requests[C]['request']> };
type WithId<T> = { readonly [K in keyof T]: K extends 'session' ? Id | Extract<T[K], undefined> : T[K] };

/**
 * The gate: each request is `unknown` until its reader has taken from it what the contract names, and nothing else.
 * A reader answers undefined for a request that is not of the contract.
 */
export const readers: { readonly [C in Channel]: (value: unknown) => Read[C] | undefined } = {
  hello: (value) => (isFields(value) ? {} : undefined),
  'journal-append': (value) => {
    if (!isFields(value) || !isSession(value.session) || !isTexts(value.lines, MAX_LINES)) return undefined;
    const { session, lines, mend, drafts } = value;
    if (!(mend === undefined || isTexts(mend, MAX_LINES))) return undefined;
    if (!(drafts === undefined || areRecordedDrafts(drafts))) return undefined;
    return {
      session,
      lines,
      ...(mend !== undefined && { mend }),
      ...(drafts !== undefined && { drafts: drafts.map(({ key, typed }) => ({ key, typed })) }),
    };
  },
  'journal-read': (value) => {
    if (!isFields(value)) return undefined;
    const { session, from, whole } = value;
    if (session === undefined) return whole === undefined ? {} : whole === true ? { whole } : undefined;
    if (!isSession(session) || !(from === undefined || from === 'snapshot')) return undefined;
    return from === undefined ? { session } : { session, from };
  },
  'snapshot-take': (value) => {
    if (!isFields(value) || !isSession(value.session)) return undefined;
    const before = SNAPSHOT_BEFORE.find((each) => each === value.before);
    return before === undefined ? undefined : { session: value.session, before };
  },
  'file-open': (value) => {
    if (!isFields(value)) return undefined;
    const { announced, rest } = value;
    if (!(announced === undefined || isText(announced)) || !(rest === undefined || isText(rest))) return undefined;
    return { ...(announced !== undefined && { announced }), ...(rest !== undefined && { rest }) };
  },
  'file-save': (value) => {
    if (!isFields(value) || !isText(value.suggestedName)) return undefined;
    const { suggestedName, text, html, to } = value;
    if (text !== undefined) return isText(text) ? { suggestedName, text } : undefined;
    return isText(html) && (to === 'pdf' || to === 'printer') ? { html, to, suggestedName } : undefined;
  },
  'mail-open': (value) => {
    if (!isFields(value) || !isTexts(value.to, MAX_ADDRESSES) || !isText(value.subject) || !isText(value.body))
      return undefined;
    const { to, cc, subject, inReplyTo, body } = value;
    if (!(cc === undefined || isTexts(cc, MAX_ADDRESSES)) || !(inReplyTo === undefined || isText(inReplyTo)))
      return undefined;
    return { to, subject, body, ...(cc !== undefined && { cc }), ...(inReplyTo !== undefined && { inReplyTo }) };
  },
  'clipboard-write': (value) => (isFields(value) && isText(value.text) ? { text: value.text } : undefined),
  'settings-write': (value) => {
    if (!isFields(value)) return undefined;
    if (value.settings !== undefined) return settingsIn(value.settings);
    if (value.halfTyped !== undefined) return halfTypedOf(value.halfTyped);
    return value.keys === undefined ? menuIn(value.menu) : keysIn(value.keys, value.aside);
  },
  'window-act': (value) => (isFields(value) && isWindowAct(value.act) ? { act: value.act } : undefined),
};

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

function isTexts(value: unknown, most: number): value is readonly string[] {
  return Array.isArray(value) && value.length <= most && value.every(isText);
}

function isSession(value: unknown): value is Id {
  return typeof value === 'string' && isId(value);
}

function settingsIn(value: unknown): { settings: Settings } | undefined {
  const { settings, mistakes } = readSettings(value);
  return mistakes.length === 0 ? { settings } : undefined;
}

function keysIn(keys: unknown, aside: unknown): { keys: string; aside?: boolean } | undefined {
  if (!isText(keys) || !(aside === undefined || typeof aside === 'boolean')) return undefined;
  return { keys, ...(aside !== undefined && { aside }) };
}

function halfTypedOf(texts: unknown): { halfTyped: readonly HalfTyped[] } | undefined {
  if (!areHalfTyped(texts)) return undefined;
  return { halfTyped: texts.map(({ key, text, typed }) => ({ key, text, typed })) };
}

function menuIn(value: unknown): { menu: readonly MenuKey[] } | undefined {
  if (!Array.isArray(value) || value.length > MAX_COMMANDS) return undefined;
  const menu = value.map(menuKeyIn);
  return menu.every((key) => key !== undefined) ? { menu } : undefined;
}

function menuKeyIn(value: unknown): MenuKey | undefined {
  if (!isFields(value) || !isText(value.command) || !isText(value.key) || !ACCELERATOR.test(value.key))
    return undefined;
  return { command: value.command, key: value.key };
}

function isWindowAct(value: unknown): value is WindowAct {
  return WINDOW_ACTS.some((act) => act === value);
}
