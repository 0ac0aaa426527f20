// Preloaded into a server (--expose-gc): tells the editor that started it, when it asks, how much is in use once all garbage is
// gone.
process.on('message', () => {
  global.gc();
  // What is freed then frees more.
  setImmediate(() => {
    global.gc();
    const { heapUsed, external } = process.memoryUsage();
    process.send(heapUsed + external);
  });
});
// The server ends by what is said on its standard input alone.
process.channel.unref();
