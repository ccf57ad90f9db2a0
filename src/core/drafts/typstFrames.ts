import type { TypstToken } from './typstTypes';

/** A stretch of a Typst text that is read in one way. */
export interface Frame {
  readonly mode: 'markup' | 'code' | 'math';
  /**
   * What ends it: a delimiter; the line, for `#let` and the like; the block, for `#if`; or, for `#name`, the first character that
   * does not carry it on.
   */
  readonly end: ')' | ']' | '}' | '$' | 'line' | 'block' | 'expression';
  /** Where the arguments of an interesting call around are collected. */
  readonly tokens?: TypstToken[] | undefined;
  readonly call?: { readonly name: string; readonly start: number };
  /** Which reference the content belongs to, by its place in the list. */
  readonly reference?: number;
}

/** The frames around a place, and which of them a delimiter can close. */
export class TypstFrames {
  readonly #frames: Frame[] = [];
  readonly #open = new Map<string, number>();

  /** `undefined` in the running text of the file. */
  get innermost(): Frame | undefined {
    return this.#frames.at(-1);
  }

  push(frame: Frame): void {
    this.#frames.push(frame);
    this.#open.set(frame.end, (this.#open.get(frame.end) ?? 0) + 1);
  }

  pop(): Frame | undefined {
    const frame = this.#frames.pop();
    if (frame) {
      this.#open.set(frame.end, (this.#open.get(frame.end) ?? 1) - 1);
    }
    return frame;
  }

  /** Closes the innermost frame with this end, and those in it, which have none; `undefined` if there is no such frame. */
  close(end: Frame['end']): Frame | undefined {
    if ((this.#open.get(end) ?? 0) === 0) {
      return undefined;
    }
    let frame = this.pop();
    while (frame && frame.end !== end) {
      frame = this.pop();
    }
    return frame;
  }
}

/** Where the statement that a keyword begins ends; `undefined` if it is no keyword. */
export function statementEnd(name: string): 'line' | 'block' | undefined {
  if (/^(?:let|set|show|import|include|return|break|continue)$/.test(name)) {
    return 'line';
  }
  return /^(?:if|for|while)$/.test(name) ? 'block' : undefined;
}
