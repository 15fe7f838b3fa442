import type { Maintainers, Section, Warning } from './section';
import { addField, sectionBuilder, type SectionBuilder, type Warn } from './section-builder';
import { hidesSomething, textLines } from './text';

/** The tags that mean something; other capital letters are fields too. */
const KNOWN = 'MRLSWQBCPTFXNK';
/** A field as old files have it, `M<tab>someone@osdl.example`, without the colon. */
const WITHOUT_COLON = /^[MRLSWQBCPTFXNK]\t/;
/** What looks like a field and is none that anybody knows; only inside a section, since titles look like this too. */
const LOOKS_LIKE_FIELD = /^([A-Z][A-Z0-9]{1,2}):\s+(.*)$/s;
/** A line that only underlines the one above: qemu and reStructuredText draw them. */
const UNDERLINE = /^(?:-{3,}|={3,}|~{3,}|\^{3,}|\*{3,}|_{3,})$/;

/**
 * MAINTAINERS text -> sections, as get_maintainer.pl reads it: blank lines and comments are dropped, a field is one
 * capital letter and a colon, every other line is a title, and a section is the title directly before a run of
 * fields. Three kindnesses go beyond it, each with a warning: a field that lacks its colon, a tag of two or three
 * letters inside a section (there it would start a section of that name), and underlines, which are nobody's title.
 * Never throws; the time grows with the length of the text.
 */
export function parseMaintainers(text: string): Maintainers {
  const warnings: Warning[] = [];
  const warn: Warn = (line, words) => void warnings.push({ line, text: words });
  const sections: Section[] = [];
  const hides = hidesSomething(text);
  let open: SectionBuilder | undefined;
  let title: { readonly text: string; readonly line: number } | undefined;
  let last = 0;
  const add = (tag: string, value: string, line: number): void => {
    if (open === undefined) {
      if (title === undefined) warn(line, `${tag}: stands before any title; the section has none.`);
      open = sectionBuilder(title?.text ?? '', title?.line ?? line);
      sections.push(open.section);
      title = undefined;
    }
    last = line;
    addField(open, tag, value, line, warn);
  };
  textLines(text).forEach((content, i) => {
    const line = i + 1;
    if (hides && hidesSomething(content)) warn(line, 'It holds characters that nobody can see.');
    const first = content.charAt(0);
    // most lines by far
    if (content.charAt(1) === ':' && first >= 'A' && first <= 'Z') {
      if (!KNOWN.includes(first)) warn(line, unknown(first));
      add(first, content.slice(2).trim(), line);
      return;
    }
    const trimmed = content.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    if (WITHOUT_COLON.test(content)) {
      warn(line, `${first} lacks its colon; it is read as ${first}:`);
      add(first, trimmed.slice(1).trim(), line);
      return;
    }
    const [, tag, value = ''] = (open !== undefined && last === i ? LOOKS_LIKE_FIELD.exec(content) : null) ?? [];
    if (tag !== undefined) {
      warn(line, unknown(tag));
      add(tag, value.trimEnd(), line);
      return;
    }
    if (!UNDERLINE.test(trimmed)) title = { text: trimmed, line };
    open = undefined;
  });
  warnOfTwins(sections, warn);
  return { sections, warnings: warnings.sort((a, b) => a.line - b.line) };
}

function unknown(tag: string): string {
  return `Nobody knows ${tag}: lines; it is kept as it is.`;
}

function warnOfTwins(sections: readonly Section[], warn: Warn): void {
  const seen = new Map<string, number>();
  for (const { title, line } of sections) {
    const first = seen.get(title);
    if (first === undefined) seen.set(title, line);
    else if (title !== '') warn(line, `Line ${first} has a section of the same title; they are kept apart.`);
  }
}
