const BLANK_LINE = /^[ \t>]*$/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
/** A list item, footnote or definition: what follows it indented is its text, not code. */
const CONTAINER = /^[ \t>]*(?:[-*+]|\(?(?:\d+|[A-Za-z#]|@[\w-]*)[.)]|:|\[\^[^\]]*\]:)(?=\s|$)/;
const BLOCK_START = /^[ \t>]*(?:[-*+]|\d+[.)]|#{1,6}|:::+)(?=\s)|^[ \t]*\|/;
/** `(@label)` at the start of a line numbers an example; it cites nothing. */
const EXAMPLE = /^[ \t>]*\(@[\w-]*\)(?=\s|$)/;
/** A module import of MDX; package names contain `@`. */
const MDX_IMPORT = /^(?:import|export)\s[^;]*['"][^'"]+['"]\s*;?\s*$/;

/** Directives of MyST whose content is not text. The others are admonitions, figures, tabs, ... */
const CODE_DIRECTIVE =
  /^\{(?:code|code-?block|code-?cell|sourcecode|literalinclude|include|math|mermaid|raw|eval-rst|toctree|tableofcontents|bibliography|embed|iframe|image|myst|parsed-literal|doctest|testcode|testoutput|graphviz|digraph|autodoc\w*|auto\w+|jupyter-execute|typst|tex)\}/i;

/** After the YAML front matter, or 0 if the text starts with none. */
export function endOfFrontMatter(text: string): number {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (opening === null) {
    return 0;
  }
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text);
  return end === null ? 0 : end.index + end[0].length;
}

/** Walks over the blocks of a Markdown text from start to end; every line is looked at a bounded number of times. */
export class PandocBlocks {
  private inContainer = false;
  private afterBlank = true;

  /** The fences of the MyST directives around the place that was read last. */
  private readonly directives: string[] = [];

  /** @param myst - fences with the name of a directive hold text */
  constructor(
    private readonly text: string,
    private readonly myst = false,
  ) {}

  /** From an offset on, past blank lines and code, to where running text starts. Mid-line, that is the offset itself. */
  startOfText(offset: number): number {
    const { text } = this;
    let line = offset;
    if (line > 0 && text[line - 1] !== '\n') {
      return line;
    }
    while (line < text.length) {
      const end = this.endOfLine(line);
      const content = text.slice(line, end).replace(/\r?\n$/, '');
      const fence = FENCE.exec(content)?.[1];
      if (BLANK_LINE.test(content)) {
        this.afterBlank = true;
        line = end;
      } else if (fence !== undefined) {
        this.afterBlank = true;
        line = this.isDirective(content, fence) ? end : this.endOfFence(end, fence);
      } else if (INDENTED.test(content) && this.afterBlank && !this.inContainer) {
        line = end;
      } else {
        this.inContainer = INDENTED.test(content) ? this.inContainer : CONTAINER.test(content);
        this.afterBlank = false;
        return MDX_IMPORT.test(content) ? end : line + (EXAMPLE.exec(content)?.[0].length ?? 0);
      }
    }
    return text.length;
  }

  /** Where inline constructs that start at an offset must end at the latest: before a blank line or another block. */
  endOfText(offset: number): number {
    for (let line = this.endOfLine(offset); line < this.text.length;) {
      const end = this.endOfLine(line);
      const content = this.text.slice(line, end).replace(/\r?\n$/, '');
      if (
        BLANK_LINE.test(content) ||
        FENCE.test(content) ||
        BLOCK_START.test(content) ||
        EXAMPLE.test(content)
      ) {
        return line;
      }
      line = end;
    }
    return this.text.length;
  }

  /** Whether a fence begins or ends a directive with text in it. */
  private isDirective(content: string, fence: string): boolean {
    const info = content.slice(content.indexOf(fence) + fence.length).trim();
    const around = this.directives.at(-1);
    if (info === '' && around !== undefined && fence.startsWith(around)) {
      this.directives.pop();
      return true;
    }
    const opens = this.myst && /^\{[A-Za-z]/.test(info) && !CODE_DIRECTIVE.test(info);
    if (opens) {
      this.directives.push(fence);
    }
    return opens;
  }

  private endOfLine(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  /** After the line that closes a fence; an unclosed one runs to the text's end. */
  private endOfFence(offset: number, fence: string): number {
    const closing = new RegExp(`^[ \\t>]*\\${fence[0] ?? '`'}{${fence.length},}[ \\t]*\\r?$`, 'gm');
    closing.lastIndex = offset;
    const match = closing.exec(this.text);
    return match === null ? this.text.length : this.endOfLine(match.index + match[0].length);
  }
}
