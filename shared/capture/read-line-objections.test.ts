import { describe, expect, test } from 'vitest';
import { objections } from '../session/objections';
import { questions } from '../session/questions';
import { rules } from '../session/rules';
import { calls } from '../session/calls';
import { recorded, room, says, stored, type Room } from './testing/room';

describe('an objection', () => {
  const P2_OBJECTS = { kind: 'objection-raised', number: 1, who: 'p2' };

  test('with the reason and what would remove it', () => {
    expect(says('@p2 obj #uvc -- bug reports become unreadable // unless the layout is in the tree')).toEqual([
      {
        ...P2_OBJECTS,
        on: { subsystem: 'uvc' },
        rationale: 'bug reports become unreadable',
        remedy: 'the layout is in the tree',
      },
    ]);
  });

  test('to a rule, to a rule for one subsystem, to a question, to a call', () => {
    const rule = (typed: Room): object => ({ rule: rules(typed.session)[0]?.id });
    const [objection, on] = says('@p2 obj rule 3 -- no', ['rule 3 -- text'], rule);
    expect(objection).toEqual({ ...P2_OBJECTS, on, rationale: 'no' });
    const [there, onThere] = says('@p2 obj rule 3 #isp -- no', ['rule 3 -- text'], rule);
    expect(there).toEqual({ ...P2_OBJECTS, on: { ...onThere, subsystem: 'isp' }, rationale: 'no' });
    const [asked, onAsked] = says('@p2 obj question 1 -- no', ['? @dan -- why?'], (typed) => ({
      question: questions(typed.session)[0]?.id,
    }));
    expect(asked).toEqual({ ...P2_OBJECTS, on: onAsked, rationale: 'no' });
    const [called, onCalled] = says('@p2 obj call #uvc -- no', ['call rough std -- so'], (typed) => ({
      call: calls(typed.session)[0]?.entry.id,
    }));
    expect(called).toEqual({ ...P2_OBJECTS, on: onCalled, rationale: 'no' });
  });

  test('a hold ends so long after it was said, or with a day in the zone of the session', () => {
    const until = (line: string): unknown => (says(line)[0] as { readonly until?: string }).until;
    const at = '2024-09-17T08:00:00Z';
    expect(until(`@p2 hold 20m said ${at}`)).toBe('2024-09-17T08:20:00.000Z');
    expect(until(`@p2 hold 3h said ${at}`)).toBe('2024-09-17T11:00:00.000Z');
    expect(until(`@p2 hold 7d said ${at}`)).toBe('2024-09-24T08:00:00.000Z');
    expect(until('@p2 hold 2024-09-24')).toBe('2024-09-24T21:59:59.999Z');
    const { entries } = recorded(room().read('@p2 hold 20m #uvc'));
    const [hold] = entries as unknown as readonly { readonly id: string; readonly until: string }[];
    expect(Date.parse(hold!.until) - Date.parse(hold!.id.slice(0, 24))).toBe(1_200_000);
  });
});

describe('settling an objection', () => {
  const before = ['@p2 obj -- because'];
  const settled = (line: string, lines = before): unknown => {
    const typed = room().type('#uvc', ...lines);
    const [entry] = stored(recorded(typed.read(line)).entries);
    const { objection, ...fields } = entry as { readonly objection?: unknown };
    expect(objection).toBe(objections(typed.session)[0]?.id);
    return fields;
  };
  const kind = 'objection-settled';

  test('by its author, by the chair, or by whoever is named', () => {
    expect(settled('accommodate 1')).toEqual({ kind, who: 'p2', disposition: 'accommodated' });
    expect(settled('withdraw 1')).toEqual({ kind, who: 'p2', disposition: 'withdrawn' });
    expect(settled('@p1 withdraw 1')).toEqual({ kind, who: 'p1', disposition: 'withdrawn' });
    expect(settled('address 1 -- it is documented')).toEqual({
      kind,
      who: 'mod',
      disposition: 'addressed',
      answer: 'it is documented',
    });
    expect(settled('defer 1')).toEqual({ kind, who: 'mod', disposition: 'deferred' });
    expect(settled('reopen 1', [...before, 'defer 1'])).toEqual({ kind, who: 'mod', disposition: 'open' });
  });

  test('a dispute names the settlement that it disputes', () => {
    const typed = room().type('#uvc', ...before, 'address 1 -- done');
    const settlement = objections(typed.session)[0]?.settlement?.entry.id;
    const [dispute] = stored(recorded(typed.read('@p5 dispute 1 -- it is not')).entries);
    expect(dispute).toMatchObject({ kind: 'objection-disputed', who: 'p5', settled: settlement, why: 'it is not' });
  });
});
