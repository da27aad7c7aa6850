import { type Command, InvalidArgumentError } from 'commander'
import { plantBelievable } from '../../seeds/plant-believable.ts'
import { seedReference } from '../../seeds/reference.ts'
import { bench } from '../bench/bench.ts'
import type { Connections } from '../platform/connections.ts'
import { makeDb } from '../platform/db.ts'
import { stopSignal } from '../platform/stop-signals.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'

export function addBench(program: Command) {
  program
    .command('bench')
    .option('--reports <count>', 'believable reports that the measured installation holds', number, 100_000)
    .option('--small <count>', 'reports of the installation beside it, to tell growth', number, 14_000)
    .option('--seconds <seconds>', 'length of each measurement', number, 2)
    .option('--repeats <times>', 'how often everything is measured, in turn', number, 5)
    .option('--json', 'the figures as JSON instead of a table')
    .description('measure the speed of this machine with LAPOR!, beside what the machine could do at most')
    .action(run)
}

type Options = { reports: number; small: number; seconds: number; repeats: number; json?: true }

async function run({ json, ...options }: Options) {
  const stopped = stopSignal()
  const onProgress = (words: string) => process.stderr.write(`${words}\n`)
  const done = await bench({ ...options, plant, onProgress, stopped })
  if (!done) process.exitCode = 1
  else
    process.stdout.write(
      json
        ? `${JSON.stringify({ rows: done.measured, memory: done.memory, sealing: done.sealing, askedAgain: done.askedAgain }, null, 2)}\n`
        : done.table,
    )
}

async function plant(count: number, { owner: ownerUrl }: Connections, now: Date, dataDir: string) {
  const owner = makeDb(ownerUrl)
  try {
    await seedReference(owner, now)
    const begun = performance.now()
    await plantBelievable(count, { owner, ownerUrl, now, keeper: keeperOf({ dataDir }) })
    const rate = Math.round((count * 1000) / (performance.now() - begun))
    process.stderr.write(`${count} reports planted, ${rate} a second\n`)
  } finally {
    await owner.destroy()
  }
}

function number(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('A number above 0.')
  return value
}
