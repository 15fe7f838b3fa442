import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Colour = readonly [lightness: number, chroma: number, hue: number];
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The pair of a token: light, dark. */
function pairOf(token: string): readonly [Colour, Colour] {
  const line = new RegExp(`--${token}: light-dark\\((.*)\\);`).exec(css)?.[1];
  const colours = [...(line ?? '').matchAll(/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g)];
  const [light, dark] = colours.map(([, l, c, h]): Colour => [Number(l) / 100, Number(c), Number(h)]);
  if (light === undefined || dark === undefined) throw new Error(`--${token} is no pair of colours`);
  return [light, dark];
}

/** Relative luminance (WCAG 2.2) of an oklch colour in linear sRGB, by the matrices of Björn Ottosson, "Oklab", 2020. */
function luminance([lightness, chroma, hue]: Colour): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const [red, green, blue] = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: Colour, other: Colour): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['bg-page', 'bg-chrome', 'bg-hover', 'bg-select', 'bg-raised', 'bg-field'];
const stances = ['s', 'u', 'p', 'a'];
const pairs: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ...grounds.flatMap(
    (ground) =>
      [
        ['ink-1', ground, 7],
        ['ink-2', ground, 4.5],
        ['ink-3', ground, 4.5],
      ] as const,
  ),
  ['ink-inverse', 'bg-inverse', 7],
  ['ink-inverse-2', 'bg-inverse', 4.5],
  ...stances.flatMap((st) => [
    [`${st}-ink`, `${st}-tint`, 4.5] as const,
    ...['bg-page', 'bg-select', 'bg-chrome'].flatMap(
      (ground) =>
        [
          [`${st}-ink`, ground, 4.5],
          [`${st}-fill`, ground, 3],
        ] as const,
    ),
    [`${st}-fill`, `${st}-tint`, 3] as const,
  ]),
  ...['bad-tint', 'bg-page', 'bg-select', 'bg-chrome', 'bg-raised'].map((ground) => ['bad-ink', ground, 4.5] as const),
  ['bad-fill', 'bg-page', 3],
  ['focus', 'bg-page', 3],
  ['focus', 'bg-select', 3],
  ['line-strong', 'bg-field', 3],
];

test.each(pairs)('UX-15: --%s can be read on --%s: at least %d to 1, light and dark', (ink, ground, least) => {
  const [light, dark] = pairOf(ink);
  const [lightGround, darkGround] = pairOf(ground);
  expect(contrast(light, lightGround)).toBeGreaterThanOrEqual(least);
  expect(contrast(dark, darkGround)).toBeGreaterThanOrEqual(least);
});
