import { characterBefore, PandocKeyReader } from '../drafts/pandocKeys';
import type { CitationGroup } from '../drafts/types';
import type { CitationPlace, PlannedCitation } from './citationText';
import { comma, enumeration, pandocCitation, pandocItems } from './citationWriter';
import { joinPandoc } from './joinPandoc';
import { characterAt, endOfWord, isCjk, pandocLead, textualTrail, trail } from './spacing';

/** Plans a citation in pandoc Markdown; see `planCitation`. */
export function planPandocCitation(place: CitationPlace): PlannedCitation {
  const { text, offset, target, keys, notes, form } = place;
  if (target === undefined) {
    return newCitation(place);
  }
  const list = target.keyLists[0];
  const inBracket = list !== undefined && list.start <= offset && offset <= list.end;
  if (list !== undefined && (inBracket || form === 'parenthetical')) {
    const edit = joinPandoc(text, target, list, inBracket ? offset : list.end, pandocItems(keys, notes));
    const growth = edit.newText.length - (edit.range.end - edit.range.start);
    return { edit, end: target.range.end + growth, joined: true };
  }
  return besideKey(place, target);
}

/** Next to a key in the text. */
function besideKey(place: CitationPlace, target: CitationGroup): PlannedCitation {
  const { text, keys, notes, form } = place;
  const at = target.range.end;
  if (form === 'parenthetical') {
    const citation = ` [${pandocItems(keys, notes)}]`;
    return planned(at, at, '', citation, trail(text, at, true), true);
  }
  const chinese = isChinese(text, target.range.start) || isCjk(characterAt(text, at));
  // Before several further keys it is the comma of `@a, @b and @c`.
  const conjunction = keys.length > 1 ? comma(chinese) : enumeration(['', ''], chinese);
  const citation = `${conjunction}${pandocCitation(keys, notes, form, chinese)}`;
  return planned(at, at, '', citation, textualTrail(citation, text, at), true);
}

function newCitation(place: CitationPlace): PlannedCitation {
  const { text, keys, notes, form } = place;
  const offset = endOfWord(text, endOfReference(text, place.offset));
  const before = text[offset - 1];
  if (form === 'parenthetical' && before === '[' && /^\](?![([{:])/.test(text.slice(offset, offset + 2))) {
    const filled = planned(offset, offset, '', pandocItems(keys, notes), '', false);
    return { ...filled, end: filled.end + 1 };
  }
  // An `@` typed to start a citation becomes part of it.
  const typed = before === '@' && text[offset - 2] !== '\\' && new PandocKeyReader(text).canStart(offset - 1);
  const start = typed ? offset - 1 : offset;
  const lead = pandocLead(text, start, form);
  const citation = pandocCitation(
    keys,
    notes,
    form,
    isChinese(text, start) || isCjk(characterAt(text, offset)),
  );
  const space = form === 'textual' ? textualTrail(citation, text, offset) : trail(text, offset, true);
  return planned(start, offset, lead, citation, space, false);
}

/** How far back the start of a cross-reference is looked for. */
const LONGEST_REFERENCE = 100;

/** The end of the cross-reference (`@fig-x`) that an offset is inside of, else the offset. */
function endOfReference(text: string, offset: number): number {
  const before = /@[^\s@]+$/.exec(text.slice(Math.max(0, offset - LONGEST_REFERENCE), offset));
  const key = before === null ? undefined : new PandocKeyReader(text).read(offset - before[0].length);
  return Math.max(offset, key?.end ?? 0);
}

/** Whether the character before an offset, blanks left out, is Chinese. */
export function isChinese(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 20), offset).trimEnd();
  return isCjk(characterBefore(before, before.length));
}

/** One insertion, with what goes before and behind the citation. */
export function planned(
  start: number,
  end: number,
  lead: string,
  citation: string,
  space: string,
  joined: boolean,
): PlannedCitation {
  return {
    edit: { range: { start, end }, newText: lead + citation + space },
    end: start + lead.length + citation.length,
    joined,
  };
}
