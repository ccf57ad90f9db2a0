import { listInMap } from '../formats/cslJson';
import { readItem } from '../formats/cslYaml';
import { readJsonValue } from '../formats/jsonReader';
import { skipJsonSpace } from '../formats/jsonText';
import type { Value } from '../formats/value';
import { findYamlList } from '../formats/yamlItems';
import { readYamlValue } from '../formats/yamlValue';
import type { TextRange } from '../text';
import { problem } from './schema';
import type { OwnProblem } from './types';

/** The content of a catalog file as far as it could be read, with ranges in its text. */
export interface ReadValue {
  readonly value: Value | undefined;
  readonly problems: readonly OwnProblem[];
}

interface Piece {
  readonly range: TextRange;
  readonly problem: { readonly message: string; readonly range: TextRange } | undefined;
}

/** The name of the list of models in a map. */
export const MODELS = /^(?:models|'models'|"models")[ \t]*:(?=[ \t]|$)/;

/** Reads a catalog. Where it is broken, each model is read by itself, so that a broken one costs no other. */
export function readCatalogValue(text: string, format: 'yaml' | 'json'): ReadValue {
  const whole = readWhole(text, format);
  if (!whole.problem) {
    return { value: whole.value, problems: [] };
  }
  const broken = piecesOf(text, format).filter((piece) => piece.problem);
  let masked = text;
  for (const { range } of broken) {
    masked = masked.slice(0, range.start) + blank(text, range, format) + masked.slice(range.end);
  }
  const rest = broken.length > 0 ? readWhole(masked, format) : whole;
  const found = [...broken, { range: { start: 0, end: text.length }, problem: rest.problem }];
  return {
    value: rest.value,
    problems: found.flatMap(({ range, problem: each }) =>
      each ? [problem('syntax', visible(text, each.range, range), each.message)] : [],
    ),
  };
}

function readWhole(
  text: string,
  format: 'yaml' | 'json',
): { value: Value | undefined } & Omit<Piece, 'range'> {
  if (format === 'yaml') {
    const { value, problem: found } = readYamlValue(text, { start: 0, end: text.length });
    return { value, problem: found };
  }
  const at = skipJsonSpace(text, 0);
  if (at >= text.length) {
    return { value: undefined, problem: undefined };
  }
  const { value, end, problem: found } = readJsonValue(text, at);
  const rest = skipJsonSpace(text, end);
  const stray =
    rest < text.length
      ? { message: 'This stands behind the end.', range: { start: rest, end: text.trimEnd().length } }
      : undefined;
  return { value, problem: found ?? stray };
}

function piecesOf(text: string, format: 'yaml' | 'json'): Piece[] {
  if (format === 'yaml') {
    const list = findYamlList(text, 0, text.length, true, MODELS);
    return list?.style === 'block'
      ? list.items.map((range) => ({ range, problem: readItem(text, range).problem }))
      : [];
  }
  const at = skipJsonSpace(text, 0);
  const open =
    text.charAt(at) === '{' ? listInMap(text, at, /^models$/) : text.charAt(at) === '[' ? at : undefined;
  const pieces: Piece[] = [];
  let position = open === undefined ? text.length : skipJsonSpace(text, open + 1);
  while (text.charAt(position) === '{') {
    const { value, end: stop, problem: found } = readJsonValue(text, position);
    // Brackets too many behind a broken item are part of it, if another item follows.
    const stray = /[\]}\s]*(?=,\s*\{)/y;
    stray.lastIndex = stop;
    const end = found && stray.test(text) ? stray.lastIndex : stop;
    pieces.push({ range: { start: value.start, end: Math.max(value.end, end) }, problem: found });
    position = skipJsonSpace(text, end);
    if (text.charAt(position) === ',') {
      position = skipJsonSpace(text, position + 1);
    }
  }
  return pieces;
}

/** Nothing in the place of a broken item, of the same length, so that all other offsets hold. */
function blank(text: string, { start, end }: TextRange, format: 'yaml' | 'json'): string {
  const spaces = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return format === 'yaml' ? `-${spaces.slice(1)}` : end - start < 4 ? spaces : `null${spaces.slice(4)}`;
}

/** A place that can be seen: where something is missing, the first line of what it is missing from. */
function visible(text: string, place: TextRange, piece: TextRange): TextRange {
  if (text.slice(place.start, place.end).trim() !== '') {
    return place;
  }
  const first = /[^\r\n]*/.exec(text.slice(piece.start, piece.end).trimStart())?.[0] ?? '';
  const start = text.indexOf(first, piece.start);
  return { start, end: start + first.trimEnd().length };
}
