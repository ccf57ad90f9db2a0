/** How much of a file is looked at: enough to tell, and little of a large one. */
const LOOKED_AT = 200_000;

/** Whether a bibliography is written in the terms of BibLaTeX, `date` and not `year`: as Better BibTeX and JabRef's second kind do. */
export function isBiblatex(text: string): boolean {
  const part = text.slice(0, LOOKED_AT);
  const count = (pattern: RegExp): number => part.match(pattern)?.length ?? 0;
  return count(/[\s,](?:date|journaltitle)\s*=\s*["{]/gi) > count(/[\s,](?:year|journal)\s*=/gi);
}
