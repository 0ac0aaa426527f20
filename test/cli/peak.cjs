// Preloaded into the command line: tells on its standard error how much memory it took at most, in KiB.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(2, `peak ${process.resourceUsage().maxRSS}\n`));
