import assert from 'node:assert/strict';
import { looksLikeMyst } from '../../../src/core/drafts/mystText';

describe('a Markdown text', () => {
  it('is MyST by a role, a directive or its front matter', () => {
    for (const text of [
      'See {cite}`a`.',
      'See {cite:t}`a`.',
      '```{code-cell} ipython3\n1\n```\n',
      ':::{bibliography}\n:::\n',
      '---\nkernelspec:\n  name: python3\n---\n',
      '---\njupytext:\n  text_representation:\n    format_name: myst\n---\n',
    ]) {
      assert.ok(looksLikeMyst(text), text);
    }
  });

  it('is not MyST otherwise', () => {
    for (const text of [
      '[@a] and @b',
      'the {cite} role',
      '```{r}\n1\n```\n',
      '---\ntitle: kernelspec\n---\n',
      '---\njupytext:\n  text_representation:\n    format_name: markdown\nkernelspec:\n  name: x\n---\n{cite}`a`',
    ]) {
      assert.ok(!looksLikeMyst(text), text);
    }
  });
});
