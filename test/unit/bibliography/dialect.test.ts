import assert from 'node:assert/strict';
import { isBiblatex } from '../../../src/core/bibliography/dialect';

describe('isBiblatex', () => {
  it('says yes where most entries have what only BibLaTeX reads', () => {
    assert.equal(
      isBiblatex('@online{a,\n  date = {2022-03},\n}\n@article{b, journaltitle={J}, date="2020"}'),
      true,
    );
    assert.equal(isBiblatex('@misc{a, DATE = {2022}}'), true);
  });

  it('says no in doubt', () => {
    assert.equal(isBiblatex(''), false);
    assert.equal(isBiblatex('@misc{a, year = 2022, journal = {J}}\n@misc{b, date = {2021}}'), false);
    assert.equal(
      isBiblatex('@misc{a, urldate = {2022-01-01}, date-added = {2022-01-02}, year = {2022}}'),
      false,
    );
    assert.equal(isBiblatex('@misc{a, date = {2022}, year = {2022}}'), false);
  });
});
