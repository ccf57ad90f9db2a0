import { element } from './dom';

/** What is told of a point. */
export interface Tip {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The pointer may leave a point for so long (milliseconds) before its tooltip goes: time enough to move into the tooltip. */
const grace = 250;
const gap = 8;

/**
 * A tooltip at a point of a picture. It stays while the pointer is on the point or on itself, or the focus on the point, until Escape;
 * what the point is called, the point says itself. It is in the page only while it is shown.
 */
export class Tooltip {
  readonly #box = element('div', { class: 'tooltip', role: 'tooltip', id: 'tooltip' });
  #anchor: Element | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #listening = new AbortController();

  /** @param left - the pointer or the focus has left the point and the tooltip for good */
  constructor(private readonly left: () => void) {
    // Of a picture that is being drawn anew.
    document.querySelectorAll('.tooltip').forEach((other) => other.remove());
    this.#box.addEventListener('mouseenter', () => clearTimeout(this.#leaving));
    this.#box.addEventListener('mouseleave', () => this.leave());
  }

  show(anchor: Element, { title, lines }: Tip): void {
    clearTimeout(this.#leaving);
    if (this.#anchor === anchor) {
      return;
    }
    this.hide();
    this.#anchor = anchor;
    anchor.setAttribute('aria-describedby', this.#box.id);
    this.#box.replaceChildren(
      element('strong', {}, title),
      ...lines.filter((line) => line !== '').map((line) => element('div', {}, line)),
    );
    (document.querySelector('main') ?? document.body).append(this.#box);
    this.#listen();
    this.#place();
  }

  /** The pointer or the focus has left the point. */
  leave(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      this.hide();
      this.left();
    }, grace);
  }

  hide(): void {
    clearTimeout(this.#leaving);
    this.#listening.abort();
    this.#anchor?.removeAttribute('aria-describedby');
    this.#anchor = undefined;
    this.#box.remove();
  }

  #listen(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const place = (): void => this.#place();
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        this.hide();
      }
    };
    // Before anything else takes the key.
    document.addEventListener('keydown', escape, { signal, capture: true });
    document.addEventListener('scroll', place, { signal, capture: true, passive: true });
    // The picture may have been drawn anew.
    document.addEventListener('mousemove', () => this.#anchor?.isConnected === false && this.hide(), {
      signal,
    });
    window.addEventListener('resize', () => this.hide(), { signal });
  }

  /** Above the point and to its right, so that the way to its neighbours is free; elsewhere if there is no room in the page. */
  #place(): void {
    if (!this.#anchor?.isConnected) {
      this.hide();
      return;
    }
    const at = this.#anchor.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const isSeen = at.bottom > 0 && at.top < clientHeight && at.right > 0 && at.left < clientWidth;
    this.#box.classList.toggle('away', !isSeen);
    const { width, height } = this.#box.getBoundingClientRect();
    const middle = { x: (at.left + at.right) / 2, y: (at.top + at.bottom) / 2 };
    const left = middle.x + gap + width < clientWidth ? middle.x + gap : middle.x - gap - width;
    const top = middle.y - gap - height > 0 ? middle.y - gap - height : middle.y + gap;
    this.#box.style.left = `${Math.max(4, Math.min(left, clientWidth - width - 4))}px`;
    this.#box.style.top = `${Math.max(4, Math.min(top, clientHeight - height - 4))}px`;
  }
}
