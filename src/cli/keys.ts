import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import { rotateSigningKey } from '../audit/rotate-key.ts'
import { Explained } from '../platform/explained.ts'
import { picturesAway } from '../report/pictures-away.ts'
import { keyFilesLock } from '../secrecy/erase-report.ts'
import { keeperOf, keysForWeb, readKeys } from '../secrecy/installation-keys.ts'
import { rememberKeys } from '../secrecy/keys/check-keys.ts'
import { beginEpoch, forgetEpoch, isForgotten, nameOf, readKeyFiles } from '../secrecy/keys/key-file.ts'
import { type KeyPlace, keyStore } from '../secrecy/keys/key-store.ts'
import { type Sealed, sealAnew } from '../secrecy/keys/seal-anew.ts'
import { countSealedFor } from '../secrecy/keys/seal-for-worker.ts'
import {
  beginSealPair,
  holdsNoPair,
  pairOfName,
  publishSealPair,
  sealPair,
  sealPairNames,
} from '../secrecy/keys/seal-pair.ts'
import { countInJournal, sealJournal } from '../secrecy/seal-journal.ts'
import { epochsInUse } from '../secrecy/keys/epochs-in-use.ts'
import { type CommandContext, withInstallation } from './with-installation.ts'

/** Twice as long as a running process takes to notice. */
const noticedAfterMs = 500

export function addKeys(program: Command) {
  const keys = program
    .command('keys')
    .description(
      "the reports' own keys: one for each epoch, in LAPOR_DATA_DIR/keys or behind LAPOR_KEYS_COMMAND, never in the database",
    )
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
    .action(() => withInstallation(check, { besidePages: true }))
  keys
    .command('forget')
    .argument('<which>', 'the number of an epoch, or the name of a pair: seal, seal.2, …')
    .option('--lost <pictures>', 'so many pictures have no file anywhere any more: forget the epoch without them')
    .description('destroy keys under which nothing is sealed any more; backups of their time become unreadable')
    .action((which: string, { lost = '0' }: { lost?: string }) =>
      withInstallation((context) =>
        which.startsWith('seal') ? forgetPair(context, which) : forget(context, Number(which), Number(lost)),
      ),
    )
}

async function sayPicturesAway({ owner, config }: Pick<CommandContext, 'owner' | 'config'>) {
  const { said } = await picturesAway(owner, config.dataDir)
  if (said) process.stdout.write(`${said}\n`)
}

async function list({ owner, config }: CommandContext) {
  const used = await epochsInUse(
    owner,
    { ...sealPair(config), keeper: keeperOf(config) },
    join(config.dataDir, 'uploads'),
  )
  for (const [epoch, tree] of treesOf(config))
    process.stdout.write(
      `epoch ${epoch}: ${used.get(epoch) ?? 0} sealed, ${tree.size} seeds, ${keyStore(config).called(nameOf(epoch))}\n`,
    )
  for (const name of sealPairNames(config))
    process.stdout.write(
      `pair ${name}: ${await countFor({ owner, config }, name)} sealed, ${keyStore(config).called(name)}\n`,
    )
  await sayPicturesAway({ owner, config })
}

async function rotate(context: CommandContext) {
  const { owner, config } = context
  const begun = await owner.transaction().execute(async (tx) => {
    await keyFilesLock.execute(tx)
    const epoch = newestOf(config) + 1
    beginEpoch(config, epoch)
    return { epoch, pair: beginSealPair(config) }
  })
  await rememberKeys(owner, config)
  const made = [nameOf(begun.epoch), begun.pair].map((name) => keyStore(config).called(name)).join(' and the ')
  process.stderr.write(`Epoch ${begun.epoch} begins. Copy the ${made} to where you keep the others.\n`)
  const { afterHead } = await rotateSigningKey(owner, config)
  process.stderr.write(`A new key signs the heads after head ${afterHead}; "lapor audit key" prints it.\n`)
  // The worker that runs opens with the new pair before anybody seals for it.
  await setTimeout(noticedAfterMs)
  await sealRest(context)
}

