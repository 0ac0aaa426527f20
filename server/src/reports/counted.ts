/** A count with its noun: `1 log`, `2 logs`, `no logs`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count || 'no'} ${count === 1 ? one : many}`;
}
