import type { BuildOptions } from 'esbuild';

export const units: BuildOptions;
