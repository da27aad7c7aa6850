import { type Command, InvalidArgumentError } from 'commander'
import { plantBelievable } from '../../seeds/plant-believable.ts'
import { plantKind } from '../plant.ts'
import { keeperOf } from '../secrecy/installation-keys.ts'
import { withInstallation } from './with-installation.ts'

export function addSeed(program: Command) {
  program
    .command('seed')
    .argument('[kind]', 'demo (people and reports) or reference (agencies, areas, categories, holidays)', 'reference')
    .option('--reports <count>', 'believable invented reports for measurements, on top', readCount)
    .description('plant data; planting the same again completes it')
    .action(plant)
}

async function plant(kind: string, { reports }: { reports?: number }) {
  if (kind !== 'demo' && kind !== 'reference') throw new InvalidArgumentError('The kinds are demo and reference.')
  await withInstallation(
    async (context) => {
      await plantKind(kind, context)
      if (!reports) return process.stdout.write(`${kind} planted\n`)
      const begun = performance.now()
      const planted = await plantBelievable(reports, {
        owner: context.owner,
        ownerUrl: context.connections.owner,
        now: context.now(),
        keeper: keeperOf(context.config),
        onProgress: (done) => {
          if (done % 10_000 === 0) process.stderr.write(`${done} reports\n`)
        },
      })
      const seconds = (performance.now() - begun) / 1000
      process.stdout.write(`${planted} reports in ${seconds.toFixed(1)} s, ${Math.round(planted / seconds)} a second\n`)
    },
    { begins: true },
  )
}

function readCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('A whole number from 1 up.')
  return count
}
