// Loaded before the tests: switches on the mutant MUTANT, or writes the mutants that are reached to the file HITS.
const { writeFileSync } = require('node:fs');

const { MUTANT, HITS } = process.env;
const hits = new Set();
const active = Number(MUTANT ?? -1);

globalThis.isMutant = HITS ? (id) => hits.add(id) && false : (id) => id === active;
if (HITS) process.on('exit', () => writeFileSync(HITS, JSON.stringify([...hits])));
