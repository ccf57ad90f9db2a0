/** Elements of pictures that pages draw. */
export const drawnElements: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'text',
  'title',
  'desc',
  'defs',
  'pattern',
]);

/** Attributes that act, load something or hold a language of their own. */
export const forbiddenAttribute = /^on|href|style/i;

/** Attributes in which an address may stand. */
const paint = /^(?:fill|stroke|mask|filter|clip|marker|cursor)/i;

const PIECE = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z_:][-\w.:]*="[^"<>]*")*)\s*\/?>|[^<>]+/y;
const NAME = /\s([A-Za-z_:][-\w.:]*)="([^"]*)"/g;

/**
 * Whether a document is a picture such as `svgDocument` writes: nothing but elements that draw, without scripts, styles and
 * addresses outside itself. Takes time proportional to its length.
 */
export function isDrawing(document: string): boolean {
  if (!/^<svg [^]*<\/svg>\n$/.test(document) || /&(?!(?:amp|lt|gt|quot);)/.test(document)) {
    return false;
  }
  for (let at = 0; at < document.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const [piece, , tag, attributes = ''] = PIECE.exec(document) ?? [];
    if (piece === undefined || (tag !== undefined && !(drawnElements.has(tag) && areHarmless(attributes)))) {
      return false;
    }
  }
  return true;
}

function areHarmless(attributes: string): boolean {
  return [...attributes.matchAll(NAME)].every(
    ([, name = '', value = '']) =>
      !forbiddenAttribute.test(name) && !(paint.test(name) && /url\((?!#[\w-]+\)$)/i.test(value)),
  );
}
