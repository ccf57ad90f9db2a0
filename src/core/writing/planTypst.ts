import type { CitationGroup } from '../drafts/types';
import { isLabelKey, TypstLexer } from '../drafts/typstLexer';
import type { CitationPlace, PlannedCitation } from './citationText';
import { comma, enumeration, typstCall, typstCitation } from './citationWriter';
import { hasNotes } from './notes';
import { isChinese, planned } from './planPandoc';
import { characterAt, endOfWord, isCjk, pandocLead } from './spacing';

/** Plans a citation in Typst; see `planCitation`. */
export function planTypstCitation(place: CitationPlace): PlannedCitation {
  const { text, target, keys, notes, form } = place;
  if (target) {
    return target.citations.length === 0 ? fillCall(place, target) : behind(place, target);
  }
  const offset = endOfWord(text, endOfReference(text, place.offset));
  // An `@` typed to start a citation becomes part of it.
  const typed = text[offset - 1] === '@' && text[offset - 2] !== '\\';
  const start = typed ? offset - 1 : offset;
  const chinese = isChinese(text, start) || isCjk(characterAt(text, offset));
  const [citation, space] = withTrail(typstCitation(keys, notes, form, chinese), place, offset);
  return planned(start, offset, pandocLead(text, start, 'parenthetical'), citation, space, false);
}

/** How far back the start of a reference to a figure is looked for. */
const LONGEST_REFERENCE = 100;

/** The end of the reference (`@fig:x`) that an offset is inside of, else the offset. */
function endOfReference(text: string, offset: number): number {
  const before = /@[^\s@]+$/.exec(text.slice(Math.max(0, offset - LONGEST_REFERENCE), offset));
  const end = before === null ? undefined : new TypstLexer(text).reference(offset - before[0].length);
  return Math.max(offset, end ?? 0);
}

/** Behind a citation: Typst makes one citation of `@a @b`. */
function behind(place: CitationPlace, target: CitationGroup): PlannedCitation {
  const { text, keys, notes } = place;
  const at = target.range.end;
  const form = target.form === 'parenthetical' ? target.form : place.form;
  const chinese = isChinese(text, target.range.start) || isCjk(characterAt(text, at));
  // Before several further keys it is the comma of `a, b and c`.
  const conjunction = keys.length > 1 ? comma(chinese) : enumeration(['', ''], chinese);
  const lead = form === 'textual' ? conjunction : ' ';
  const [citation, space] = withTrail(typstCitation(keys, notes, form, chinese), place, at);
  return planned(at, at, lead, citation, space, true);
}

/** `#cite(<>)` gets the first key; the others follow. */
function fillCall(place: CitationPlace, target: CitationGroup): PlannedCitation {
  const { text, keys, notes, form } = place;
  const { start, end } = target.range;
  const [first = '', ...others] = keys;
  const list = target.keyLists[0] ?? target.range;
  const keepsCall = isLabelKey(first) && !hasNotes(notes);
  const filled = keepsCall ? text.slice(start, list.start) + first + text.slice(list.end, end) : '';
  const more = keepsCall ? others : keys;
  const rest = more.length === 0 ? '' : typstCitation(more, notes, keepsCall ? 'parenthetical' : form, false);
  const [citation, space] = withTrail(rest === '' ? filled : `${filled} ${rest}`.trimStart(), place, end);
  const lead = notes.prenote === '' ? '' : pandocLead(text, start, 'parenthetical');
  return planned(start, end, lead, citation, space, true);
}

/**
 * What keeps a citation apart from the text behind it: a letter would lengthen a key, a bracket would be a supplement or an
 * argument. Chinese has no spaces, so there a call takes the place of the reference.
 */
function withTrail(citation: string, place: CitationPlace, offset: number): [string, string] {
  const after = place.text.slice(offset, offset + 20);
  const next = characterAt(after, 0);
  if (citation.endsWith(']')) {
    return [citation, /[\p{L}\p{N}]/u.test(next) && !isCjk(next) ? ' ' : ''];
  }
  if (citation.endsWith(')')) {
    if (next === ';') {
      // A first semicolon only ends the call.
      return [citation, ';'];
    }
    const glued = /^[[(]|^\.[\p{XID_Start}_]/u.test(after) || (/[\p{L}\p{N}]/u.test(next) && !isCjk(next));
    return [citation, glued ? ' ' : ''];
  }
  if (isCjk(next) && /\p{XID_Continue}/u.test(next)) {
    const key = place.keys.at(-1) ?? '';
    return [citation.slice(0, -key.length - 1) + typstCall(key, '', 'parenthetical'), ''];
  }
  return [citation, /^(?:[[\p{XID_Continue}_-]|[.:]+[\p{XID_Continue}_\-:.])/u.test(after) ? ' ' : ''];
}
