/** Several mails as one file, in the mboxrd form: a line that begins like a separator gets one more `>`. */
export function mboxText(emls: readonly string[]): string {
  return emls.map((eml) => `From mboxrd@z Thu Jan  1 00:00:00 1970\n${eml.replace(/^(>*From )/gm, '>$1')}\n`).join('');
}
