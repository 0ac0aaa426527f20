// Loaded before the tests: switches on the mutant that MUTANT names, or writes into the file HITS which mutants are come by.
const { writeFileSync } = require('node:fs');

const { MUTANT, HITS } = process.env;
const hits = new Set();
const active = Number(MUTANT ?? -1);

globalThis.isMutant = HITS ? (id) => hits.add(id) && false : (id) => id === active;
if (HITS) process.on('exit', () => writeFileSync(HITS, JSON.stringify([...hits])));
