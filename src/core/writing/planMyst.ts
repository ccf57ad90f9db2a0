import { roleForm } from '../drafts/mystRoles';
import type { CitationForm, CitationGroup } from '../drafts/types';
import type { CitationPlace, PlannedCitation } from './citationText';
import { mystItems } from './citationWriter';
import { planned, planPandocCitation } from './planPandoc';
import { characterAt, endOfWord, pandocLead, trail } from './spacing';

/** Plans a citation in MyST Markdown; see `planCitation`. */
export function planMystCitation(place: CitationPlace): PlannedCitation {
  const { text, target, groups, form, keys, notes } = place;
  const role = mystRoleFor(groups, form);
  if (target ? !isRole(target) : role === undefined) {
    return planPandocCitation(place);
  }
  if (target) {
    return joinRole(place, target);
  }
  const offset = endOfWord(text, place.offset);
  const citation = mystCitation(role ?? '', mystItems(keys, notes, ','));
  const space = characterAt(text, offset) === '`' ? ' ' : trail(text, offset, true);
  return planned(offset, offset, pandocLead(text, offset, 'parenthetical'), citation, space, false);
}

/** @param content - keys with their notes */
export function mystCitation(role: string, content: string): string {
  return `{${role}}\`${content}\``;
}

const DEFAULT_ROLES: Readonly<Record<CitationForm, string>> = { parenthetical: 'cite:p', textual: 'cite:t' };

/**
 * The role a draft uses most for a form, else mystmd's and Sphinx' own.
 *
 * @returns `undefined` if the draft cites in pandoc's way only
 */
export function mystRoleFor(groups: readonly CitationGroup[], form: CitationForm): string | undefined {
  const uses = new Map<string, number>();
  for (const { command } of groups.filter((group) => isRole(group) && !group.silent)) {
    // Roles that print a part, such as the year, are for single places.
    if (roleForm(command) === form && /^(?:foot)?cite(?::[a-z]?[pt]s?)?$/.test(command)) {
      uses.set(command, (uses.get(command) ?? 0) + 1);
    }
  }
  const [most] = [...uses].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? (groups.length > 0 && !groups.some(isRole) ? undefined : DEFAULT_ROLES[form]);
}

function isRole({ command }: CitationGroup): boolean {
  return command !== '@' && command !== '[]';
}

/** Adds keys to a role at the place of the cursor: behind the key before it, or in front of all. */
function joinRole(place: CitationPlace, target: CitationGroup): PlannedCitation {
  const { text, offset, keys, notes } = place;
  const list = target.keyLists[0] ?? target.range;
  const content = text.slice(list.start, list.end);
  const separator = /(?<=[^\s,;{}]\}?)[,;][ \t]*(?=\S)/.exec(content)?.[0] ?? ',';
  const items = mystItems(keys, notes, separator);
  const previous = target.citations.findLast(({ range }) => range.start <= offset);
  let at = list.start;
  let newText = items;
  if (previous) {
    // The key's note goes with it.
    at = previous.range.end;
    at += /^\s*\{[^{}]*\}/.exec(text.slice(at, list.end))?.[0].length ?? 0;
    newText = separator + items;
  } else if (target.citations.length > 0) {
    newText = items + separator;
  }
  const range = target.citations.length === 0 ? list : { start: at, end: at };
  const growth = newText.length - (range.end - range.start);
  return { edit: { range, newText }, end: target.range.end + growth, joined: true };
}
