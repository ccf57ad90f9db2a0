import { BibliographyIndex } from '../bibliography/bibliographyIndex';
import { parseCslJson } from './cslJson';
import { parseCslYaml } from './cslYaml';
import { FormatSource } from './formatSource';
import { parseHayagriva } from './hayagriva';
import type { BibliographySource, OtherFormat } from './source';
import { parseTheBibliography } from './theBibliography';

/**
 * The format of a bibliography, by the ending of its name and, for YAML, by its content.
 *
 * @param uri - of the file; of the draft itself, if the references stand in it
 * @param syntax - of the draft, which tells what an empty YAML file is for
 * @returns `undefined` for BibTeX, and for all names that say nothing
 */
export function formatOf(uri: string, text: string, syntax?: string): OtherFormat | undefined {
  const ending = /\.([a-z]+)(?:[?#].*)?$/i.exec(uri)?.[1]?.toLowerCase();
  switch (ending) {
    case 'json':
      return 'csl-json';
    case 'yaml':
    case 'yml':
      return isHayagriva(text, syntax) ? 'hayagriva' : 'csl-yaml';
    case 'md':
    case 'markdown':
    case 'qmd':
    case 'rmd':
    case 'mdx':
    case 'ipynb':
      return 'inline-references';
    case 'tex':
    case 'ltx':
    case 'latex':
    case 'rnw':
    case 'bbl':
      return 'thebibliography';
    default:
      return undefined;
  }
}

/**
 * Reads a bibliography in whatever format it is. Never throws.
 *
 * @param text - the whole file, a BOM included if the document has it
 */
export function openSource(uri: string, text: string): BibliographySource {
  const format = formatOf(uri, text);
  switch (format) {
    case undefined:
      return new BibliographyIndex(uri, text);
    case 'csl-json':
      return new FormatSource(uri, text, format, parseCslJson(text));
    case 'csl-yaml':
    case 'inline-references':
      return new FormatSource(uri, text, format, parseCslYaml(text, format));
    case 'hayagriva':
      return new FormatSource(uri, text, format, parseHayagriva(text));
    case 'thebibliography':
      return new FormatSource(uri, text, format, parseTheBibliography(text));
  }
}

/** CSL-YAML is a list, or has one as `references`; Hayagriva is a map of maps. */
function isHayagriva(text: string, syntax: string | undefined): boolean {
  if (text.trim() === '') {
    return syntax === 'typst';
  }
  const first = /^(?!\s*(?:#|$|---|%|\.\.\.)).*$/m.exec(text.replace(/^\ufeff/, ''))?.[0] ?? '';
  return /^[^\s[{-].*:\s*(?:#.*)?$/.test(first) && !/^(['"]?)references\1\s*:/m.test(text);
}
