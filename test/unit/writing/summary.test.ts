import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text';
import type { SummaryRequest } from '../../../src/core/writing/summary';
import { planSummary, summarySentence } from '../../../src/core/writing/summary';
import { CURSOR, place, withCursor } from './cursor';

const blip = { name: 'BLIP-2', idea: 'trains a Q-Former in two stages.', key: 'li2023blip' };
const llava = { name: 'LLaVA', idea: 'connects CLIP to Vicuna.', key: 'liu2023visual' };
const chinese = { name: 'BLIP-2', idea: '分两阶段训练 Q-Former。', key: 'li2023blip' };

function insert(marked: string, request: Partial<SummaryRequest> = {}): string {
  const at = place(marked);
  const plan = planSummary({ ...at, syntax: 'latex', models: [blip], language: 'en', ...request });
  return withCursor(applyEdits(at.text, plan.edits), plan.cursor);
}

describe('a summary sentence', () => {
  const latex = { language: 'en', syntax: 'latex', citation: '\\citep{k}' } as const;

  it('ties the citation to the name and goes on with the idea', () => {
    assert.equal(
      summarySentence({ ...latex, ...blip }),
      'BLIP-2~\\citep{k} trains a Q-Former in two stages.',
    );
    assert.equal(
      summarySentence({ ...blip, language: 'en', syntax: 'pandoc', citation: '[@k]' }),
      'BLIP-2 [@k] trains a Q-Former in two stages.',
    );
  });

  it('has no space before a footnote', () => {
    assert.match(
      summarySentence({ ...latex, ...blip, citation: '\\footcite{k}' }),
      /^BLIP-2\\footcite\{k\} trains/,
    );
  });

  it('is without spaces in Chinese', () => {
    assert.equal(
      summarySentence({ ...latex, ...chinese, language: 'zh' }),
      'BLIP-2\\citep{k}分两阶段训练 Q-Former。',
    );
  });

  it('escapes name and idea for the syntax', () => {
    const hostile = { name: 'V*', idea: 'uses 5% of [@x] & $y.' };
    assert.equal(summarySentence({ ...latex, ...hostile }), 'V*~\\citep{k} uses 5\\% of [@x] \\& \\$y.');
    assert.equal(
      summarySentence({ ...hostile, language: 'en', syntax: 'pandoc', citation: '[@k]' }),
      'V\\* [@k] uses 5% of \\[\\@x] & \\$y.',
    );
  });

  it('ends with a full stop of its language', () => {
    assert.match(summarySentence({ ...latex, name: 'X', idea: 'is new' }), / is new\.$/);
    assert.match(summarySentence({ ...latex, name: 'X', idea: '很新', language: 'zh' }), /很新。$/);
  });

  it('can follow a template, whose own text stays as it is', () => {
    const template = '\\textbf{{name}}: {idea} {citation}{unknown}';
    assert.equal(
      summarySentence({ ...latex, ...llava, template }),
      '\\textbf{LLaVA}: connects CLIP to Vicuna. \\citep{k}{unknown}',
    );
    assert.equal(
      summarySentence({ ...latex, name: '$& {idea}', idea: '$1', template: '{name} {citation}; {idea}' }),
      '\\$\\& \\{idea\\}~\\citep{k}; \\$1.',
    );
  });
});

describe('inserting summaries', () => {
  it('puts one sentence after the other', () => {
    assert.equal(
      insert('‸', { models: [blip, llava] }),
      'BLIP-2~\\cite{li2023blip} trains a Q-Former in two stages. LLaVA~\\cite{liu2023visual} connects CLIP to Vicuna.‸',
    );
    assert.equal(
      insert('‸', { models: [chinese, chinese], language: 'zh', syntax: 'pandoc' }),
      'BLIP-2[@li2023blip]分两阶段训练 Q-Former。BLIP-2[@li2023blip]分两阶段训练 Q-Former。‸',
    );
  });

  it('uses the citation command of the draft', () => {
    assert.match(
      insert('‸', { preamble: '\\documentclass{article}\\usepackage{natbib}' }),
      /~\\citep\{li2023blip\}/,
    );
    assert.match(insert('\\parencite{x} ‸'), /BLIP-2~\\parencite\{li2023blip\}/);
  });

  it('puts spaces between itself and the text around', () => {
    assert.equal(
      insert('Before.‸After.'),
      'Before. BLIP-2~\\cite{li2023blip} trains a Q-Former in two stages.‸ After.',
    );
    assert.match(insert('Before. ‸ After.'), /^Before\. BLIP-2.*stages\.‸ After\.$/);
    assert.match(insert('Before.\n‸\nAfter.'), /^Before\.\nBLIP-2.*stages\.‸\nAfter\.$/);
    assert.match(insert('(‸)'), /^\(BLIP-2.*stages\.‸\)$/);
  });

  it('puts none in Chinese', () => {
    assert.match(
      insert('前文。‸后文。', { language: 'zh', models: [chinese] }),
      /^前文。BLIP-2.*Q-Former。‸后文。$/,
    );
  });

  it('goes behind a citation that the cursor is in', () => {
    assert.match(insert('\\cite{x‸} so', { syntax: 'latex' }), /^\\cite\{x\} BLIP-2.*stages\.‸ so$/);
    assert.match(
      insert('[see @x‸] so', { syntax: 'pandoc' }),
      /^\[see @x\] BLIP-2 \[@li2023blip\].*stages\.‸ so$/,
    );
  });

  it('replaces the selection', () => {
    assert.match(insert('Before. ‸TODO‸ After.'), /^Before\. BLIP-2.*stages\.‸ After\.$/);
  });

  it('says what it has written, and does nothing without models', () => {
    const at = place(`x ${CURSOR}`);
    const plan = planSummary({ ...at, syntax: 'pandoc', models: [llava], language: 'en' });
    assert.equal(plan.inserted, 'LLaVA [@liu2023visual] connects CLIP to Vicuna.');
    assert.deepEqual(planSummary({ ...at, syntax: 'latex', models: [], language: 'en' }), {
      edits: [],
      cursor: 2,
      inserted: '',
    });
  });
});
