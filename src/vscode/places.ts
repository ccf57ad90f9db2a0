import * as vscode from 'vscode';
import { Lines } from '../core/navigation/lines';
import type { TextRange } from '../core/text';
import { partAt } from './draftFiles';

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

  /** Where a range of a file is shown: of a notebook in a cell, of a draft that was never saved in its document. */
  location(source: Source & { readonly uri: string }, range: TextRange): vscode.Location {
    const part = partAt(source.uri, range);
    if (!part || part.document.uri.toString() === source.uri) {
      return new vscode.Location(vscode.Uri.parse(source.uri, true), this.range(source, range));
    }
    const { document } = part;
    const [start, end] = [document.positionAt(part.range.start), document.positionAt(part.range.end)];
    return new vscode.Location(document.uri, new vscode.Range(start, end));
  }
}
