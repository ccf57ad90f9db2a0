import * as vscode from 'vscode';
import { Lines } from '../core/navigation/lines';
import type { TextRange } from '../core/text';

/** Something whose text offsets refer to: always the same object for the same text. */
interface Source {
  readonly text: string;
}

/** Turns offsets of texts, of open documents or not, into VS Code's positions. */
export class Places {
  readonly #lines = new WeakMap<Source, Lines>();

  range(source: Source, { start, end }: TextRange): vscode.Range {
    let lines = this.#lines.get(source);
    if (!lines) {
      lines = new Lines(source.text);
      this.#lines.set(source, lines);
    }
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return new vscode.Range(from.line, from.character, to.line, to.character);
  }
}
