import type { Instant } from './ids';

const formats = new Map<string, Intl.DateTimeFormat>();

/** What was shown before, by zone and minute: a summary of a session names each of its minutes many times. */
const shown = new Map<string, string>();

/** A moment as the clocks of an IANA zone show it, to the minute: `2024-09-17 10:14`. An unknown zone reads as UTC. */
export function inZone(at: Instant, zone: string): string {
  const minute = `${zone} ${at.slice(0, 16)}`;
  const known = shown.get(minute);
  if (known !== undefined) return known;
  const text = readClock(at, zone);
  shown.set(minute, text);
  return text;
}

function readClock(at: Instant, zone: string): string {
  const part = new Map(
    formatOf(zone)
      .formatToParts(Date.parse(at))
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => part.get(type) ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}

/** Making a format costs a hundred times what using it does, so each is made once. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: isZone(zone) ? zone : 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** True for a zone that this platform knows. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
