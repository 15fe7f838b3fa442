const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `[Thu,] 25 Jul 2024 11:26[:38] +0200` (RFC 5322 3.3), with the obsolete forms of 4.3. */
const DATE_TIME =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?[ \t]+)?(\d{1,2})[ \t-]+([a-z]{3})[a-z]{0,6}[ \t-]+(\d{2,4})[ \t]+(\d{1,2}):(\d\d)(?::(\d\d))?[ \t]+([+-]\d{4}|[a-z]{1,5})$/i;
/** Zones by name, in minutes (RFC 5322 4.3); other names tell nothing and count as UTC there. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['z', 0],
  ['edt', -240],
  ['est', -300],
  ['cdt', -300],
  ['cst', -360],
  ['mdt', -360],
  ['mst', -420],
  ['pdt', -420],
  ['pst', -480],
]);
const LONGEST = 200;
const EARLIEST_YEAR = 1970;
const LATEST_YEAR = 2199;
const FURTHEST_ZONE = 14 * 60;

/**
 * The moment that a Date header names, as RFC 3339 in UTC with milliseconds. Undefined where it is no date by the
 * grammar of RFC 5322, or one that cannot be: the engine's own parser takes 30 Feb, year 100024 and zone +2500.
 */
export function readDate(header: string): string | undefined {
  if (header.length > LONGEST) return undefined;
  const found = DATE_TIME.exec(withoutComments(header).trim());
  if (found === null) return undefined;
  const [, day = '', monthName = '', yearText = '', hour = '', minute = '', second = '0', zoneText = ''] = found;
  const month = MONTHS.indexOf(monthName.toLowerCase());
  const year = fullYear(yearText);
  const zone = offset(zoneText.toLowerCase());
  if (month === -1 || year < EARLIEST_YEAR || year > LATEST_YEAR || zone === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const midnight = new Date(Date.UTC(year, month, Number(day)));
  if (midnight.getUTCDate() !== Number(day)) return undefined;
  // a leap second counts as the one before it
  const seconds = Number(hour) * 3600 + (Number(minute) - zone) * 60 + Math.min(59, Number(second));
  return new Date(midnight.getTime() + seconds * 1000).toISOString();
}

/** Two digits are 1950 to 2049, three count from 1900 (RFC 5322 4.3). */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return text.length === 3 || year >= 50 ? 1900 + year : 2000 + year;
}

function offset(zone: string): number | undefined {
  const numbers = /^([+-])(\d\d)(\d\d)$/.exec(zone);
  if (numbers === null) return ZONES.get(zone);
  const minutes = Number(numbers[2]) * 60 + Number(numbers[3]);
  return Number(numbers[3]) > 59 || minutes > FURTHEST_ZONE ? undefined : numbers[1] === '-' ? -minutes : minutes;
}

/** Comments in parentheses, also within each other, as spaces. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let depth = 0;
  return [...text]
    .map((character) => {
      if (character === '(') depth += 1;
      const shown = depth === 0 ? character : ' ';
      if (character === ')') depth = Math.max(0, depth - 1);
      return shown;
    })
    .join('');
}
