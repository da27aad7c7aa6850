import { createHmac } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { Explained } from '../../platform/explained.ts'
import { keysFolder } from '../../platform/secrets.ts'
import { beginEpoch, checkKeyFiles, forgetEpoch, isForgotten, nameOf, readKeyFiles } from './key-file.ts'
import { type KeyPlace, keyStore, refuseOpenFile } from './key-store.ts'
import { deriveKey } from './key-tree.ts'
import { masterSecret } from './master-secret.ts'
import {
  calledPublicHalf,
  checkPublished,
  halfPrint,
  holdsNoPair,
  publishedHalf,
  publishSealPair,
  sealPairNames,
} from './seal-pair.ts'

/** Secrets besides the reports' trees, and what is lost without them. */
const secrets = {
  report: 'the keys that reporters hold open nothing',
  index: 'no account is found again',
  seal: 'nobody can be written to',
} as const

const wordsLost = 'sealed words and pictures cannot be read'

/** Never destroyed: by it a tree is known again. */
const checkLeaf = 'check'

/**
 * Before anything is opened or sealed: the keys that are here must be those with which this data was sealed. On an empty
 * installation they are made; keys seen for the first time are remembered.
 * @param owner migrated
 * @throws Explained when a key is missing, another one, damaged or readable by others: what to do
 */
export async function checkKeys(owner: Db, place: KeyPlace): Promise<void> {
  const folder = keysFolder(place.dataDir)
  for (const name of readdirSync(folder)) refuseOpenFile(join(folder, name))
  const known = await owner.selectFrom('identity.key_check').selectAll().execute()
  const filled = await sql<{ yes: boolean }>`select exists (select from casework.report) as yes`.execute(owner)
  const ofAny = Object.keys(secrets).filter((name) => name !== 'seal' || sealPairNames(place).length === 0)
  const all = new Set([...known.map(({ name }) => name), ...(filled.rows[0]?.yes ? ofAny : [])])
  const needed = holdsNoPair(place) ? withPublicHalf(place, all) : all
  const store = keyStore(place)
  const there = new Set(store.names())
  const missing = [...needed].find((name) => !there.has(name))
  if (missing)
    throw new Explained(
      `The ${store.called(missing)} is missing; without it ${lostWithout(missing)}. Put it back from your copy of the keys folder, then start again. No new key was made.`,
    )
  checkKeyFiles(place)
  const epochs = [...readKeyFiles(place).keys()]
  if (epochs.length === 0) beginEpoch(place, 1)
  // Forgotten before that left a trace: whatever else is not there was refused above.
  for (let epoch = 1; epoch < Math.max(...epochs); epoch++) if (!epochs.includes(epoch)) await forgetEpoch(place, epoch)
  const prints = keyPrints(place)
  const other = known.find(({ name, print }) => prints.get(name)?.equals(print) === false)
  if (other)
    throw new Explained(
      `The ${store.called(other.name)} is not the one with which this data was sealed; with it ${lostWithout(other.name)}. Put back the file that belongs to this database.`,
    )
  checkPublished(
    place,
    known.flatMap(({ half }) => half ?? []),
  )
  await rememberKeys(owner, place)
  // For hosts that hold nothing else.
  if (publishedHalf(place) === undefined) await publishSealPair(place)
}

/** Pages alone need the public half instead of the pairs. @throws Explained where it is missing */
function withPublicHalf(place: KeyPlace, needed: ReadonlySet<string>): Set<string> {
  const others = [...needed].filter((name) => !isPair(name))
  if (others.length < needed.size && publishedHalf(place) === undefined)
    throw new Explained(
      `The ${calledPublicHalf(place)} is missing; without it ${secrets.seal}. Bring it from the keys folder where the worker runs, then start again. No new key was made.`,
    )
  return new Set(others)
}

function isPair(name: string): boolean {
  return /^seal(?:\.|$)/.test(name)
}

/** Writes down which keys there are now; those known already stay as they are. */
export async function rememberKeys(owner: Db, place: KeyPlace): Promise<void> {
  const rows = [...keyPrints(place)].map(([name, print]) => ({
    name,
    print,
    half: isPair(name) ? halfPrint(place, name) : null,
  }))
  await owner
    .insertInto('identity.key_check')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(({ ref }) => ({ half: ref('excluded.half') }))
        .where('identity.key_check.half', 'is', null)
        .whereRef('identity.key_check.print', '=', 'excluded.print'),
    )
    .execute()
}

/** By which each key is known again, without telling it. Secrets that are not there yet are made. */
export function keyPrints(place: KeyPlace): Map<string, Buffer> {
  const names = Object.keys(secrets).filter((name) => name !== 'seal')
  const pairs = sealPairNames(place)
  const first = holdsNoPair(place) && publishedHalf(place) !== undefined ? [] : ['seal']
  const all = [...names, ...(pairs.length > 0 ? pairs : first)]
  const plain = all.map((name): [string, Buffer] => [name, printed(name, masterSecret(place, name))])
  return new Map([...plain, ...treePrints(place)])
}

/** The same of the reports' trees alone: it stays when keys are destroyed, unless all of an epoch are. */
export function treePrints(place: KeyPlace): Map<string, Buffer> {
  const trees = [...readKeyFiles(place)].filter(([, tree]) => !isForgotten(tree))
  return new Map(
    trees.map(([epoch, tree]): [string, Buffer] => [
      nameOf(epoch),
      printed('reports', deriveKey(tree, checkLeaf) ?? Buffer.alloc(0)),
    ]),
  )
}

function printed(name: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`lapor key check ${name}`).digest()
}

function lostWithout(name: string): string {
  if (name.startsWith('seal.')) return secrets.seal
  return secrets[name as keyof typeof secrets] ?? wordsLost
}
