import fc from 'fast-check';

/**
 * Properties are tried on the same examples in every run, so that a failure can be seen again and a green commit stays
 * green. `CONCORD_RANDOM=1 npm test` tries new ones; a counterexample found so becomes a test of its own.
 */
if (process.env['CONCORD_RANDOM'] !== '1') fc.configureGlobal({ seed: 20261124 });
