/**
 * Loaded by Mocha before the tests. Property tests draw the same values in every run, so that a change is never blamed for
 * what another draw has found; `FAST_CHECK_SEED=random` (or a number) draws others.
 */
import fc from 'fast-check';

const wanted = process.env.FAST_CHECK_SEED;
if (wanted !== 'random') {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted ?? 20240113) });
}
