import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { hasTool, runTool } from './tools';

/** A compiled document, after as many runs as its citations need. */
export interface CompiledLatex {
  /** Text of the PDF; missing where `pdftotext` is not installed. */
  readonly pdfText?: string;
  /** Log of the last LaTeX run. */
  readonly log: string;
  /** Log of BibTeX or biber. */
  readonly bibliographyLog: string;
  /** Warnings of the last LaTeX run and of BibTeX or biber, one a line; over- and underfull boxes are none. */
  readonly warnings: string[];
  /** The bibliography as LaTeX, as BibTeX or biber made it. */
  readonly bbl: string;
}

/**
 * Compiles a document with pdflatex, BibTeX or biber, and pdflatex twice.
 *
 * @param folder - where the document is; the results are written there too
 * @param mainFile - name of the root file in that folder, e.g. `main.tex`
 * @throws Error with the end of the log, if a program ends with an error
 */
export async function compileLatex(
  folder: string,
  mainFile: string,
  backend: 'bibtex' | 'biber',
): Promise<CompiledLatex> {
  const job = mainFile.replace(/\.tex$/, '');
  const latex = (): Promise<void> =>
    succeed(folder, 'pdflatex', ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', mainFile]);
  await latex();
  await succeed(folder, backend, [job]);
  await latex();
  await latex();
  const log = await readFile(path.join(folder, `${job}.log`), 'latin1');
  const bibliographyLog = await readFile(path.join(folder, `${job}.blg`), 'utf8');
  const bbl = await readFile(path.join(folder, `${job}.bbl`), 'utf8');
  const pdfText = (await hasTool('pdftotext'))
    ? (await runTool(folder, 'pdftotext', ['-enc', 'UTF-8', `${job}.pdf`, '-'])).stdout
    : undefined;
  const warnings = [
    ...matches(log, /^(?:LaTeX|Package \S+|Class \S+|pdfTeX)\b.*[Ww]arning.*$/gm),
    ...matches(bibliographyLog, /^Warning--.*$/gm),
    ...matches(bibliographyLog, /^.*\b(?:WARN|ERROR) - .*$/gm),
  ];
  return { ...(pdfText !== undefined && { pdfText }), log, bibliographyLog, warnings, bbl };
}

async function succeed(folder: string, name: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runTool(folder, name, args);
  if (code !== 0) {
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
    throw new Error(`${name} ended with code ${code}:\n${said}`);
  }
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([line]) => line.trim());
}
