import { writePandocKey } from '../drafts/pandocKeys';
import type { CitationForm } from '../drafts/types';
import { isLabelKey, isReferenceKey, typstString } from '../drafts/typstLexer';
import type { CitationSystem } from './citationSystem';
import { systemOfCommand } from './citationSystem';
import type { Notes } from './notes';
import { latexNote, mystNote, pandocNote, typstNote } from './notes';

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

/** The content of a MyST role: `{see}a,b{p. 3}`. */
export function mystItems(keys: readonly string[], notes: Notes, separator: string): string {
  const prenote = notes.prenote === '' ? '' : `{${mystNote(notes.prenote)}}`;
  const postnote = notes.postnote === '' ? '' : `{${mystNote(notes.postnote)}}`;
  return `${prenote}${keys.join(separator)}${postnote}`;
}

/** A Typst citation of one key, `@a[p. 3]`, or `#cite(label("a/b"))` if the key cannot be written so. */
export function typstReference(key: string, postnote: string): string {
  const supplement = postnote === '' ? '' : `[${typstNote(postnote)}]`;
  return isReferenceKey(key) ? `@${key}${supplement}` : typstCall(key, postnote, 'parenthetical');
}

/** A Typst citation of one key as a call, which nothing behind it can lengthen: `#cite(<a>, form: "prose")`. */
export function typstCall(key: string, postnote: string, form: CitationForm): string {
  const name = isLabelKey(key) ? `<${key}>` : `label(${typstString(key)})`;
  const prose = form === 'textual' ? ', form: "prose"' : '';
  const supplement = postnote === '' ? '' : `, supplement: [${typstNote(postnote)}]`;
  return `#cite(${name}${prose}${supplement})`;
}

/**
 * A Typst citation: `see @a @b[p. 3]`, or in the text `see #cite(<a>, form: "prose") and #cite(<b>, form: "prose")`.
 *
 * @param chinese - the words between textual keys are Chinese
 */
export function typstCitation(
  keys: readonly string[],
  notes: Notes,
  form: CitationForm,
  chinese: boolean,
): string {
  const prenote = notes.prenote === '' ? '' : `${typstNote(notes.prenote)} `;
  const items = keys.map((key, index) => {
    const postnote = index === keys.length - 1 ? notes.postnote : '';
    return form === 'textual' ? typstCall(key, postnote, form) : typstReference(key, postnote);
  });
  return prenote + (form === 'textual' ? enumeration(items, chinese) : items.join(' '));
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
