import type { TextRange } from '../text';

/** The citation syntaxes that are read and written. */
export type Syntax = 'latex' | 'pandoc' | 'myst' | 'typst';

/** Whether a citation reads as part of the sentence (`\citet`, `@key`) or beside it (`\citep`, `[@key]`). */
export type CitationForm = 'parenthetical' | 'textual';

/** One key at one place in a draft. */
export interface Citation {
  readonly key: string;
  /** Exactly the key: no braces, spaces, `@` or `<>`. In a Typst string it is the key as written, escapes included. */
  readonly range: TextRange;
  readonly group: CitationGroup;
}

/** One citation command or bracket with all its keys. */
export interface CitationGroup {
  /** From the backslash or bracket to after the closing one. */
  readonly range: TextRange;
  /**
   * LaTeX: the command without backslash, star included, e.g. `citep*`. Pandoc: `[]` for a bracketed group, `@` for a key
   * in the text, `nocite` in the front matter. MyST: those, or the role, e.g. `cite:p`. Typst: `@` for a reference, `cite` for the function.
   */
  readonly command: string;
  readonly form: CitationForm;
  /** In file order. Empty for `\cite{}`, `[@]` and for `\nocite{*}`. */
  readonly citations: readonly Citation[];
  /**
   * The places where keys stand: the insides of `{...}` (LaTeX, several for multi-cites), of `[...]` (pandoc) or of a role's
   * backticks (MyST), where a further key can be put so that it joins this citation; of the `<...>` or `"..."` of Typst's
   * `#cite`, which has one key.
   */
  readonly keyLists: readonly TextRange[];
  /** A citation that prints nothing in the text: `\nocite`, Typst's `form: none`. */
  readonly silent: boolean;
}

/** How a draft names one bibliography. */
export interface BibliographyDeclaration {
  /** As written, e.g. `refs`, `refs.bib`, `../lit/all.bib`. */
  readonly path: string;
  /** The path in the draft's text. */
  readonly range: TextRange;
  readonly by: 'bibliography' | 'addbibresource' | 'yaml' | 'typst';
  /** `location=remote` of biblatex: the path is a web address, even if it does not look like one. */
  readonly remote?: true;
}
