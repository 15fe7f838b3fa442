/** What a line of a mail's body is, and whose words it holds. */
export type LineKind =
  /** the author's own words */
  | 'own'
  /** somebody else's, marked with `>` */
  | 'quoted'
  /** `On Thu, Ana wrote:` above a quote */
  | 'attribution'
  /** below `-- `, or a list's footer */
  | 'signature'
  /** below a line that Outlook and others put above a mail they repeat whole */
  | 'outlook'
  /** of a patch: nobody says it to anybody */
  | 'patch';

export interface BodyLine {
  /** from 1 */
  readonly n: number;
  /** as it stands, quote marks and all */
  readonly text: string;
  /** how often it is quoted; 0 for what is not */
  readonly depth: number;
  readonly kind: LineKind;
}

const SIGNATURE = /^--[ \t]*$/;
const FOOTER = /^_{20,}$/;
const OUTLOOK =
  /^(?:-{2,} ?(?:Original (?:Message|Appointment)|Forwarded [Mm]essage|Ursprüngliche Nachricht|Message d'origine|Mensaje original) ?-{2,}|_{20,})\s*$/;
const OUTLOOK_HEADER = /^\*?(?:From|Von|De|Da|Van|Sent|Gesendet|Enviado|Date):\*? /;
const PATCH_START = /^(?:diff --git |Index: \S|--- a\/|---$|--- \/dev\/null)/;
const WROTE =
  /(?:(?:wrote|writes|said|a écrit|ha scritto|escribió|escreveu)(?: on [^:]*| \([^:]*\))?|schrieb(?: [^:]{1,80})?|<[^<>\s]{1,100}@[^<>\s]{1,100}>(?: \[[^\]]{0,40}\])?)\s*:\s*$/i;
const WROTE_START = /^\W{0,3}(?:On|Am|Le|El|Il|Em|Op|At|Quoting|From)\b/;
/** an attribution is broken over at most so many lines */
const WROTE_LINES = 3;
const LONGEST_WROTE = 400;

/** The lines of a mail's body with what each is. Linear in its length. */
export function bodyLines(body: string): readonly BodyLine[] {
  const texts = body.split('\n');
  const depths = texts.map(quoteDepth);
  const kinds = texts.map((_, at): LineKind => ((depths[at] ?? 0) > 0 ? 'quoted' : 'own'));
  markTail(texts, depths, kinds);
  markPatch(texts, kinds);
  markAttributions(texts, kinds);
  return texts.map((text, at) => ({ n: at + 1, text, depth: depths[at] ?? 0, kind: kinds[at] ?? 'own' }));
}

/** Quote marks at the start of a line, with at most one space between two. */
function quoteDepth(line: string): number {
  let depth = 0;
  for (let at = 0; line.charAt(at) === '>'; at += line.charAt(at + 1) === ' ' && line.charAt(at + 2) === '>' ? 2 : 1) {
    depth += 1;
  }
  return depth;
}

/** A line without its quote marks and the space behind them. */
export function unquoted(line: string): string {
  return line.replace(/^>(?: ?>)* ?/, '');
}

/** The signature below `-- ` and what Outlook repeats: both go on until the end, or until a quote at the margin. */
function markTail(texts: readonly string[], depths: readonly number[], kinds: LineKind[]): void {
  let tail: 'signature' | 'outlook' | undefined;
  texts.forEach((text, at) => {
    if ((depths[at] ?? 0) > 0) {
      // somebody who answers below their own signature's mark still answers
      if (tail === 'signature') tail = undefined;
      return;
    }
    if (SIGNATURE.test(text)) tail = 'signature';
    else if (OUTLOOK.test(text)) {
      const headed = texts.slice(at + 1, at + 4).some((next) => OUTLOOK_HEADER.test(next));
      if (headed || text.startsWith('-')) tail = 'outlook';
      else if (FOOTER.test(text) && /list|http/i.test(texts.slice(at + 1, at + 4).join(' '))) tail = 'signature';
    }
    if (tail !== undefined) kinds[at] = tail;
  });
}

/** From the first line of a diff to the signature: a patch, in what is not quoted. */
function markPatch(texts: readonly string[], kinds: LineKind[]): void {
  let patch = false;
  let said = 0;
  texts.forEach((text, at) => {
    if (kinds[at] !== 'own') {
      if (kinds[at] === 'quoted') patch = false;
      return;
    }
    if (!patch && PATCH_START.test(text) && isPatch(texts, at)) patch = true;
    if (!patch) {
      said = at;
      return;
    }
    kinds[at] = 'patch';
  });
  // the trailers above `---` are the patch's own too
  if (kinds[said + 1] === 'patch' && texts[said + 1] === '---') {
    for (let at = said; at >= 0 && kinds[at] === 'own' && /^[A-Z][\w-]*-by: /.test(texts[at] ?? ''); at -= 1) {
      kinds[at] = 'patch';
    }
  }
}

/** `---` may be a ruler; a patch has its files or its diffstat below. */
function isPatch(texts: readonly string[], at: number): boolean {
  if (texts[at] !== '---') return true;
  return texts
    .slice(at + 1, at + 60)
    .some((line) => /^(?:diff --git |Index: \S|--- a\/)|^ \d+ files? changed/.test(line));
}

/** Lines that say who is quoted: they end in `wrote:` or the like, directly above a quote or with blank lines between. */
function markAttributions(texts: readonly string[], kinds: LineKind[]): void {
  let below: LineKind | undefined;
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    const text = texts[at] ?? '';
    if (kinds[at] === 'own' && below === 'quoted' && text.length <= LONGEST_WROTE && WROTE.test(text)) {
      const start = attributionStart(texts, kinds, at);
      for (let line = start; line <= at; line += 1) kinds[line] = 'attribution';
    }
    if (text.trim() !== '') below = kinds[at];
  }
}

/** An attribution may be broken over lines: it begins where a line begins as one does, in the same paragraph. */
function attributionStart(texts: readonly string[], kinds: readonly LineKind[], end: number): number {
  for (let at = end; at > end - WROTE_LINES && kinds[at] === 'own' && texts[at]?.trim() !== ''; at -= 1) {
    if (WROTE_START.test(texts[at] ?? '')) return at;
  }
  return end;
}
