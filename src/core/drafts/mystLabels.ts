/** `(label)=` above a target; `:label:` or `:name:` in a directive; `label:` in its YAML; `{#label}` of an element. */
const LABEL =
  /^[ \t>]*\(([^()\s]+)\)=[ \t]*\r?$|^[ \t>]*:?(?:label|name):[ \t]*(\S+)[ \t]*\r?$|\{[^{}\n]{0,100}?#([^\s{}]+)[^{}\n]{0,100}\}/gm;

/** The labels that a MyST text defines: `@label` refers to them and is no citation. */
export function mystLabels(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(LABEL)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''));
}
