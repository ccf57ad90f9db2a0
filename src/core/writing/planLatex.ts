import { parseCitations } from '../drafts/citations';
import { citeCommand, extraNames } from '../drafts/latexCiteCommands';
import type { CitationGroup } from '../drafts/types';
import type { CitationPlace, PlannedCitation } from './citationText';
import { citationSystem } from './citationSystem';
import { latexCitation, multiCiteArguments } from './citationWriter';
import { draftSeparator, joinLatex, takesMoreKeys } from './joinLatex';
import type { CommandContext } from './latexCommand';
import { chooseCommand } from './latexCommand';
import { hasNotes } from './notes';
import { endOfWord, latexLead, trail } from './spacing';

/** How far before the cursor an unfinished citation command is looked for. */
const LOOK_BACK = 400;

/** Plans a citation in LaTeX; see `planCitation`. */
export function planLatexCitation(place: CitationPlace): PlannedCitation {
  const { text, offset, target, keys, notes } = place;
  const separator = draftSeparator(text, place.groups);
  if (target === undefined) {
    return (
      completeCommand(place, separator) ??
      newCitation(place, separator, endOfWord(text, outsideCommand(text, offset)))
    );
  }
  if (target.silent || (!hasNotes(notes) && takesMoreKeys(target))) {
    const inKeys = target.keyLists.some(({ start, end }) => start <= offset && offset <= end);
    const edit = joinLatex(
      text,
      target,
      inKeys ? offset : (target.keyLists.at(-1)?.end ?? offset),
      keys,
      separator,
    );
    const growth = edit.newText.length - (edit.range.end - edit.range.start);
    return { edit, end: target.range.end + growth, joined: true };
  }
  if (/^\\[A-Za-z]+\*?\s*\{\s*\}$/.test(text.slice(target.range.start, target.range.end))) {
    return fillWithNotes(place, target, separator);
  }
  // In the notes of another citation, brackets of one's own would end them.
  const around = place.groups.find(
    ({ range }) => range.start <= target.range.start && target.range.end <= range.end,
  );
  const end = around?.range.end ?? target.range.end;
  if (around === target && /cites\*?$/i.test(target.command)) {
    const newText = multiCiteArguments(keys, notes, separator);
    return { edit: { range: { start: end, end }, newText }, end: end + newText.length, joined: true };
  }
  return newCitation(place, separator, end);
}

/** The citation commands of a draft and its root file. */
export function commandContext(
  text: string,
  groups: readonly CitationGroup[],
  preamble: string,
  options: CitationPlace['options'],
): CommandContext {
  const hasRoot = preamble !== '' && preamble !== text;
  return {
    text,
    groups,
    rootGroups: hasRoot ? parseCitations(preamble, 'latex', options) : [],
    system: citationSystem(text) ?? (hasRoot ? citationSystem(preamble) : undefined),
  };
}

function newCitation(place: CitationPlace, separator: string, at: number): PlannedCitation {
  const { text, keys, notes, form } = place;
  const context = commandContext(text, place.groups, place.preamble, place.options);
  const command = chooseCommand(context, form, at);
  const citation = latexCitation(command, keys, notes, context.system, separator);
  // A prenote in front of the command is a word; only the command itself is tied.
  const lead = latexLead(text, at, citation.startsWith('\\') ? command : '');
  const newText = `${lead === '~' && !citation.startsWith('\\') ? ' ' : lead}${citation}${trail(text, at, false)}`;
  return {
    edit: { range: { start: at, end: at }, newText },
    end: at + lead.length + citation.length,
    joined: false,
  };
}

/** `\citep{}` with notes becomes `\citep[see][p. 3]{a}`. */
function fillWithNotes(place: CitationPlace, target: CitationGroup, separator: string): PlannedCitation {
  const { text, keys, notes, groups, preamble, options } = place;
  const { system } = commandContext(text, groups, preamble, options);
  const newText = latexCitation(target.command, keys, notes, system, separator);
  return { edit: { range: target.range, newText }, end: target.range.start + newText.length, joined: true };
}

/** Finishes what the user has begun to type: `\citep|` or `\citep{a, |` without a closing brace. */
function completeCommand(place: CitationPlace, separator: string): PlannedCitation | undefined {
  const { text, offset, keys } = place;
  const before = text.slice(Math.max(0, offset - LOOK_BACK), offset);
  const begun = /\\([A-Za-z]+)\*?(?:(?:\[[^[\]{}\n]*\]|<[^<>{}\n]*>)*(\{[^{}\\%\n]*))?$/.exec(before);
  const name = begun?.[1] ?? '';
  if (begun === null || citeCommand(name, extraNames(place.options.extraCommands)) === undefined) {
    return undefined;
  }
  const typed = begun[2];
  if (typed === undefined && /^[A-Za-z*[{<(]/.test(text.slice(offset))) {
    return undefined;
  }
  const isFresh = typed === undefined || /[{,]\s*$/.test(typed);
  const opening = typed === undefined ? '{' : isFresh ? '' : separator;
  const newText = `${opening}${keys.join(separator)}}`;
  return {
    edit: { range: { start: offset, end: offset }, newText },
    end: offset + newText.length,
    joined: typed !== undefined && !/^\{\s*$/.test(typed),
  };
}

/** Moves out of the name of a command (`\sec|tion{...}`) to the place before it; a finished name without arguments is a word. */
function outsideCommand(text: string, offset: number): number {
  const before = /\\([A-Za-z]*)\*?$/.exec(text.slice(Math.max(0, offset - LOOK_BACK), offset));
  if (before === null || isEscaped(text, offset - before[0].length)) {
    return offset;
  }
  const inName = /^[A-Za-z]/.test(text.slice(offset, offset + 1));
  const hasArguments = /^[[{*]/.test(text.slice(offset, offset + 1));
  return inName || hasArguments || before[1] === '' ? offset - before[0].length : offset;
}

/** Whether the backslash at an offset belongs to the one before it (`\\`). */
function isEscaped(text: string, offset: number): boolean {
  let count = 0;
  while (text[offset - 1 - count] === '\\') {
    count++;
  }
  return count % 2 === 1;
}
