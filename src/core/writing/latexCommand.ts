import type { CitationForm, CitationGroup } from '../drafts/types';
import type { CitationSystem } from './citationSystem';
import { SYSTEM_COMMANDS, systemOfCommand } from './citationSystem';

/** A draft as the choice of a command needs it. */
export interface CommandContext {
  readonly text: string;
  readonly groups: readonly CitationGroup[];
  /** The citations of the root file, if the draft is another file. */
  readonly rootGroups: readonly CitationGroup[];
  /** What the draft or its root file loads. */
  readonly system: CitationSystem | undefined;
}

/**
 * The command (without backslash) for a new citation: that of the nearest citation of the same form in the paragraph, else
 * the most used one in the draft, else in the root file, else what the package offers, else the partner of the
 * commands in use, else `cite`.
 */
export function chooseCommand(context: CommandContext, form: CitationForm, offset: number): string {
  const { text, groups, rootGroups, system } = context;
  const inUse =
    system ?? mostFrequent([...groups, ...rootGroups].map(({ command }) => systemOfCommand(command)));
  return (
    nearest(text, groups, form, offset) ??
    mostFrequent(groups.map((group) => imitated(group, form))) ??
    mostFrequent(rootGroups.map((group) => imitated(group, form))) ??
    SYSTEM_COMMANDS[inUse ?? 'plain'][form]
  );
}

/** Commands that cite in a special way: parts of a reference, whole references, quotations, no parentheses. */
const SPECIAL =
  /^(?:cite(?:author|year|date|title|url|al[tp]|num|field|list|name|[tp]?alias|text)|nocite|bibentry|defcite)|full|cquote$|volcite|np$|^footcitetext|^notecite|^pnotecite/i;

/** The ordinary command of a form that a group uses: `parencite` for `\Parencites*`. */
function imitated(group: CitationGroup, form: CitationForm): string | undefined {
  if (group.form !== form || group.silent || SPECIAL.test(group.command)) {
    return undefined;
  }
  const name = group.command.replace(/\*$/, '').replace(/cites$/i, (plural) => plural.slice(0, -1));
  return /^[A-Z][a-z]*$/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function nearest(
  text: string,
  groups: readonly CitationGroup[],
  form: CitationForm,
  offset: number,
): string | undefined {
  const paragraph = paragraphAt(text, offset);
  let best: { readonly command: string; readonly distance: number } | undefined;
  for (const group of groups) {
    const command = imitated(group, form);
    const { start, end } = group.range;
    if (command === undefined || start < paragraph.start || end > paragraph.end) {
      continue;
    }
    const distance = Math.min(Math.abs(start - offset), Math.abs(end - offset));
    if (best === undefined || distance < best.distance) {
      best = { command, distance };
    }
  }
  return best?.command;
}

/** The lines around an offset up to blank ones. */
function paragraphAt(text: string, offset: number): { start: number; end: number } {
  let start = lineStart(text, offset);
  while (start > 0) {
    const previous = lineStart(text, start - 1);
    if (text.slice(previous, start).trim() === '') {
      break;
    }
    start = previous;
  }
  let end = lineEnd(text, offset);
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    if (text.slice(end, next).trim() === '') {
      break;
    }
    end = next;
  }
  return { start, end };
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The most frequent value; of equally frequent ones the first. */
function mostFrequent<T extends string>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) {
    if (value !== undefined) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  let best: T | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) {
      best = value;
    }
  }
  return best;
}
