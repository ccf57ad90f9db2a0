import { runTool } from './tools';

/** A Markdown document with its citations resolved. */
export interface RenderedMarkdown {
  readonly html: string;
  readonly text: string;
  /** What pandoc said, one message each: unknown keys, defects of a bibliography. */
  readonly warnings: string[];
}

/**
 * Renders a Markdown document with `pandoc --citeproc`.
 *
 * @param folder - where the document is; its `bibliography:` is looked up from there
 * @param file - name of the document in that folder
 * @throws Error if pandoc ends with an error
 */
export async function renderMarkdown(folder: string, file: string): Promise<RenderedMarkdown> {
  const render = async (format: string): Promise<{ output: string; said: string }> => {
    const args = ['--from=markdown', `--to=${format}`, '--citeproc', '--wrap=none', file];
    const { code, stdout, stderr } = await runTool(folder, 'pandoc', args);
    if (code !== 0) {
      throw new Error(`pandoc ended with code ${code}:\n${stderr}`);
    }
    return { output: stdout, said: stderr };
  };
  const html = await render('html');
  const text = await render('plain');
  return {
    html: html.output,
    text: text.output,
    warnings: html.said.split('\n').filter((line) => line !== ''),
  };
}
