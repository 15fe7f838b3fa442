import { describe, expect, test } from 'vitest';
import { complete } from './complete';
import { room, slug, type Room } from './testing/room';

/** What is offered where the caret stands: `|` in the line. */
function offered(typed: Room, line: string, open?: string): readonly string[] | undefined {
  const caret = line.indexOf('|');
  const found = complete(typed.session, line.replace('|', ''), caret, {
    add: 'ask',
    ...(open === undefined ? {} : { open: slug(open) }),
  });
  return found?.items.map(({ text }) => text);
}

describe('completion', () => {
  test('goes by prefix of handle, name, alias and role; case, accents and spaces are ignored', () => {
    const typed = room();
    typed.add({ kind: 'participant-added', who: 'x1', name: 'Zoë van Example', aliases: ['qq'], role: 'observer' });
    for (const prefix of ['x', 'X', 'zoe', 'zoev', 'exa', 'q', 'obs'])
      expect(offered(typed, `@${prefix}|`)).toEqual(['@x1']);
    expect(offered(typed, '@nobody|')).toBeUndefined();
  });

  test('offers seven at most', () => {
    expect(offered(room(), '@|')).toHaveLength(7);
  });

  test('people: not heard on this subsystem first, then who speaks, then by last use', () => {
    const typed = room().type('#uvc', '@p1 std', '@p2 #isp std', 'q+ @p5', 'ack', 'note @p3 -- said so');
    expect(offered(typed, '@p|')).toEqual(['@p5', '@p3', '@p2', '@p7', '@p8', '@p9', '@p12']);
    expect(offered(typed, '#isp @p|')?.slice(0, 3)).toEqual(['@p5', '@p3', '@p1']);
    typed.type('@p5 std');
    expect(offered(typed, '@p|')?.slice(0, 2)).toEqual(['@p3', '@p2']);
  });

  test('an exact handle comes before those that it begins', () => {
    expect(offered(room().type('#uvc', '@p1 std'), '@p1|')).toEqual(['@p1', '@p12']);
  });

  test('nobody is offered twice in one line', () => {
    expect(offered(room(), 'here @p1,@p1|')).toEqual(['@p12']);
    expect(offered(room(), 'here @p7,@p8,@p|')).not.toContain('@p8');
  });

  test('takes the word at the caret, not what stands after it', () => {
    const found = complete(room().session, '@ric #uvc std', 4, { add: 'ask' });
    expect(found).toMatchObject({ from: 0, to: 4 });
  });

  test('subsystems, stances, commands, calls and numbers', () => {
    const typed = room().type('#uvc', '@p1 obj -- why not', '@p2 obj -- because', 'withdraw 2', 'rule 4 -- text');
    expect(offered(typed, '@p7 #u|')).toEqual(['#uvc']);
    expect(offered(typed, '@p7 u|')).toEqual(['usr']);
    expect(offered(typed, '@p7 |')).toEqual(['std', 'usr', 'pass', 'abs', 'rec', 'none']);
    expect(offered(typed, '@p7 std ~p|')).toEqual(['~pass']);
    expect(offered(typed, 'acc|')).toEqual(['accommodate']);
    expect(offered(typed, 'withdraw |')).toEqual(['1']);
    expect(offered(typed, 'reopen |')).toEqual(['2']);
    // an unknown number is answered with those that are open
    expect(offered(typed, 'withdraw 9|')).toEqual(['1']);
    expect(offered(typed, 'call r|')).toEqual(['rough', 'reopen']);
    expect(offered(typed, 'call rough |')).toEqual(['std', 'usr', 'pass']);
    expect(offered(typed, '@p5 rule 4 ~|')).toEqual(['~yes']);
    expect(offered(typed, 'rule |')).toEqual(['4']);
  });

  test('nothing in the words of a remark, and nothing that is typed already', () => {
    expect(offered(room(), '@p7 -- so says @p|')).toBeUndefined();
    expect(offered(room(), '@p7 -- |')).toBeUndefined();
    expect(offered(room(), '@p7 well |')).toBeUndefined();
    expect(offered(room(), '@ricardo|')).toBeUndefined();
    expect(offered(room(), '|')).toBeUndefined();
  });
});
