import { expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { agendaText, readAgenda } from './agenda-text';

const known = new Set(['uvc', 'drm', 'cxl']);
const lines = [{ subsystem: 'uvc' as Slug, minutes: 20 }, { subsystem: 'drm' as Slug }];

test('an agenda is a text of one line a subsystem, and is read back', () => {
  expect(agendaText(lines)).toBe('uvc 20\ndrm');
  expect(readAgenda(agendaText(lines), known)).toEqual({ ok: true, value: lines });
  expect(readAgenda('\n  #UVC   20 \n\ndrm\n', known)).toEqual({ ok: true, value: lines });
});

test.each([
  ['uvc 20\nusb 3', 2, 'There is no such subsystem.'],
  ['uvc\n\nuvc 5', 3, 'It stands there twice.'],
  ['uvc soon', 1, 'These are no minutes.'],
  ['uvc 0', 1, 'These are no minutes.'],
  ['uvc 1.5', 1, 'These are no minutes.'],
  ['uvc 20 or so', 1, 'There is more than minutes.'],
])('what is wrong is named with its line: %j', (text, line, message) => {
  expect(readAgenda(text, known)).toMatchObject({ ok: false, error: { line, message } });
});
