// A long run: a hundred thousand edits over the protocol, and as many of log texts.
process.env.RUNS ??= '3600';
