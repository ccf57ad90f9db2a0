import assert from 'node:assert/strict';
import { citationSystem, systemOfCommand } from '../../../src/core/writing/citationSystem';

const article = '\\documentclass{article}\n';

describe('the citation package of a draft', () => {
  it('is found among packages and their options', () => {
    assert.equal(
      citationSystem(`${article}\\usepackage[style=apa, % comment\n backend=biber]{biblatex}`),
      'biblatex',
    );
    assert.equal(citationSystem(`${article}\\usepackage{amsmath, natbib ,url}`), 'natbib');
    assert.equal(citationSystem(`${article}\\RequirePackage[round]{natbib}`), 'natbib');
    assert.equal(citationSystem(`${article}\\usepackage{biblatex-chicago}`), 'biblatex');
    assert.equal(citationSystem(`${article}\\usepackage{apacite}`), 'apacite');
    assert.equal(citationSystem(`${article}\\usepackage[natbibapa]{apacite}`), 'natbib');
  });

  it('is natbib with the styles of conferences and journals that load it', () => {
    for (const style of [
      'acl',
      'acl2023',
      'icml2024',
      'iclr2024_conference',
      'neurips_2023',
      'colm2024_conference',
      'emnlp2023',
    ]) {
      assert.equal(citationSystem(`${article}\\usepackage{${style}}`), 'natbib', style);
    }
    for (const style of ['elsarticle', 'acmart', 'revtex4-2', 'sn-jnl']) {
      assert.equal(citationSystem(`\\documentclass[x]{${style}}`), 'natbib', style);
    }
    assert.equal(citationSystem(`${article}\\usepackage[nonatbib]{neurips_2023}`), 'plain');
    assert.equal(citationSystem(`${article}\\usepackage{cvpr}`), 'plain');
  });

  it('shows in the bibliography commands', () => {
    assert.equal(citationSystem('\\addbibresource{refs.bib}'), 'biblatex');
    assert.equal(citationSystem('\\bibliographystyle{plainnat}'), 'natbib');
    assert.equal(citationSystem(`${article}\\bibliographystyle{plain}`), 'plain');
  });

  it('is not known from a chapter, nor read from comments', () => {
    assert.equal(citationSystem('\\section{A} Text.'), undefined);
    assert.equal(citationSystem('% \\usepackage{natbib}\n'), undefined);
    assert.equal(citationSystem(`${article}% \\usepackage{natbib}\n`), 'plain');
    assert.equal(citationSystem('\\usepackage'), undefined);
  });

  it('shows in commands that only one package has', () => {
    const systems = [
      'citep',
      'citet*',
      'citeyearpar',
      'autocite',
      'Textcite',
      'parencites',
      'citeA',
      'cite',
      'mycite',
    ].map(systemOfCommand);
    assert.deepEqual(systems, [
      'natbib',
      'natbib',
      'natbib',
      'biblatex',
      'biblatex',
      'biblatex',
      'apacite',
      undefined,
      undefined,
    ]);
  });
});
