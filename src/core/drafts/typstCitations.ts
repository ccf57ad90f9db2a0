import type { TextRange } from '../text';
import type { Citation, CitationForm, CitationGroup } from './types';
import { typstArguments } from './typstArguments';
import { typstStringValue } from './typstLexer';
import { scanTypst } from './typstScanner';
import type { TypstCall, TypstToken } from './typstTypes';

/** Labels that by their names are figures, tables, sections, ...: they may be defined in another file. */
const CROSS_REFERENCE =
  /^(?:(?:fig|figure|tab|tbl|table|eq|eqt|equation|sec|section|lst|listing|code|alg|thm|lem|def|prop|cor)[:-]|(?:app|apx|chap|ch|sub|part|ex|rem|note)[:])/i;

/**
 * The citations of a Typst file, in file order: `@key`, `@key[p. 3]`, and calls of `cite` with `<key>` or `label("key")`.
 *
 * A reference to a label that the text defines, or that is named like one of a figure or section, is none.
 *
 * @param labels - further labels, defined in other files of the project
 */
export function parseTypstCitations(text: string, labels?: ReadonlySet<string>): readonly CitationGroup[] {
  const scan = scanTypst(text);
  const groups: CitationGroup[] = [];
  for (const { range, key } of scan.references) {
    const name = text.slice(key.start, key.end);
    if (!scan.labels.has(name) && labels?.has(name) !== true && !CROSS_REFERENCE.test(name)) {
      groups.push(group(range, '@', 'parenthetical', { key: name, range: key }, []));
    }
  }
  for (const call of scan.calls) {
    const found = call.name === 'cite' ? citeCall(text, call) : undefined;
    if (found) {
      groups.push(found);
    }
  }
  return groups.sort((a, b) => a.range.start - b.range.start);
}

function citeCall(text: string, call: TypstCall): CitationGroup | undefined {
  const { positional, named } = typstArguments(text, call);
  const place = positional.map((token) => keyPlace(token)).find((range) => range !== undefined);
  if (!place) {
    return undefined;
  }
  const written = text.slice(place.range.start, place.range.end);
  const key = place.escaped ? typstStringValue(written) : written;
  const form = named.get('form')?.[0];
  const value = form && text.slice(form.range.start, form.range.end);
  return group(
    call.range,
    'cite',
    value === 'prose' || value === 'author' ? 'textual' : 'parenthetical',
    key === '' ? undefined : { key, range: place.range },
    [place.range],
    value === 'none',
  );
}

/** Where the key of `<key>` or `label("key")` stands. */
function keyPlace(token: TypstToken): { readonly range: TextRange; readonly escaped: boolean } | undefined {
  if (token.type === 'label') {
    return { range: token.range, escaped: false };
  }
  const name = token.call?.name === 'label' ? token.call.tokens[0] : undefined;
  return name?.type === 'string' ? { range: name.range, escaped: true } : undefined;
}

function group(
  range: TextRange,
  command: string,
  form: CitationForm,
  key: { readonly key: string; readonly range: TextRange } | undefined,
  keyLists: readonly TextRange[],
  silent = false,
): CitationGroup {
  const citations: Citation[] = [];
  const made: CitationGroup = { range, command, form, citations, keyLists, silent };
  if (key) {
    citations.push({ ...key, group: made });
  }
  return made;
}
