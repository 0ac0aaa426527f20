// Preloaded into a server (--expose-gc): tells the editor that started it, when it asks, how much is in use once all garbage is
// gone.
process.on('message', () => {
  global.gc();
  // Objects freed by the first collection free more.
  setImmediate(() => {
    global.gc();
    const { heapUsed, external } = process.memoryUsage();
    process.send(heapUsed + external);
  });
});
// Only standard input may end the server.
process.channel.unref();
