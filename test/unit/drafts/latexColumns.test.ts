import assert from 'node:assert/strict';
import { hasTwoColumns } from '../../../src/core/drafts/latexColumns';

describe('the columns of a LaTeX document', () => {
  for (const preamble of [
    '\\documentclass[twocolumn]{article}',
    '\\documentclass[10pt, twocolumn, a4paper]{article}',
    '\\documentclass[conference]{IEEEtran}',
    '\\documentclass[sigconf,review]{acmart}',
    '\\documentclass{article}\n\\usepackage[review]{acl}',
    '\\documentclass{article}\n\\usepackage{icml2024}',
    '\\documentclass{article}\n\\twocolumn',
  ]) {
    it(`are two: ${preamble}`, () => assert.equal(hasTwoColumns(preamble), true));
  }

  for (const preamble of [
    '',
    '\\documentclass{article}',
    '\\documentclass[manuscript]{acmart}',
    '\\documentclass[onecolumn]{IEEEtran}',
    '\\documentclass{article} % [twocolumn]\n% \\twocolumn',
    '\\documentclass{article}\n\\usepackage{aclnatbib}',
  ]) {
    it(`are not known to be two: ${preamble || '(nothing)'}`, () =>
      assert.equal(hasTwoColumns(preamble), false));
  }
});
