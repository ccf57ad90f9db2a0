import { element } from './dom';
import type { Shape } from './shape';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** A notice covers what is below it, and goes after this time (milliseconds); errors stay. */
const shownFor = 8000;

declare function acquireVsCodeApi(): VsCodeApi;

/** What a page has to say to the extension, and keeps. */
export interface Page<Inbox, Outbox, State> {
  readonly main: HTMLElement;
  /** What was kept when the page was hidden or the window reloaded. */
  readonly state: State | undefined;
  readonly post: (message: Outbox) => void;
  readonly keep: (state: State) => void;
  /** Calls back for every message that is one; call it once, when the page is ready. */
  readonly listen: (receive: (message: Inbox) => void) => void;
  /** Says something to screen readers, and shows it if wanted. */
  readonly announce: (text: string, shown?: 'error' | 'notice') => void;
}

/** Connects a page with the extension. */
export function openPage<Inbox, Outbox, State>(
  isInbox: Shape<Inbox>,
  isState: Shape<State>,
): Page<Inbox, Outbox, State> {
  const api = acquireVsCodeApi();
  const main = document.querySelector('main');
  if (!main) {
    throw new Error('The page has no main element.');
  }
  const live = element('div', { class: 'live', role: 'status', 'aria-live': 'polite' });
  document.body.append(live);
  const stored = api.getState();
  let fading: ReturnType<typeof setTimeout> | undefined;
  return {
    main,
    state: isState(stored) ? stored : undefined,
    post: (message) => api.postMessage(message),
    keep: (state) => api.setState(state),
    listen: (receive) => {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (isInbox(event.data)) {
          receive(event.data);
        }
      });
    },
    announce: (text, shown) => {
      live.className = shown === undefined ? 'live' : `live shown ${shown}`;
      live.textContent = text;
      clearTimeout(fading);
      if (shown === 'notice') {
        fading = setTimeout(() => live.classList.remove('shown'), shownFor);
      }
    },
  };
}

/** The page's texts in the user's language. */
export function readWords<Words extends Readonly<Record<string, string>>>(): Words {
  return JSON.parse(document.body.dataset['words'] ?? '{}') as Words;
}

/** Puts values into a text's `{0}`, `{1}`, ... */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(values[Number(index)] ?? placeholder),
  );
}