async function sealRest({ owner, config }: CommandContext) {
  const told = ({ reports, identities, pictures, previews, boxes }: Sealed) =>
    `${reports} reports, ${identities} identities, ${pictures} pictures, ${previews} previews, ${boxes} boxes for the worker sealed anew\n`
  if (sealPairNames(config).length > 1) await publishSealPair(config)
  const keys = readKeys(keysForWeb(config), config)
  const newest = newestOf(config)
  const pair = sealPair(config)
  const deps = { owner, keys, pair, newest, uploadsDir: join(config.dataDir, 'uploads') }
  const sealed = await sealAnew(deps, (soFar) => process.stderr.write(told(soFar)))
  const inJournal = await sealJournal({ owner, dataDir: config.dataDir, pair })
  process.stdout.write(told({ ...sealed, boxes: sealed.boxes + inJournal }))
  await sayPicturesAway({ owner, config })
}

async function check({ owner, config }: CommandContext) {
  if (holdsNoPair(config)) {
    process.stdout.write(
      'every key that pages need is here, whole and private; this host seals and opens nothing of it, so what is sealed is counted where the worker runs\n',
    )
    await sayPicturesAway({ owner, config })
    return
  }
  const files = treesOf(config)
  const used = await epochsInUse(
    owner,
    { ...sealPair(config), keeper: keeperOf(config) },
    join(config.dataDir, 'uploads'),
  )
  const lost = [...used.keys()].filter((epoch) => !files.has(epoch))
  const plain = used.get(0) ?? 0
  if (lost.some((epoch) => epoch > 0)) throw new Explained(`No keys for what is sealed under epoch ${lost.join(', ')}.`)
  if (plain > 0) throw new Explained(`${plain} things are not sealed yet. Say "lapor keys seal".`)
  const total = [...used.values()].reduce((sum, count) => sum + count, 0)
  process.stdout.write(`every key is here, whole and private; ${total} things are sealed\n`)
  await sayPicturesAway({ owner, config })
}

/** @param lost pictures of which somebody says that their files are nowhere: what cannot be looked at may be sealed under these keys */
async function forget({ owner, config }: CommandContext, epoch: number, lost: number) {
  if (!treesOf(config).has(epoch))
    throw new Explained(`There is no epoch ${epoch}. "lapor keys list" says which there are.`)
  if (epoch === newestOf(config))
    throw new Explained('The newest keys are in use. Begin others first: "lapor keys rotate".')
  const used = await epochsInUse(
    owner,
    { ...sealPair(config), keeper: keeperOf(config) },
    join(config.dataDir, 'uploads'),
  )
  if (used.has(epoch))
    throw new Explained(`${used.get(epoch)} things are still sealed under epoch ${epoch}. Say "lapor keys seal" first.`)
  const { count: away, said } = await picturesAway(owner, config.dataDir)
  if (away !== lost)
    throw new Explained(
      `${said ?? 'No picture is without its file'}. Where files come back, say "lapor keys seal" first: they may be sealed under epoch ${epoch}, and would be lost with it. ${away === 0 ? 'Forget it without --lost.' : `If they are nowhere any more: "lapor keys forget ${epoch} --lost ${away}".`}`,
    )
  await owner.deleteFrom('identity.key_check').where('name', '=', `reports.${epoch}`).execute()
  await forgetEpoch(config, epoch)
  process.stdout.write(`epoch ${epoch} is gone\n`)
}

async function forgetPair({ owner, config }: CommandContext, name: string) {
  const names = sealPairNames(config)
  if (!names.includes(name)) throw new Explained(`There is no pair ${name}. "lapor keys list" says which there are.`)
  if (name === names.at(-1)) throw new Explained('The newest pair is in use. Begin another first: "lapor keys rotate".')
  const left = await countFor({ owner, config }, name)
  if (left > 0) throw new Explained(`${left} boxes are still sealed for the pair ${name}. Say "lapor keys seal" first.`)
  await owner.deleteFrom('identity.key_check').where('name', '=', name).execute()
  keyStore(config).forget(name)
  process.stdout.write(`the pair ${name} is gone\n`)
}

/** What is sealed for a pair, in the database and in the journal beside the keys. */
async function countFor({ owner, config }: Pick<CommandContext, 'owner' | 'config'>, name: string): Promise<number> {
  const pair = pairOfName(config, name)
  return (await countSealedFor(owner, pair)) + countInJournal(config.dataDir, pair)
}

/** Of epochs that were not forgotten. */
function treesOf(place: KeyPlace) {
  return new Map([...readKeyFiles(place)].filter(([, tree]) => !isForgotten(tree)))
}

function newestOf(place: KeyPlace): number {
  return Math.max(...readKeyFiles(place).keys())
}
