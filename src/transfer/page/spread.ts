/**
 * A regular expression whose source is spread over lines: a line break and the white space after it
 * mean nothing. For long lists of phrases in many languages.
 */
export const spread = (source: string, flags: string): RegExp =>
  new RegExp(source.replace(/\n\s*/g, ''), flags)
