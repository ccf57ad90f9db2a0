import { statementEnd, TypstFrames } from './typstFrames';
import type { Frame } from './typstFrames';
import { TypstLexer } from './typstLexer';
import { TypstRecorder } from './typstRecorder';
import type { TypstScan } from './typstTypes';

/** Reads a Typst file in one linear pass over its three modes. Never throws. */
export function scanTypst(text: string): TypstScan {
  return new TypstScanner(text).scan();
}

class TypstScanner {
  private readonly lexer: TypstLexer;
  private readonly frames = new TypstFrames();
  private readonly found = new TypstRecorder();
  private readonly markup = /[\\`$<@#[\]]|\/[/*]|https?:\/\//g;
  private readonly math = /[\\"$#]|\/[/*]/g;

  constructor(private readonly text: string) {
    this.lexer = new TypstLexer(text);
  }

  scan(): TypstScan {
    for (let position = 0; position < this.text.length;) {
      const frame = this.frames.innermost;
      if (frame === undefined || frame.mode === 'markup') {
        position = this.inMarkup(position);
      } else if (frame.mode === 'math') {
        position = this.inMath(position);
      } else {
        position = frame.end === 'expression' ? this.inExpression(position) : this.inCode(position, frame);
      }
    }
    return this.found;
  }

  private inMarkup(position: number): number {
    this.markup.lastIndex = position;
    const match = this.markup.exec(this.text);
    const at = match?.index ?? this.text.length;
    switch (match?.[0]) {
      case undefined:
        return at;
      case '\\':
        return at + 2;
      case '`':
        return this.lexer.raw(at);
      case '//':
      case '/*':
        return this.lexer.comment(at);
      case '$':
        return this.push({ mode: 'math', end: '$' }, at);
      case '#':
        return this.hash(at);
      case '[':
        return this.push({ mode: 'markup', end: ']' }, at);
      case ']':
        return this.close(']', at);
      case '<': {
        const end = this.lexer.label(at);
        if (end !== undefined) {
          this.found.labels.add(this.text.slice(at + 1, end - 1));
        }
        return end ?? at + 1;
      }
      case '@':
        return this.reference(at);
      default:
        return this.lexer.link(at + (match?.[0].length ?? 0));
    }
  }

  private reference(at: number): number {
    const end = this.lexer.reference(at);
    if (end === undefined) {
      return at + 1;
    }
    const reference = this.found.reference(at, end);
    return this.text[end] === '[' ? this.push({ mode: 'markup', end: ']', reference }, end) : end;
  }

  private inMath(position: number): number {
    this.math.lastIndex = position;
    const match = this.math.exec(this.text);
    const at = match?.index ?? this.text.length;
    switch (match?.[0]) {
      case undefined:
        return at;
      case '\\':
        return at + 2;
      case '"':
        return this.lexer.string(at);
      case '$':
        return this.close('$', at);
      case '#':
        return this.hash(at);
      default:
        return this.lexer.comment(at);
    }
  }

  /** What follows a `#`: an expression or a statement. */
  private hash(at: number): number {
    const start = at + 1;
    const end = this.lexer.identifier(start);
    if (end !== undefined) {
      const name = this.text.slice(start, end);
      this.found.word(name);
      const statement = statementEnd(name);
      if (statement) {
        return this.push({ mode: 'code', end: statement }, end - 1);
      }
      if (name === 'context') {
        return this.hash(end + (/^[ \t]*/.exec(this.text.slice(end, end + 50))?.[0].length ?? 0) - 1);
      }
      this.push({ mode: 'code', end: 'expression' }, at);
      return this.text[end] === '(' ? this.callAt(name, at, end) : end;
    }
    if (/[({["$]/.test(this.text[start] ?? '')) {
      this.push({ mode: 'code', end: 'expression' }, at);
      return this.value(start) ?? start;
    }
    return this.lexer.label(start) ?? start;
  }

  /** `#name` goes on with `.name`, `(...)` and `[...]` only, without a space. */
  private inExpression(position: number): number {
    const next = this.text[position];
    if (next === '(' || next === '[') {
      return this.value(position) ?? position;
    }
    const name = next === '.' ? this.lexer.identifier(position + 1) : undefined;
    if (name === undefined) {
      this.frames.pop();
      return position;
    }
    return this.text[name] === '('
      ? this.callAt(this.text.slice(position + 1, name), position + 1, name)
      : name;
  }

  private inCode(at: number, frame: Frame): number {
    const next = this.text[at] ?? '';
    if (/\s/.test(next)) {
      if (frame.end === 'line' && /[\n\r]/.test(next)) {
        this.frames.pop();
      }
      return at + 1;
    }
    const identifier = this.lexer.identifier(at);
    if (identifier !== undefined) {
      const name = this.text.slice(at, identifier);
      if (this.text[identifier] === '(') {
        return this.callAt(name, at, identifier);
      }
      this.found.word(name);
      frame.tokens?.push({ type: 'name', range: { start: at, end: identifier } });
      return identifier;
    }
    if (next === ';' && (frame.end === 'line' || frame.end === 'block')) {
      this.frames.pop();
      return at + 1;
    }
    if (next === ')' || next === ']' || next === '}') {
      if (!frame.call) {
        frame.tokens?.push({ type: 'mark', range: { start: at, end: at + 1 } });
      }
      return this.close(next, at);
    }
    const value = this.value(at);
    if (value !== undefined) {
      return value;
    }
    this.found.word(next);
    frame.tokens?.push({ type: 'mark', range: { start: at, end: at + 1 } });
    return at + 1;
  }

  /** Code that is no name and no sign: a comment, a string, a label, a number, or what opens a frame. */
  private value(at: number): number | undefined {
    const { text, lexer } = this;
    const tokens = this.frames.innermost?.tokens;
    switch (text[at]) {
      case '`':
        return lexer.raw(at);
      case '/':
        return /[/*]/.test(text[at + 1] ?? '') ? lexer.comment(at) : undefined;
      case '"': {
        const end = lexer.string(at);
        const range = { start: at + 1, end: text[end - 1] === '"' && end - 1 > at ? end - 1 : end };
        this.found.string(range);
        tokens?.push({ type: 'string', range });
        return end;
      }
      case '<': {
        const end = text[at + 1] === '>' ? at + 2 : lexer.label(at);
        if (end !== undefined) {
          tokens?.push({ type: 'label', range: { start: at + 1, end: end - 1 } });
        }
        return end;
      }
      case '(':
        tokens?.push({ type: 'mark', range: { start: at, end: at + 1 } });
        return this.push({ mode: 'code', end: ')', tokens }, at);
      case '{':
        tokens?.push({ type: 'value', range: { start: at, end: at + 1 } });
        return this.push({ mode: 'code', end: '}' }, at);
      case '[':
        tokens?.push({ type: 'value', range: { start: at, end: at + 1 } });
        return this.push({ mode: 'markup', end: ']' }, at);
      case '$':
        return this.push({ mode: 'math', end: '$' }, at);
      default:
        return lexer.number(at);
    }
  }

  /** @param open - the parenthesis directly behind the name */
  private callAt(name: string, start: number, open: number): number {
    this.found.word(name);
    const tokens = this.found.tokensFor(name);
    return this.push({ mode: 'code', end: ')', tokens, call: { name, start } }, open);
  }

  private push(frame: Frame, at: number): number {
    this.frames.push(frame);
    return at + 1;
  }

  /** A delimiter without partner is text. */
  private close(delimiter: Frame['end'], at: number): number {
    const end = at + 1;
    const frame = this.frames.close(delimiter);
    this.found.endReference(frame?.reference, end);
    if (frame?.call) {
      const { name, start } = frame.call;
      const token = this.found.call(name, { start, end }, frame.tokens);
      this.frames.innermost?.tokens?.push(token);
    }
    if (
      frame &&
      this.frames.innermost?.end === 'block' &&
      delimiter !== ')' &&
      !this.lexer.continuesBlock(end)
    ) {
      this.frames.pop();
    }
    return end;
  }
}
