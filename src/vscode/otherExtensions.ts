import * as vscode from 'vscode';

/** Extensions that complete the keys of bibliographies, by the languages they do it in. */
const citationExtensions: readonly { readonly id: string; readonly languages: readonly string[] }[] = [
  { id: 'James-Yu.latex-workshop', languages: ['latex', 'tex', 'latex-expl3', 'rsweave', 'doctex'] },
  { id: 'efoerster.texlab', languages: ['latex', 'tex', 'rsweave'] },
  { id: 'quarto.quarto', languages: ['quarto'] },
  { id: 'notZaki.pandocciter', languages: ['markdown', 'rmd', 'quarto'] },
  { id: 'myriad-dreamin.tinymist', languages: ['typst'] },
];

/** Whether another extension that is running completes citation keys in documents of a language. */
export function othersCompleteCitations(
  language: string,
  isActive: (id: string) => boolean = (id) => vscode.extensions.getExtension(id)?.isActive === true,
): boolean {
  return citationExtensions.some(({ id, languages }) => languages.includes(language) && isActive(id));
}
