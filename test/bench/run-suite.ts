import { markdown } from './measure';
import { suites } from './suites';

/** `run-suite.ts` prints the names of the benches; `run-suite.ts NAME` runs one and prints its tables. */
const name = process.argv[2];
const suite = name === undefined ? undefined : suites[name];
if (name === undefined) console.log(Object.keys(suites).join('\n'));
else if (suite === undefined) {
  console.error(`There is no bench named ${name}.`);
  process.exitCode = 2;
} else {
  for (const report of await suite()) console.log(markdown(report));
}
