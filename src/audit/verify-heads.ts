import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { hashOfHead, isSigned, noHead, type SignedHead } from './head.ts'
import { listHeads } from './heads.ts'
import { isSignedByOld, keyOfHead, listSuccessions, type Succession } from './succession.ts'
import { treeOf } from './tree-of-head.ts'

const pageSize = 1_000

/**
 * Checks that the heads follow each other, that our key signed each of them, and that the leaves kept give the root that was
 * signed: of the newest head, which covers every chain from its beginning, or of all.
 * @param publicKey of the installation: what the table says about itself counts for nothing
 * @param olderKeys its keys before: each signed its heads, and who came after it
 */
export async function verifyHeads(
  db: Db,
  publicKey: Buffer,
  onFault: (what: string) => void,
  { every = false, olderKeys = [] }: { every?: boolean; olderKeys?: readonly Buffer[] } = {},
): Promise<{ heads: number; faults: number }> {
  const found = { heads: 0, faults: 0 }
  const wrong = (what: string) => {
    found.faults += 1
    onFault(what)
  }
  const successions = await listSuccessions(db)
  judgeSuccessions(successions, [...olderKeys, publicKey], wrong)
  let after: SignedHead | undefined
  for await (const head of newestFirst(db)) {
    found.heads += 1
    if (after) judgeLink(head, after, wrong)
    if (!isSigned(head, head.signature, keyOfHead(head.number, publicKey, successions)))
      wrong(`Head ${head.number}: not signed by the key of this installation.`)
    if (!after || every) await judgeRoot(db, head, wrong)
    after = head
  }
  if (after && (after.number !== 1 || after.previous !== noHead))
    wrong(`Head ${after.number}: it is the oldest kept, but not the first.`)
  if (!after && (await hasLeaves(db))) wrong('All heads are missing: there are leaves that they covered.')
  return found
}

/** Each must join two keys of ours, the one before signing it, without a gap up to the one that signs now. */
function judgeSuccessions(successions: readonly Succession[], ours: readonly Buffer[], wrong: (what: string) => void) {
  const isOurs = (key: Buffer) => ours.some((one) => one.equals(key))
  for (const [at, one] of successions.entries()) {
    const next = successions[at + 1]?.oldKey ?? ours.at(-1)
    if (!isOurs(one.oldKey) || !isSignedByOld(one) || !next?.equals(one.newKey))
      wrong(`Key succession ${at + 1}: it does not lead from one key of this installation to the next.`)
  }
}

async function* newestFirst(db: Db): AsyncGenerator<SignedHead> {
  for (let before: number | undefined; ; ) {
    const heads = await listHeads(db, pageSize, before)
    yield* heads
    if (heads.length < pageSize) return
    before = heads.at(-1)?.number
  }
}

function judgeLink(head: SignedHead, after: SignedHead, wrong: (what: string) => void) {
  if (after.number !== head.number + 1) wrong(missing(head.number + 1, after.number - 1))
  else if (after.previous !== hashOfHead(head))
    wrong(`Head ${after.number}: it does not name head ${head.number} as it stands here.`)
  if (after.day <= head.day) wrong(`Head ${after.number}: its day is not after that of head ${head.number}.`)
}

async function judgeRoot(db: Db, head: SignedHead, wrong: (what: string) => void) {
  await as(db, system, async (tx) => {
    const tree = await tx
      .selectFrom('casework.audit_tree')
      .select(['day_key', 'branches'])
      .where('number', '=', head.number)
      .executeTakeFirst()
    if (!tree) return wrong(`Head ${head.number}: its tree is missing.`)
    const { root, branches } = await treeOf(tx, head.number, tree.day_key.toString('hex'))
    if (root === head.root) return
    const kept = tree.branches.toString('hex')
    const bad = branches.flatMap((branch, n) => (branch === kept.slice(n * 64, n * 64 + 64) ? [] : [n]))
    const where = bad.length > 0 ? `; what is wrong lies in ${bad.length} of 4096 branches` : ''
    wrong(`Head ${head.number} of ${head.day}: the leaves kept do not give the root that was signed${where}.`)
  })
}

async function hasLeaves(db: Db): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from casework.audit_leaf) as any`.execute(db)
  return rows[0]?.any ?? false
}

function missing(first: number, last: number): string {
  return first === last ? `Head ${first} is missing.` : `Heads ${first} to ${last} are missing.`
}
