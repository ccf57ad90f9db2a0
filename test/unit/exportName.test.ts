import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportName } from '../../src/core/exportName';

describe('the name of an exported file', () => {
  it('is what it is named after', () => {
    assert.equal(exportName('timeline', '.svg'), 'timeline.svg');
    assert.equal(exportName('MM-Vet 2', '.svg'), 'MM-Vet 2.svg');
    assert.equal(exportName('模型', '.svg'), '模型.svg');
  });

  it('leads into no other folder, hides nothing and is no device', () => {
    assert.equal(exportName('../../.ssh/authorized_keys', '.svg'), 'ssh-authorized_keys.svg');
    assert.equal(exportName('C:\\x', '.svg'), 'C--x.svg');
    assert.equal(exportName('.bashrc', '.svg'), 'bashrc.svg');
    assert.equal(exportName('..', '.svg'), 'export.svg');
    assert.equal(exportName('nul', '.svg'), 'export.svg');
    assert.equal(exportName('COM1.x', '.svg'), 'export.svg');
    assert.equal(exportName('a\u202egvs.exe\u0000', '.svg'), 'agvs.exe.svg');
  });

  it('is one short name on one line, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const made = exportName(name, '.svg');
        assert.match(made, /^[^\\/:*?"<>|\p{Cc}\p{Cs}.][^\\/:*?"<>|\p{Cc}\p{Cs}]*\.svg$/u);
        assert.ok(made.length <= 64);
      }),
    );
  });
});
