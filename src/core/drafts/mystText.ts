import { frontMatter } from './frontMatter';

/** A `{cite}` role or a directive that only MyST has. */
const MARKUP =
  /\{(?:foot)?cite(?::[a-z]+)?(?:\s[^{}`]{0,80})?\}`|^[ \t]*(?:```+|:::+)\{(?:code-cell|bibliography|tableofcontents|toctree)\}/m;
const FORMAT = /^[ \t]*format_name:[ \t]*['"]?(\w+)/m;

/**
 * Whether a Markdown text shows that it is MyST: by a `{cite}` role, a directive such as `{code-cell}`, or front matter that
 * names a kernel or that jupytext has written, unless that says another format.
 */
export function looksLikeMyst(text: string): boolean {
  const content = frontMatter(text)?.content;
  const yaml = content ? text.slice(content.start, content.end) : '';
  const format = FORMAT.exec(yaml)?.[1];
  if (format !== undefined) {
    return format === 'myst';
  }
  return /^(?:kernelspec|jupytext):/m.test(yaml) || MARKUP.test(text);
}
