import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Row } from './measure';

const root = new URL('../../', import.meta.url);
const files = [
  { file: 'dist/extension.js', budget: '350 kB' },
  { file: 'dist/web/extension.js', budget: '350 kB' },
  { file: 'dist/catalog.json' },
];

/** What is shipped; without the `.vsix` if none has been packed. */
export function run(): Promise<Row[]> {
  const packed = readdirSync(root)
    .filter((name) => name.endsWith('.vsix'))
    .map((file) => ({ file, budget: '1500 kB' }));
  const rows = [...files, ...packed].map(({ file, ...rest }): Row => {
    const url = new URL(file, root);
    if (!existsSync(url)) {
      return { what: file, measured: 'not built', ...rest };
    }
    const content = readFileSync(url);
    const compressed = file.endsWith('.vsix') ? '' : `, ${kilobytes(gzipSync(content).length)} compressed`;
    return { what: file, measured: `${kilobytes(content.length)}${compressed}`, ...rest };
  });
  return Promise.resolve(rows);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
