import type { SearchAction, SearchState } from './protocol';

/** Something that can be done with results. */
export interface ResultAction {
  readonly action: SearchAction;
  readonly icon: string;
  /** As `KeyboardEvent.key` has it, in lower case; Enter may go with Shift. */
  readonly key: string;
  /** Also with entries of a bibliography. */
  readonly onEntries?: true;
}

const all: readonly ResultAction[] = [
  { action: 'cite', icon: 'quote', key: 'enter', onEntries: true },
  { action: 'citeTextual', icon: 'mention', key: 'shift+enter', onEntries: true },
  { action: 'summary', icon: 'note', key: 's' },
  { action: 'table', icon: 'table', key: 't' },
  { action: 'compare', icon: 'diff', key: 'c' },
  { action: 'open', icon: 'go-to-file', key: 'o', onEntries: true },
  { action: 'addToBibliography', icon: 'add', key: 'a' },
  { action: 'copyBibtex', icon: 'copy', key: 'b', onEntries: true },
  { action: 'copyKey', icon: 'key', key: 'k', onEntries: true },
  { action: 'copyAs', icon: 'clippy', key: 'f' },
];

/** What can be done with the results of a search, in the order in which it is offered. */
export function resultActions(scope: SearchState['scope']): readonly ResultAction[] {
  return scope === 'catalog' ? all : all.filter(({ onEntries }) => onEntries);
}

/** The action that a key stands for. */
export function actionOf(event: KeyboardEvent, scope: SearchState['scope']): SearchAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return undefined;
  }
  const pressed = `${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
  return resultActions(scope).find(({ key }) => key === pressed)?.action;
}
