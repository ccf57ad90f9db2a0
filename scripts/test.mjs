/**
 * `npm test`: every check, in the order in which failures are cheapest to find; stops at the first one that fails.
 * `npm test -- unit ui` runs only the named ones.
 */
import { spawn } from 'node:child_process';
import { root } from './setup.mjs';

/** Name in the summary, npm script, and whether Mocha runs in it. */
const checks = [
  { name: 'build', script: 'build' },
  { name: 'types', script: 'typecheck' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format:check' },
  { name: 'unit', script: 'test:unit', mocha: true },
  { name: 'real', script: 'test:real', mocha: true },
  { name: 'extension', script: 'test:extension', mocha: true },
  { name: 'folders', script: 'test:extension:folders', mocha: true },
  { name: 'oldest', script: 'test:extension:oldest', mocha: true },
  { name: 'web', script: 'test:web', mocha: true },
  { name: 'ui', script: 'test:ui', mocha: true },
  { name: 'package', script: 'test:package', mocha: true },
];

/** Runs one npm script, shows its output, and reads Mocha's counts from it. */
function runCheck({ script, mocha }) {
  const begun = Date.now();
  const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) };
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
    });
    const stop = () => child.kill('SIGTERM');
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    child.once('close', (code) => {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
      // eslint-disable-next-line no-control-regex -- terminal colours
      const plain = output.replace(/\u001b\[\d*m/g, '');
      const count = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(plain)?.[1] ?? 0);
      const result = { passed: 0, failed: 0, skipped: 0, seconds: Math.round((Date.now() - begun) / 1000) };
      if (mocha) {
        result.passed = count('passing');
        result.failed = count('failing');
        result.skipped = count('pending');
      }
      // A run that broke, or that found no tests, must not look like one in which nothing failed.
      if (result.failed === 0 && (code !== 0 || (mocha && result.passed === 0))) {
        result.failed = 1;
      }
      resolve(result);
    });
  });
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const results = [];
for (const check of checks.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  console.log(`\n--- ${check.name} (npm run ${check.script})`);
  const result = { ...check, ...(await runCheck(check)) };
  results.push(result);
  if (result.failed > 0) {
    break;
  }
}

console.log('\n--- summary');
for (const { name, mocha, passed, failed, skipped, seconds } of results) {
  const counts = mocha ? `, ${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ''}` : '';
  console.log(`${name.padEnd(10)} ${failed > 0 ? `FAILED (${failed})` : 'ok'}${counts}, ${seconds} s`);
}
const notRun = checks.slice(checks.findIndex(({ name }) => name === results.at(-1)?.name) + 1);
if (results.at(-1)?.failed > 0 && chosen.length === 0 && notRun.length > 0) {
  console.log(`not run    ${notRun.map(({ name }) => name).join(', ')}`);
}
const sum = (field) => results.reduce((total, result) => total + result[field], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
