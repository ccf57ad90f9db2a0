/**
 * Makes one tab stop of a toolbar: left and right go from one control to the next, Home and End to the first and last. Call it when
 * the controls are in the toolbar.
 */
export function toolbarFocus(toolbar: HTMLElement): void {
  const controls = [...toolbar.children].filter((child) => child instanceof HTMLElement);
  const stopAt = (stop: HTMLElement): void => {
    for (const control of controls) {
      control.tabIndex = control === stop ? 0 : -1;
    }
  };
  const [first] = controls;
  if (first) {
    stopAt(first);
  }
  const controlOf = ({ target }: Event): HTMLElement | undefined =>
    controls.find((control) => target instanceof Node && control.contains(target));
  toolbar.addEventListener('focusin', (event) => {
    const control = controlOf(event);
    if (control) {
      stopAt(control);
    }
  });
  toolbar.addEventListener('keydown', (event) => {
    const control = controlOf(event);
    const next = control && controls[nextIndex(controls.indexOf(control), controls.length, event.key)];
    if (next && next !== control && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      next.focus();
    }
  });
}

function nextIndex(index: number, count: number, key: string): number {
  switch (key) {
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'ArrowRight':
      return (index + 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return index;
  }
}
