import { isMainThread } from 'node:worker_threads';
import { reportUncaught } from '../uncaught.js';
import { serveTasks } from './threads/everyLog.js';

// Worker threads run this file too, without arguments.
if (isMainThread) {
  reportUncaught('meetlog');
  void import('./program.js');
} else serveTasks();
