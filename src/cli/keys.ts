import { join } from 'node:path'
import type { Command } from 'commander'
import { Explained } from '../platform/explained.ts'
import { keyFilesLock } from '../secrecy/erase-report.ts'
import { keysForWeb, readKeys, sealPair } from '../secrecy/installation-keys.ts'
import { rememberKeys } from '../secrecy/keys/check-keys.ts'
import { beginEpoch, fileOf, forgetEpoch, readKeyFiles } from '../secrecy/keys/key-file.ts'
import { type Sealed, sealAnew } from '../secrecy/keys/seal-anew.ts'
import { epochsInUse } from '../secrecy/keys/epochs-in-use.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

export function addKeys(program: Command) {
  const keys = program
    .command('keys')
    .description("the reports' own keys: one file for each epoch in LAPOR_DATA_DIR/keys, never in the database")
  keys
    .command('list')
    .description('the epochs, and what is sealed under each')
    .action(() => withInstallation(list))
  keys
    .command('rotate')
    .description('begin a new epoch and seal everything anew, beside a running server')
    .action(() => withInstallation(rotate))
  keys
    .command('seal')
    .description('seal under the newest keys what is not yet: after an upgrade, or a rotation that was cut short')
    .action(() => withInstallation(sealRest))
  keys
    .command('check')
    .description('whether every key is here, whole and private, and opens what it must')
    .action(() => withInstallation(check))
  keys
    .command('forget')
    .argument('<epoch>', 'its number')
    .description(
      'destroy the keys of an epoch under which nothing is sealed any more; backups of its time become unreadable',
    )
    .action((epoch: string) => withInstallation((context) => forget(context, Number(epoch))))
}

async function list({ owner, config }: CommandContext) {
  const used = await epochsInUse(owner, sealPair(config.dataDir), join(config.dataDir, 'uploads'))
  for (const [epoch, tree] of readKeyFiles(config.dataDir))
    process.stdout.write(
      `epoch ${epoch}: ${used.get(epoch) ?? 0} sealed, ${tree.size} seeds, ${fileOf(config.dataDir, epoch)}\n`,
    )
}

async function rotate(context: CommandContext) {
  const { owner, config } = context
  const epoch = await owner.transaction().execute(async (tx) => {
    await keyFilesLock.execute(tx)
    const next = newestOf(config.dataDir) + 1
    beginEpoch(config.dataDir, next)
    return next
  })
  await rememberKeys(owner, config.dataDir)
  process.stderr.write(`Epoch ${epoch} begins. Copy ${fileOf(config.dataDir, epoch)} to where you keep the others.\n`)
  await sealRest(context)
}

async function sealRest({ owner, config }: CommandContext) {
  const told = ({ reports, identities, pictures }: Sealed) =>
    `${reports} reports, ${identities} identities, ${pictures} pictures sealed anew\n`
  const keys = readKeys(keysForWeb(config.dataDir), config.dataDir)
  const newest = newestOf(config.dataDir)
  const pair = sealPair(config.dataDir)
  const deps = { owner, keys, pair, newest, uploadsDir: join(config.dataDir, 'uploads') }
  process.stdout.write(told(await sealAnew(deps, (sealed) => process.stderr.write(told(sealed)))))
}

async function check({ owner, config }: CommandContext) {
  const files = readKeyFiles(config.dataDir)
  const used = await epochsInUse(owner, sealPair(config.dataDir), join(config.dataDir, 'uploads'))
  const lost = [...used.keys()].filter((epoch) => !files.has(epoch))
  const plain = used.get(0) ?? 0
  if (lost.some((epoch) => epoch > 0)) throw new Explained(`No keys for what is sealed under epoch ${lost.join(', ')}.`)
  if (plain > 0) throw new Explained(`${plain} things are not sealed yet. Say "lapor keys seal".`)
  const total = [...used.values()].reduce((sum, count) => sum + count, 0)
  process.stdout.write(`every key is here, whole and private; ${total} things are sealed\n`)
}

async function forget({ owner, config }: CommandContext, epoch: number) {
  const files = readKeyFiles(config.dataDir)
  if (!files.has(epoch)) throw new Explained(`There is no epoch ${epoch}. "lapor keys list" says which there are.`)
  if (epoch === newestOf(config.dataDir))
    throw new Explained('The newest keys are in use. Begin others first: "lapor keys rotate".')
  const used = await epochsInUse(owner, sealPair(config.dataDir), join(config.dataDir, 'uploads'))
  if (used.has(epoch))
    throw new Explained(`${used.get(epoch)} things are still sealed under epoch ${epoch}. Say "lapor keys seal" first.`)
  await owner.deleteFrom('identity.key_check').where('name', '=', `reports.${epoch}`).execute()
  forgetEpoch(config.dataDir, epoch)
  process.stdout.write(`epoch ${epoch} is gone\n`)
}

function newestOf(dataDir: string): number {
  return Math.max(...readKeyFiles(dataDir).keys())
}
