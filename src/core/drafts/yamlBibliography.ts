import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { TextRange } from '../text';
import type { BibliographyDeclaration } from './types';

/** A top-level `bibliography:` with all that is indented below it. */
const BIBLIOGRAPHY_BLOCK =
  /^(['"]?)bibliography\1[ \t]*:.*(?:(?:\r\n|\n|\r(?!\n))(?:[ \t]+.*|-.*|[ \t]*(?=\r|\n)))*/m;

/**
 * Reads YAML as far as it goes: never throws, keeps what stands before and after a mistake where the parser can.
 *
 * @param yaml - one YAML document; a BOM is fine
 */
export function readYaml(yaml: string): Document.Parsed {
  return parseDocument(yaml, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
}

/** The top-level pair `bibliography: ...` that counts; of several it is the first with a value. */
export function bibliographyPair(document: Document.Parsed): Pair<unknown, Node | null> | undefined {
  if (!isMap(document.contents)) {
    return undefined;
  }
  const pairs = document.contents.items.filter(
    (pair) => isScalar(pair.key) && pair.key.value === 'bibliography',
  ) as Pair<unknown, Node | null>[];
  return pairs.find((pair) => !isScalar(pair.value) || pair.value.value !== null) ?? pairs[0];
}

/**
 * The bibliographies that front matter, `_quarto.yml` or `_metadata.yml` names: `bibliography:` with a path, a list of
 * paths or a map of those (Quarto). If the YAML is broken so that it hides the key, the key's own lines are read alone.
 *
 * @param text - the whole draft or YAML file; the ranges of the result refer to it
 * @param content - where the YAML stands in it
 * @param path - the keys that lead to the bibliographies, if they are not at a top-level `bibliography:`
 */
export function yamlDeclarations(
  text: string,
  content: TextRange = { start: 0, end: text.length },
  path: readonly string[] = [],
): BibliographyDeclaration[] {
  const yaml = text.slice(content.start, content.end);
  const document = readYaml(yaml);
  const found = declarationsIn(document, yaml, content.start, path);
  if (found.length > 0 || path.length > 0 || document.errors.length === 0) {
    return found;
  }
  const block = BIBLIOGRAPHY_BLOCK.exec(yaml);
  return block ? declarationsIn(readYaml(block[0]), block[0], content.start + block.index) : [];
}

function declarationsIn(
  document: Document.Parsed,
  yaml: string,
  offset: number,
  path: readonly string[] = [],
): BibliographyDeclaration[] {
  const declarations: BibliographyDeclaration[] = [];
  const visit = (node: unknown, position: TextRange | undefined): void => {
    if (isAlias(node)) {
      // An alias inside an aliased node could lead round in a circle; nobody writes bibliographies that way.
      if (position === undefined) {
        visit(node.resolve(document), rangeOf(node));
      }
    } else if (isSeq(node)) {
      node.items.forEach((item) => visit(item, position));
    } else if (isMap(node)) {
      node.items.forEach((pair) => visit(pair.value, position));
    } else if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') {
      const name = node.value.trim();
      const range = position ?? within(yaml, rangeOf(node), name);
      declarations.push({
        path: name,
        range: { start: offset + range.start, end: offset + range.end },
        by: 'yaml',
      });
    }
  };
  visit(path.length === 0 ? bibliographyPair(document)?.value : document.getIn(path, true), undefined);
  return declarations;
}

function rangeOf(node: Node): TextRange {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

/** A scalar's range without quotes, block header or indent; all of it if it is written with escapes. */
function within(yaml: string, range: TextRange, path: string): TextRange {
  const at = yaml.slice(range.start, range.end).indexOf(path);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + path.length };
}
