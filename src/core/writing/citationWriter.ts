import { writePandocKey } from '../drafts/pandocKeys';
import type { CitationForm } from '../drafts/types';
import type { CitationSystem } from './citationSystem';
import { systemOfCommand } from './citationSystem';
import type { Notes } from './notes';
import { latexNote, pandocNote } from './notes';

/**
 * A LaTeX citation, e.g. `\citep[see][p.~3]{a,b}`.
 *
 * natbib and biblatex take both notes, apacite `<see>[p. 3]`; LaTeX's own `\cite` takes only what comes after the keys,
 * so there a prenote is written as text before it.
 *
 * @param command - without backslash
 */
export function latexCitation(
  command: string,
  keys: readonly string[],
  notes: Notes,
  system: CitationSystem | undefined,
  separator: string,
): string {
  const braced = `{${keys.join(separator)}}`;
  const prenote = latexNote(notes.prenote);
  const postnote = latexNote(notes.postnote);
  const after = postnote === '' ? '' : `[${postnote}]`;
  if (prenote === '') {
    return `\\${command}${after}${braced}`;
  }
  switch (systemOfCommand(command) ?? system) {
    case 'natbib':
    case 'biblatex':
      return `\\${command}[${prenote}][${postnote}]${braced}`;
    case 'apacite':
      return `\\${command}<${prenote}>${after}${braced}`;
    default:
      return `${notes.prenote} \\${command}${after}${braced}`;
  }
}

/** The arguments that a further citation of a biblatex multi-cite has: `[see][p. 3]{a}`. */
export function multiCiteArguments(keys: readonly string[], notes: Notes, separator: string): string {
  const prenote = latexNote(notes.prenote);
  const postnote = `[${latexNote(notes.postnote)}]`;
  return `${prenote === '' ? postnote : `[${prenote}]${postnote}`}{${keys.join(separator)}}`;
}

/**
 * The inside of a pandoc citation: `see @a; @b, p. 3`. The prenote stands before the first key and the postnote after the
 * last, where LaTeX prints them too.
 */
export function pandocItems(keys: readonly string[], notes: Notes): string {
  const prenote = notes.prenote === '' ? '' : `${pandocNote(notes.prenote)} `;
  const postnote = notes.postnote === '' ? '' : `, ${pandocNote(notes.postnote)}`;
  return `${prenote}${keys.map(writePandocKey).join('; ')}${postnote}`;
}

/**
 * A pandoc citation: `[see @a; @b, p. 3]`, or in the text `@a, @b and @c [p. 3]`.
 *
 * @param chinese - the words between textual keys are Chinese
 */
export function pandocCitation(
  keys: readonly string[],
  notes: Notes,
  form: CitationForm,
  chinese: boolean,
): string {
  if (form === 'parenthetical') {
    return `[${pandocItems(keys, notes)}]`;
  }
  const prenote = notes.prenote === '' ? '' : `${notes.prenote} `;
  const postnote = notes.postnote === '' ? '' : ` [${pandocNote(notes.postnote)}]`;
  return `${prenote}${enumeration(keys.map(writePandocKey), chinese)}${postnote}`;
}

/** `a, b and c`. The spaces around the Chinese word keep it out of the key. */
export function enumeration(items: readonly string[], chinese: boolean): string {
  const last = items.at(-1) ?? '';
  return items.length < 2
    ? last
    : `${items.slice(0, -1).join(comma(chinese))}${chinese ? ' 和 ' : ' and '}${last}`;
}

/** Between the members of an enumeration. */
export function comma(chinese: boolean): string {
  return chinese ? '、' : ', ';
}
