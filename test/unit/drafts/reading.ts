import { parseCitations } from '../../../src/core/drafts/citations';
import type { Syntax } from '../../../src/core/drafts/types';

/** What is read of a text: for each group its command and keys, e.g. `citep: a b`. */
export function read(text: string, syntax: Syntax, extraCommands?: readonly string[]): string[] {
  return parseCitations(text, syntax, extraCommands === undefined ? undefined : { extraCommands }).map(
    ({ command, citations }) => [`${command}:`, ...citations.map(({ key }) => key)].join(' '),
  );
}
