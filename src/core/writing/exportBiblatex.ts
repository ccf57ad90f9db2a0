import type { BibliographicEntry, Work } from '../catalog/types';
import { isPreprint } from './preprint';

/** Types and fields that BibLaTeX knows under another name; see "Entry Types" and "Field Aliases" of its manual. */
const TYPES: Readonly<Record<string, { readonly type: string; readonly kind?: string }>> = {
  conference: { type: 'inproceedings' },
  electronic: { type: 'online' },
  www: { type: 'online' },
  techreport: { type: 'report', kind: 'techreport' },
  phdthesis: { type: 'thesis', kind: 'phdthesis' },
  mastersthesis: { type: 'thesis', kind: 'mathesis' },
};
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['journal', 'journaltitle'],
  ['address', 'location'],
  ['school', 'institution'],
  ['archiveprefix', 'eprinttype'],
  ['primaryclass', 'eprintclass'],
  ['key', 'sortkey'],
  ['annote', 'annotation'],
]);

/** A work's entry in the terms of BibLaTeX: `date`, `journaltitle`, `eprinttype`, preprints and web pages as `@online`. */
export function biblatexEntry(work: Work): BibliographicEntry {
  const { entry } = work;
  const preprint = isPreprint(work);
  const isWebPage = entry.type === 'misc' && entry.fields['url'] !== undefined;
  const known = TYPES[entry.type];
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(entry.fields)) {
    if (name === 'month' || (preprint && name === 'journal')) {
      continue;
    }
    if (name === 'publisher' && (preprint || entry.type === 'article')) {
      // BibLaTeX gives these types no publisher.
      continue;
    }
    if (name === 'year') {
      fields['date'] = dateOf(value, entry.fields['month']);
      if (known?.kind !== undefined && entry.fields['type'] === undefined) {
        fields['type'] = known.kind;
      }
    } else if (name === 'archiveprefix') {
      fields['eprinttype'] = value.toLowerCase() === 'arxiv' ? 'arxiv' : value;
    } else if (name === 'howpublished' && isWebPage) {
      fields['note'] ??= value;
    } else {
      fields[FIELDS.get(name) ?? name] = value;
    }
  }
  if (work.arxiv !== undefined && fields['eprint'] === undefined) {
    fields['eprint'] = work.arxiv;
    fields['eprinttype'] = 'arxiv';
  }
  return { type: preprint || isWebPage ? 'online' : (known?.type ?? entry.type), key: entry.key, fields };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2023-01` from a year and a month as BibTeX writes it: macro, name or number. */
function dateOf(year: string, month: string | undefined): string {
  const index = MONTHS.indexOf((month ?? '').trim().slice(0, 3).toLowerCase());
  const number = index >= 0 ? index + 1 : Number(month);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : year;
}
