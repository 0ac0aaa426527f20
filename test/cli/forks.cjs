// Preloaded into the command line: reports on standard error how many processes it has started.
const child = require('node:child_process');
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const { fork } = child;
let count = 0;
child.fork = (...args) => {
  count++;
  return fork(...args);
};
if (isMainThread) process.on('exit', () => writeSync(2, `forks ${count}\n`));
