import { isMainThread } from 'node:worker_threads';
import { serveTasks } from './everyLog.js';

// Threads for many logs run the same file, and need no arguments.
if (isMainThread) void import('./program.js');
else serveTasks();
