// A nightly-sized run of the edits: about a hundred thousand of them.
process.env.RUNS ??= '10000';
