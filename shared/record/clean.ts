/** A text as a record can hold it: lines end in LF, other control characters are left out, half surrogates replaced. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' || control >= '\u007f' ? control : ''))
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** A value as a record can hold it: texts cleaned, and what is empty then is absent. */
export function cleaned<T>(value: T): T;
export function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => cleaned(item)).filter(isThere);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const clean: unknown = cleaned(member);
      return isThere(clean) ? [[key, clean]] : [];
    }),
  );
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
