import { expect, test } from 'vitest';
import { parseMaintainers } from '../../shared/maintainers/parse';
import { subsystemDrafts } from '../../shared/maintainers/subsystem-draft';
import type { Slug } from '../../shared/record/ids';
import { decideFromMaintainers } from '../../shared/session/from-maintainers';
import { record } from '../../shared/testing/build';
import { newsOf } from './maintainers-news';

const sections = (...lines: readonly string[]) => parseMaintainers(['List', '', ...lines, ''].join('\n')).sections;
const UVC = ['USB VIDEO', 'M:\tAna Lind <ana@x.example>', 'R:\tBo <bo@x.example>', 'L:\tuvc@x.example', 'F:\ta/'];

test('what a newer file says otherwise about seats and lists, and nothing where it says the same', () => {
  const build = record().do((session, env) =>
    decideFromMaintainers(
      session,
      subsystemDrafts(sections(...UVC), new Set()).map((draft) => ({ ...draft, slug: draft.slug as Slug })),
      env,
    ),
  );
  expect(newsOf(build.session, sections(...UVC))).toEqual([]);
  expect(newsOf(build.session, sections('ANOTHER', ...UVC.slice(1)))).toEqual([]);
  const newer = sections('USB VIDEO', 'M:\tCy <cy@x.example>', 'L:\tuvc@x.example', 'L:\tnew@x.example', 'F:\ta/');
  const [news] = newsOf(build.session, newer);
  expect(news?.subsystem.slug).toBe('usb-video');
  expect(news?.section).toBe(newer[0]);
  expect(news?.differences).toMatchObject([
    { kind: 'person-added', person: { name: 'Cy' } },
    { kind: 'person-removed', person: { name: 'Ana Lind' } },
    { kind: 'list-added', list: 'new@x.example' },
  ]);
});
