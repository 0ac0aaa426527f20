// Runs the suites and the runs through the workbench in the newest VS Code that npm has.
process.env.VSCODE_RELEASE = 'newest';
await import('./run.mjs');
await import('./ui.mjs');
