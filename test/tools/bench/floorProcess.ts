// The floor of a whole program: reads the logs that it is given, or those in folders, one by one, with the plain scanner. It
// prints how many lines they have.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from './floor.js';

let lines = 0;
for (const path of process.argv.slice(2).flatMap(filesOf)) lines += scan(readFileSync(path, 'utf8')).lines;
console.log(lines);

function filesOf(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
}
