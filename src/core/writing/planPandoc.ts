import { characterBefore, PandocKeyReader } from '../drafts/pandocKeys';
import type { CitationGroup } from '../drafts/types';
import type { CitationPlace, PlannedCitation } from './citationText';
import { comma, enumeration, pandocCitation, pandocItems } from './citationWriter';
import { joinPandoc } from './joinPandoc';
import { characterAt, isCjk, pandocLead, textualTrail, trail } from './spacing';

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
  const { text, offset, keys, notes, form } = place;
  const before = text[offset - 1];
  if (form === 'parenthetical' && before === '[' && /^\](?![([{:])/.test(text.slice(offset, offset + 2))) {
    return planned(offset, offset, '', pandocItems(keys, notes), '', false);
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

/** Whether the character before an offset, blanks left out, is Chinese. */
function isChinese(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 20), offset).trimEnd();
  return isCjk(characterBefore(before, before.length));
}

function planned(
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
