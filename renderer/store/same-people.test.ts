import { expect, test } from 'vitest';
import { decideUndo } from '../../shared/session/acts';
import { decideNewcomers } from '../../shared/session/newcomers';
import { people, personOf } from '../../shared/session/people';
import { decidePerhapsSame, placeOf } from '../../shared/session/perhaps-same';
import { decideDismiss } from '../../shared/session/suggestions';
import { record } from '../../shared/testing/build';
import { parseMailmap } from '../../shared/thread/mailmap';
import { perhapsSame } from './same-people';

const ANA = { name: 'Ana Lind', address: 'Ana@Kernel.example' };
const room = (...outsiders: readonly { readonly name?: string; readonly address?: string }[]) =>
  record().do((session, env) => decideNewcomers(session, outsiders, env));

test('equal names are proposed once, whichever came first; somebody without an address is the other', () => {
  const two = room({ name: 'Ana Lind' }, ANA);
  const [proposal, ...more] = perhapsSame(two.session, undefined);
  expect(more).toEqual([]);
  expect(proposal).toMatchObject({ who: 'ana', other: 'ana-l', because: ['same name'] });
  if (proposal === undefined) return;
  two.do((session, env) => decidePerhapsSame(session, proposal, env));
  expect(people(two.session)).toHaveLength(1);
  expect(perhapsSame(two.session, undefined)).toEqual([]);
  two.do(decideUndo);
  expect(perhapsSame(two.session, undefined)).toHaveLength(1);
});

test('what .mailmap says is another address of nobody else is taken, and the old one stays theirs', () => {
  const mailmap = parseMailmap('Ana Lind <ana@new.example> <ana@kernel.example>\n');
  const one = room(ANA);
  const [proposal] = perhapsSame(one.session, mailmap);
  expect(proposal).toMatchObject({ who: 'ana', address: 'ana@new.example', because: ['mailmap'] });
  if (proposal === undefined) return;
  one.do((session, env) => decidePerhapsSame(session, proposal, env));
  const [ana] = people(one.session);
  expect(ana).toMatchObject({ address: 'ana@new.example', addresses: ['ana@new.example', 'ana@kernel.example'] });
  expect(perhapsSame(one.session, mailmap)).toEqual([]);
  one.do((session, env) => {
    expect(decideNewcomers(session, [ANA], env)).toMatchObject({ ok: false });
    return decideNewcomers(session, [{ address: 'bo@x.example' }], env);
  });
  expect(people(one.session).map(({ handle }) => handle)).toEqual(['ana', 'bo']);
});

test('what was denied does not return; a name that looks like another is proposed for nobody', () => {
  const two = room(ANA, { ...ANA, address: 'ana@mail.example' });
  const [proposal] = perhapsSame(two.session, undefined);
  expect(proposal).toMatchObject({ who: 'ana-l', other: 'ana' });
  if (proposal === undefined) return;
  two.do((session, env) => decideDismiss(session, placeOf(proposal), env));
  expect(perhapsSame(two.session, undefined)).toEqual([]);
  expect(personOf(two.session, proposal.who).handle).toBe('ana-l');
  expect(perhapsSame(room(ANA, { name: 'An\u0430 Lind', address: 'x@y.example' }).session, undefined)).toEqual([]);
});
