import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commands,
  contextKeys,
  languages,
  pageCommands,
  pageEditor,
  pageScheme,
  panels,
  settings,
  views,
} from '../../src/ids';

const root = join(__dirname, '..', '..');

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly viewsContainers: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly views: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly commands: readonly { command: string; title: string; category?: string }[];
    readonly keybindings: readonly { command: string; when?: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { type: string; default: unknown; scope: string }>>;
    };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly markdown?: string };
        readonly completionEvents?: readonly string[];
      }[];
    }[];
  };
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function json<T>(path: string): T {
  return JSON.parse(read(path)) as T;
}

const manifest = json<Manifest>('package.json');
const { contributes } = manifest;
const english = json<Record<string, string>>('package.nls.json');
const chinese = json<Record<string, string>>('package.nls.zh-cn.json');

/** Called by pages, hovers and tree items only. */
const internal: readonly string[] = [
  commands.openPlace,
  commands.openSetting,
  commands.openProblems,
  commands.openEntry,
  commands.openLink,
  commands.acceptCompletion,
  commands.citeAs,
];

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

/** Every `when` clause of the manifest. */
function whenClauses(): string[] {
  const items = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
  return items.flatMap(({ when }) => (when === undefined ? [] : [when]));
}

/** Every string in a JSON value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('package.json and src/ids.ts', () => {
  it('name the same commands', () => {
    const contributed = contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      sorted(contributed),
      sorted(Object.values(commands).filter((id) => !internal.includes(id))),
    );
    assert.equal(new Set(contributed).size, contributed.length, 'each once');
  });

  it('put every command under one prefix and one category', () => {
    for (const id of Object.values(commands)) {
      assert.match(id, /^mmllm\.[a-zA-Z]+$/);
    }
    assert.deepEqual(sorted(contributes.commands.map(({ category }) => category ?? '')), ['MM-LLM']);
  });

  it('offer in menus, keybindings and the walkthrough only commands that there are', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const linked = strings(Object.values(english).concat(Object.values(chinese))).flatMap((text) =>
      [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, id = '']) => id),
    );
    const events = contributes.walkthroughs
      .flatMap(({ steps }) => steps)
      .flatMap(({ completionEvents = [] }) => completionEvents)
      .flatMap((event) => (event.startsWith('onCommand:') ? [event.slice('onCommand:'.length)] : []));
    const offered = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(
      ({ command }) => command,
    );
    const viewCommands = [`${views.catalog}.focus`];
    assert.deepEqual(
      sorted([...offered, ...linked, ...events]).filter((id) => !known.has(id) && !viewCommands.includes(id)),
      [],
    );
  });

  it('name the same settings', () => {
    const { section, ...names } = settings;
    assert.deepEqual(
      sorted(Object.keys(contributes.configuration.properties)),
      sorted(Object.values(names).map((name) => `${section}.${name}`)),
    );
  });

  it('give every setting a default of its type', () => {
    for (const [name, { type, default: value }] of Object.entries(contributes.configuration.properties)) {
      assert.equal(Array.isArray(value) ? 'array' : typeof value, type, name);
    }
  });

  it('name the same views', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    assert.deepEqual(
      containers.map(({ id }) => id),
      [views.container],
    );
    assert.deepEqual(Object.keys(contributes.views), [views.container]);
    assert.deepEqual(
      contributes.views[views.container]?.map(({ id }) => id),
      [views.catalog, views.search],
    );
  });

  it('name the same editor of pages, for their addresses and no other', () => {
    assert.deepEqual(
      contributes.customEditors.map(({ viewType, selector }) => [viewType, selector]),
      [[pageEditor, [{ filenamePattern: `${pageScheme}:/**` }]]],
    );
  });

  it('let pages call commands of this extension only', () => {
    const own: readonly string[] = Object.values(commands);
    assert.deepEqual(
      pageCommands.filter((id) => !own.includes(id)),
      [],
    );
  });

  it('use the same context keys and view in conditions', () => {
    const used = whenClauses().flatMap((when) => when.match(/\bmmllm\.[\w.]+/g) ?? []);
    assert.deepEqual(sorted(used), sorted([...Object.values(contextKeys), views.catalog, views.search]));
  });

  it('activate for the languages that are read and for tabs that are brought back, and for nothing else', () => {
    const expected = [
      ...Object.values(languages).flatMap((names) => names.map((language) => `onLanguage:${language}`)),
      ...Object.values(panels).map((panel) => `onWebviewPanel:${panel}`),
    ];
    assert.deepEqual(sorted(manifest.activationEvents), sorted(expected));
  });

  it('offer the citation in the editor for the languages that are read', () => {
    const clauses = whenClauses().filter((when) => when.includes('editorLangId'));
    assert.ok(clauses.length >= 2, 'a keybinding and a menu');
    for (const when of clauses) {
      const [, list = ''] = /editorLangId =~ \/\^\(([^)]*)\)\$\//.exec(when) ?? [];
      assert.deepEqual(
        sorted(list.split('|')),
        sorted([...languages.latex, ...languages.pandoc, ...languages.typst]),
      );
    }
  });

  it('hide from the palette what only works while models are chosen, or with what is pointed at', () => {
    const hidden = contributes.menus['commandPalette']?.filter(({ when }) => when === 'false');
    assert.deepEqual(sorted(hidden?.map(({ command }) => command) ?? []), [
      commands.completeQuery,
      commands.editPickerNotes,
      commands.goToEntry,
      commands.togglePickerForm,
    ]);
  });

  it('use icons and pages that there are', () => {
    const paths = strings([manifest, contributes]).filter((text) => /^(?:\.\/)?media\//.test(text));
    assert.ok(paths.length > 0);
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
});

describe('the translations of package.json', () => {
  const used = strings(manifest).flatMap((text) => (/^%(.*)%$/.exec(text) ?? []).slice(1));

  it('have every text, and none that is not used, in English', () => {
    assert.deepEqual(sorted(Object.keys(english)), sorted(used));
  });

  it('have the same texts in Chinese', () => {
    assert.deepEqual(sorted(Object.keys(chinese)), sorted(Object.keys(english)));
  });

  it('are Chinese where they are said to be', () => {
    // A name and what is written in every language may stay as it is.
    const same = Object.keys(english).filter((key) => !/\p{Script=Han}/u.test(chinese[key] ?? ''));
    assert.deepEqual(
      same.filter((key) => !['displayName', 'view.container'].includes(key)),
      [],
    );
  });

  it('keep links, code and placeholders as they are', () => {
    const fixed = (text = ''): string[] => sorted(text.match(/`[^`]+`|\(command:[^)]+\)/g) ?? []);
    for (const key of Object.keys(english)) {
      assert.deepEqual(fixed(chinese[key]), fixed(english[key]), key);
    }
  });

  it('leave no visible text of the manifest untranslated', () => {
    const visible = /^(?:title|name|description|markdownDescription|contextualTitle)$/;
    const plain: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === 'object' && value !== null) {
        for (const [key, child] of Object.entries(value)) {
          if (typeof child === 'string' && visible.test(key) && !/^%.*%$/.test(child)) {
            plain.push(`${path}${key}`);
          }
          visit(child, `${path}${key}.`);
        }
      }
    };
    visit(contributes, '');
    // The settings' heading is the product's name.
    assert.deepEqual(plain, ['configuration.title']);
  });
});
