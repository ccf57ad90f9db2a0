import type { TextRange } from '../text';
import { argumentAt, fileNameIn, latexCode, optionAt } from './latexCode';

/** One file that a LaTeX draft reads in. */
export interface Include {
  /** As written; for `\import{dir}{file}` both joined. The extension may be missing. */
  readonly path: string;
  /** The file name in the draft's text; for `\import` that of the second argument. */
  readonly range: TextRange;
  /** Without backslash and star, e.g. `input`, `subfile`, `subimport`. */
  readonly command: string;
  /** TeX makes the name, e.g. of `\jobname` or of a macro's parameter: it cannot be known. */
  readonly computed?: true;
}

const INCLUDE =
  /\\(input|include|subfile|subfileinclude|import|subimport|inputfrom|includefrom|subinputfrom|subincludefrom|InputIfFileExists)(?![A-Za-z@])\*?/g;
const TWO_ARGUMENTS = /^(?:sub)?(?:import|inputfrom|includefrom)$/;

/**
 * The files a LaTeX draft reads in, in file order; not those in comments or verbatim text, nor those whose name is
 * computed (`\input{#1}`, `\input{\jobname-x}`).
 */
export function findIncludes(text: string): Include[] {
  return includesIn(latexCode(text)).filter(({ computed }) => computed !== true);
}

/** @param code - a draft's text after {@link latexCode} */
export function includesIn(code: string): Include[] {
  const includes: Include[] = [];
  for (const match of code.matchAll(INCLUDE)) {
    const command = match[1] ?? '';
    const first = argumentAt(code, match.index + match[0].length);
    let folder = '';
    let name = first && fileNameIn(code, first);
    if (first && name && TWO_ARGUMENTS.test(command)) {
      folder = code.slice(name.start, name.end);
      const second = argumentAt(code, first.end + 1);
      name = second && fileNameIn(code, second);
    } else if (!first && command === 'input') {
      name = plainName(code, match.index + match[0].length);
    }
    if (!name || name.end === name.start) {
      continue;
    }
    const file = code.slice(name.start, name.end);
    const path = folder === '' || folder.endsWith('/') ? folder + file : `${folder}/${file}`;
    const computed = /[\\#{}]/.test(path) && { computed: true as const };
    includes.push({ path, range: name, command, ...computed });
  }
  return includes;
}

/** TeX's own form without braces, `\input chapters/intro`. */
function plainName(code: string, offset: number): TextRange | undefined {
  const name = /[ \t]+([^\s\\{}[\]%#]+)/y;
  name.lastIndex = offset;
  const match = name.exec(code);
  return match?.[1] === undefined
    ? undefined
    : { start: name.lastIndex - match[1].length, end: name.lastIndex };
}

/** The path of a comment `% !TeX root = ../main.tex`, as most LaTeX editors understand it, or `undefined`. */
export function findRootComment(text: string): string | undefined {
  const comment = /^\ufeff?[ \t]*%+[ \t]*![ \t]*tex[ \t]+root[ \t]*=[ \t]*(.+?)[ \t]*$/im.exec(text);
  const path = comment?.[1]?.replace(/^(["'])(.*)\1$/, '$2').trim();
  return path === undefined || path === '' ? undefined : path;
}

/** What `\documentclass` says. */
export interface DocumentClass {
  /** E.g. `article`, `subfiles`. */
  readonly name: string;
  /** The text between the brackets; for the class `subfiles` the path of the root. Empty if there are none. */
  readonly options: string;
}

/** The draft's `\documentclass[options]{name}`, or `undefined`: then it is a part of another draft. */
export function findDocumentClass(text: string): DocumentClass | undefined {
  return documentClassIn(latexCode(text));
}

/** @param code - a draft's text after {@link latexCode} */
export function documentClassIn(code: string): DocumentClass | undefined {
  for (const match of code.matchAll(/\\documentclass(?![A-Za-z@])/g)) {
    const after = match.index + match[0].length;
    const option = optionAt(code, after);
    const name = argumentAt(code, option ? option.end + 1 : after);
    if (name) {
      return {
        name: code.slice(name.start, name.end).trim(),
        options: option ? code.slice(option.start, option.end).trim() : '',
      };
    }
  }
  return undefined;
}
