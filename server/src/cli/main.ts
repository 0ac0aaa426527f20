import { isMainThread } from 'node:worker_threads';
import { reportUncaught } from '../uncaught.js';
import { serveTasks } from './threads/everyLog.js';

// Threads for many logs run the same file, and need no arguments.
if (isMainThread) {
  reportUncaught('meetlog');
  void import('./program.js');
} else serveTasks();
