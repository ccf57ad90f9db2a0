import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareModels } from '../../../src/core/comparison/compare';
import { initialView } from '../../../src/core/comparison/view';
import {
  isComparisonState,
  isFromComparison,
  isFromLandscape,
  isLandscapeState,
  isFromSearch,
  isSearchState,
  isToComparison,
  isToSearch,
} from '../../../src/webview/protocol';
import { count, list, messages, nullable, record, text, word } from '../../../src/webview/shape';
import { blip2, nextGpt, smallCatalog } from '../catalog/fixtures';

describe('the shapes of messages', () => {
  const isMessage = messages({ go: { to: text, times: count }, stop: {} });

  it('let through what has the type and its properties', () => {
    assert.ok(isMessage({ type: 'go', to: 'x', times: 2 }));
    assert.ok(isMessage({ type: 'stop', more: 1 }));
  });

  it('refuse everything else', () => {
    for (const value of [
      undefined,
      null,
      'go',
      {},
      { type: 'go' },
      { type: 'go', to: 1, times: 2 },
      { type: 'go', to: 'x', times: -1 },
      { type: 'go', to: 'x', times: 1.5 },
      { type: 'constructor' },
      { type: '__proto__' },
      [],
    ]) {
      assert.equal(isMessage(value), false, JSON.stringify(value));
    }
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof isMessage(value) === 'boolean'));
  });

  it('refuse texts that nobody can have meant', () => {
    assert.ok(text('x'.repeat(10_000_000)));
    assert.ok(!text('x'.repeat(10_000_001)));
  });

  it('know lists with a limit, words and null', () => {
    assert.ok(list(text, 2)(['a', 'b']));
    assert.ok(!list(text, 1)(['a', 'b']));
    assert.ok(!list(text)(['a', 1]));
    assert.ok(word('a', 'b')('b') && !word('a', 'b')('c'));
    assert.ok(nullable(text)(null) && !nullable(text)(undefined));
    assert.ok(record({ a: text })({ a: 'x' }) && !record({ a: text })([]));
  });
});

describe('the protocol of the comparison', () => {
  const models = [blip2, nextGpt];
  const comparison = compareModels(models, (model) => smallCatalog.workOf(model));

  it('takes what the extension sends', () => {
    const message = {
      type: 'show',
      comparison,
      models,
      benchmarks: [{ id: 'GQA', title: 'GQA', bars: [{ name: 'A', value: 1, doubt: '', ranked: true }] }],
      view: initialView(comparison),
    };
    // Messages are copied as JSON is.
    assert.ok(isToComparison(JSON.parse(JSON.stringify(message))));
    assert.ok(!isToComparison({ ...message, models: [{ id: 'x' }] }));
    assert.ok(isToComparison({ type: 'target', draft: 'main.tex', bibliography: null }));
  });

  it('takes what the page sends, and refuses more models than fit', () => {
    assert.ok(isFromComparison({ type: 'insertTable', ids: ['a'], rows: ['inputs'], transposed: true }));
    assert.ok(!isFromComparison({ type: 'insertTable', ids: ['a'], rows: 'inputs', transposed: true }));
    assert.ok(!isFromComparison({ type: 'columns', ids: Array.from({ length: 51 }, String) }));
    assert.ok(!isFromComparison({ type: 'run', command: 'workbench.action.quit' }));
  });

  it('takes its own state after a reload, and refuses another', () => {
    assert.ok(isComparisonState({ ids: ['blip-2'], view: null }));
    assert.ok(isComparisonState({ ids: [], view: initialView(comparison) }));
    assert.ok(!isComparisonState({ ids: 'blip-2', view: null }));
    assert.ok(!isComparisonState(undefined));
  });
});

describe('the protocol of the landscape', () => {
  it('takes what the page sends and nothing else', () => {
    assert.ok(isFromLandscape({ type: 'filter', query: 'backbone:vicuna' }));
    assert.ok(!isFromLandscape({ type: 'filter', query: 3 }));
    assert.ok(!isFromLandscape({ type: 'insertTable', ids: [], rows: [], transposed: true }));
  });

  it('takes its own state after a reload, and refuses that of another version and too much of it', () => {
    const state = { chart: 'scatter', x: 'GQA', y: 'VQAv2', selected: ['blip-2'], series: '' };
    assert.ok(isLandscapeState(state));
    assert.ok(!isLandscapeState({ ...state, chart: 'pie' }));
    assert.ok(!isLandscapeState({ ...state, series: undefined }));
    assert.ok(!isLandscapeState({ ...state, selected: Array.from({ length: 51 }, String) }));
  });
});

describe('the protocol of the search', () => {
  it('takes what the page sends, and refuses other actions and too many rows', () => {
    const query = { type: 'query', number: 1, text: 'x', scope: 'catalog', sorting: 'name', start: 60 };
    assert.ok(isFromSearch(query));
    assert.ok(!isFromSearch({ ...query, scope: 'web' }));
    assert.ok(!isFromSearch({ ...query, start: -60 }));
    assert.ok(isFromSearch({ type: 'act', action: 'cite', scope: 'catalog', ids: ['llava'] }));
    assert.ok(!isFromSearch({ type: 'act', action: 'workbench.action.quit', scope: 'catalog', ids: [] }));
    assert.ok(
      !isFromSearch({ type: 'act', action: 'cite', scope: 'catalog', ids: Array(100_001).fill('x') }),
    );
  });

  it('takes what the extension sends', () => {
    const row = {
      id: 'a',
      name: 'A',
      nameMarks: [{ start: 0, end: 1 }],
      detail: '',
      detailMarks: [],
      meta: ['2023-01', ''],
    };
    const results = {
      type: 'results',
      number: 1,
      found: 1,
      isCapped: false,
      total: 2,
      start: 0,
      rows: [{ ...row, badges: ['new'] }],
      groups: [],
      problems: [],
      isPartial: false,
    };
    assert.ok(isToSearch(results));
    assert.ok(!isToSearch({ ...results, rows: [{ ...row, badges: ['<script>'] }] }));
    assert.ok(!isToSearch({ ...results, found: -1 }));
  });

  it('takes its own state after a reload', () => {
    const state = {
      text: '',
      scope: 'catalog',
      sorting: 'name',
      top: 0.5,
      active: 0,
      selected: [],
      facet: 'input',
    };
    assert.ok(isSearchState(state));
    assert.ok(!isSearchState({ ...state, top: null }));
  });
});
