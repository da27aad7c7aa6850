// The same promises over many more worlds: about two hundred confidential lives.
process.env.TWO_WORLDS_RUNS ??= '60'
await import('./two-worlds.slow.test.ts')
