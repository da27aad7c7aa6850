/**
 * Resolves when the process is asked to end: Ctrl-C, `kill`, or the wrapper that started it has gone. Asking twice changes
 * nothing: an impatient second Ctrl-C must not cut the database's shutdown short.
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
    if (process.connected) process.on('disconnect', () => resolve('disconnect'))
  })
}
