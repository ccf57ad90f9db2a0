import { drawnElements, forbiddenAttribute } from '../core/charts/isDrawing';
import type { SvgNode } from '../core/charts/svgNode';

type Value = string | number | boolean | undefined;
type Listeners = {
  readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
};

/**
 * Makes an element. Texts become text nodes, so that nothing in them is ever markup; `true` sets an attribute without a value,
 * `false` and `undefined` leave it out.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Like {@link element}, for components with names of their own. */
export function component(
  tag: `vscode-${string}`,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElement {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Adds listeners and gives the element back. */
export function listening<E extends HTMLElement>(target: E, listeners: Listeners): E {
  for (const [name, listener] of Object.entries(listeners)) {
    target.addEventListener(name, listener as EventListener);
  }
  return target;
}

/** A button of VS Code's look. */
export function button(
  label: string,
  icon: string,
  act: () => void,
  attributes: Readonly<Record<string, Value>> = {},
): HTMLElement {
  const made = component('vscode-button', { icon, secondary: true, ...attributes }, label);
  return listening(made, { click: act });
}

/** A small button that shows only an icon; its name is said by tooltip and screen reader. */
export function iconButton(
  label: string,
  icon: string,
  act: () => void,
  attributes: Readonly<Record<string, Value>> = {},
): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label, ...attributes },
    codicon(icon),
  );
  return listening(made, {
    click: (event) => {
      event.stopPropagation();
      act();
    },
  });
}

export function codicon(name: string): HTMLElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A checkbox with its label. */
export function checkbox(label: string, checked: boolean, change: (checked: boolean) => void): HTMLElement {
  const made = component('vscode-checkbox', { checked, label });
  made.addEventListener('change', () => change((made as HTMLElement & { checked: boolean }).checked));
  return made;
}

/** A selection list with its name. */
export function select(
  label: string,
  options: readonly { readonly value: string; readonly text: string }[],
  value: string,
  change: (value: string) => void,
): HTMLElement {
  const made = element(
    'select',
    { class: 'select', 'aria-label': label },
    ...options.map((option) =>
      element('option', { value: option.value, selected: option.value === value }, option.text),
    ),
  );
  return listening(made, { change: () => change(made.value) });
}

/** Makes a picture of a description; only what draws is made, whatever the description says. */
export function draw({ tag, attributes, children }: SvgNode): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', drawnElements.has(tag) ? tag : 'g');
  for (const [name, value] of Object.entries(attributes)) {
    if (!forbiddenAttribute.test(name)) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.map((child) => (typeof child === 'string' ? child : draw(child))));
  return made;
}

function setAttributes(target: Element, attributes: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      target.setAttribute(name, value === true ? '' : String(value));
    }
  }
}
