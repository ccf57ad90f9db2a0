import * as vscode from 'vscode';
import type { Settings } from './configuration';

/** Extensions that complete the keys of bibliographies, by the languages they do it in. */
const citationExtensions: readonly { readonly id: string; readonly languages: readonly string[] }[] = [
  { id: 'James-Yu.latex-workshop', languages: ['latex', 'tex', 'latex-expl3', 'rsweave', 'doctex'] },
  { id: 'efoerster.texlab', languages: ['latex', 'tex', 'rsweave'] },
  { id: 'quarto.quarto', languages: ['quarto'] },
  { id: 'notZaki.pandocciter', languages: ['markdown', 'rmd', 'quarto'] },
  { id: 'myriad-dreamin.tinymist', languages: ['typst'] },
];

/**
 * Whether completion offers the entries of bibliographies in documents of a language.
 *
 * @param setting - `auto`: unless another extension that is running does
 */
export function offersEntries(
  setting: Settings['completeEntries'],
  language: string,
  isActive: (id: string) => boolean = (id) => vscode.extensions.getExtension(id)?.isActive === true,
): boolean {
  const others = citationExtensions.filter(({ languages }) => languages.includes(language));
  return setting === 'always' || (setting === 'auto' && !others.some(({ id }) => isActive(id)));
}
