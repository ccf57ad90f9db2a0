/**
 * Makes one tab stop of the controls in an element that have an attribute: arrows, Home and End go from one to the next.
 *
 * @param attribute - its value must be the control's own, so that the focus finds it again after {@link redrawn}
 */
export function roving(container: HTMLElement, attribute: `data-${string}`): void {
  container.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.hasAttribute(attribute)) {
      stop(stops(container, attribute), target);
    }
  });
  container.addEventListener('keydown', (event) => {
    const all = stops(container, attribute);
    const at = all.findIndex((each) => each === event.target);
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const next = moves[event.key];
    if (at >= 0 && next !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      all[(next + all.length) % all.length]?.focus();
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/** Puts other controls into an element; the focus stays on the one that has it, else on the one in its place. */
export function redrawn(
  container: HTMLElement,
  attribute: `data-${string}`,
  children: readonly (Node | string)[],
): void {
  const before = stops(container, attribute);
  const at = before.findIndex((each) => each === document.activeElement);
  const current = before.find(({ tabIndex }) => tabIndex === 0)?.getAttribute(attribute);
  container.replaceChildren(...children);
  const after = stops(container, attribute);
  const named = after.find((each) => current !== undefined && each.getAttribute(attribute) === current);
  const next = named ?? after[Math.min(Math.max(0, at), after.length - 1)];
  if (next) {
    stop(after, next);
  }
  if (at >= 0) {
    next?.focus();
  }
}

function stops(container: HTMLElement, attribute: string): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(`[${attribute}]`)];
}

function stop(all: readonly HTMLElement[], target: HTMLElement): void {
  for (const each of all) {
    each.tabIndex = each === target ? 0 : -1;
  }
}
