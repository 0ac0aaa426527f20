// Preloaded into the command line: reports its peak memory on standard error, in KiB.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(2, `peak ${process.resourceUsage().maxRSS}\n`));
