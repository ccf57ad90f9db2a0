import { formatEntry } from '../bibliography/format';
import { DEFAULT_STYLE } from '../bibliography/style';
import type { Work } from '../catalog/types';
import { biblatexEntry } from './exportBiblatex';
import { cslItem } from './exportCsl';
import { risRecord } from './exportRis';
import { referenceLine } from './reference';

export type ExportFormat = 'bibtex' | 'biblatex' | 'csl-json' | 'ris' | 'reference';

/**
 * Works as text for another program or for people. The text ends with a line break, as files of these formats do, but for
 * references, which are pasted into text.
 *
 * Formats: BibTeX; BibLaTeX's data model (its manual, section 2); CSL-JSON of the CSL schema 1.0.2; RIS (Research Information
 * Systems; lines end with CR LF); one reference line per work.
 */
export function exportWorks(works: readonly Work[], format: ExportFormat): string {
  switch (format) {
    case 'bibtex':
      return entries(works.map((work) => formatEntry(work.entry, DEFAULT_STYLE)));
    case 'biblatex':
      return entries(works.map((work) => formatEntry(biblatexEntry(work), DEFAULT_STYLE)));
    case 'csl-json':
      return `${JSON.stringify(works.map(cslItem), undefined, 2)}\n`;
    case 'ris':
      return works.map(risRecord).join('\r\n');
    case 'reference':
      return works.map(referenceLine).join('\n');
  }
}

function entries(formatted: readonly string[]): string {
  return formatted.length === 0 ? '' : `${formatted.join('\n\n')}\n`;
}
