import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../app.tsx'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { testDeps } from '../testing/test-deps.ts'
import { checkSigningKeys } from './check-signing-keys.ts'
import { headKey, publicHalf } from './head.ts'
import { makeHead } from './make-head.ts'
import { rotateSigningKey } from './rotate-key.ts'
import { beginSigningKey, followSigningKey, signingKey, signingKeys } from './signing-key.ts'
import { isSignedByOld, listSuccessions, signSuccession } from './succession.ts'
import { verifyHeads } from './verify-heads.ts'

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-head-key-'))
const place = { dataDir }
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

let day = 15
const nextHead = (key = signingKey(place)) =>
  makeHead({ db: db.worker, headKey: key, now: () => new Date(`2026-01-${day++}T01:00:00Z`) })

async function verify() {
  const faults: string[] = []
  const ours = signingKeys(place).map(publicHalf)
  const newest = ours.pop() as Buffer
  await verifyHeads(db.owner, newest, (what) => faults.push(what), { every: true, olderKeys: ours })
  return faults
}

beforeAll(async () => {
  await aReport(db, { stage: 'answered' })
})

test('heads before and after are each checked with their own key, however often it was changed', async () => {
  const first = signingKey(place)
  await nextHead()
  await nextHead()
  const succession = await rotateSigningKey(db.owner, place)
  expect(succession).toMatchObject({ afterHead: 2, oldKey: publicHalf(first) })
  expect(isSignedByOld(succession)).toBe(true)
  const third = await nextHead()
  expect(third?.publicKey.equals(publicHalf(first))).toBe(false)
  expect(await verify()).toEqual([])
  await rotateSigningKey(db.owner, place)
  await rotateSigningKey(db.owner, place)
  await nextHead()
  expect(await listSuccessions(db.publicDb), 'anybody may read them').toHaveLength(3)
  expect(await verify()).toEqual([])
})

test('a key that was succeeded signs no head any more', async () => {
  const old = signingKeys(place)[0]
  await expect(nextHead(old)).rejects.toThrow(/is not the one that signs after head 4/)
})

test('a worker that runs notices the new key', async () => {
  const key = followSigningKey(place)
  const before = publicHalf(key())
  await rotateSigningKey(db.owner, place)
  await expect.poll(() => publicHalf(key()).equals(before)).toBe(false)
  expect((await nextHead(key()))?.number).toBe(5)
  expect(await verify()).toEqual([])
})

test('both keys, and what the old one signed, are on the public page', async () => {
  const page = await (await makeApp(testDeps(db)).request('http://lapor.test/audit')).text()
  for (const { oldKey, newKey } of await listSuccessions(db.publicDb))
    for (const key of [oldKey, newKey]) expect(page).toContain(key.toString('hex'))
  expect(page).toContain('Kunci yang diganti')
})

test('a rotation that was cut short is completed by the next', async () => {
  beginSigningKey(place)
  await expect(nextHead()).rejects.toThrow('say "lapor keys rotate"')
  day--
  const keys = signingKeys(place).length
  await rotateSigningKey(db.owner, place)
  expect(signingKeys(place)).toHaveLength(keys)
  expect((await nextHead())?.number).toBe(6)
  expect(await verify()).toEqual([])
})

test('without the key that signed last there is no rotation', async () => {
  const names = readdirSync(join(dataDir, 'keys'))
  for (const name of names) renameSync(join(dataDir, 'keys', name), join(dataDir, name))
  await expect(rotateSigningKey(db.owner, place)).rejects.toThrow('is not here. Put it back')
  for (const name of names) renameSync(join(dataDir, name), join(dataDir, 'keys', name))
  expect(await verify()).toEqual([])
})

test.each(['audit', 'audit.2'])(
  'once there are heads, a start without the key %s, or with another one, is refused',
  async (name) => {
    const [file, away] = [join(dataDir, 'keys', name), join(dataDir, 'away')]
    await expect(checkSigningKeys(db.owner, place)).resolves.toBeUndefined()
    renameSync(file, away)
    const before = readdirSync(join(dataDir, 'keys'))
    await expect(checkSigningKeys(db.owner, place)).rejects.toThrow(
      /is missing; .* Put it back from your copy of the keys folder/,
    )
    expect(readdirSync(join(dataDir, 'keys')), 'no key is made').toEqual(before)
    writeFileSync(file, 'ab'.repeat(32), { mode: 0o600 })
    await expect(checkSigningKeys(db.owner, place)).rejects.toThrow('is not the one that signed the daily heads')
    await expect(checkSigningKeys(db.owner, place, { judgesHeads: true })).resolves.toBeUndefined()
    renameSync(away, file)
    await expect(checkSigningKeys(db.owner, place)).resolves.toBeUndefined()
  },
)

test('whoever owns the database cannot put a key of theirs before ours', async () => {
  const { oldKey, newKey, signature } = signSuccession(headKey(Buffer.alloc(32, 9)), signingKey(place), 100)
  await db.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`delete from publication.audit_key`.execute(tx)
    const row = { number: 1, after_head: 100, old_key: oldKey, new_key: newKey, signature }
    await tx.insertInto('publication.audit_key').values(row).execute()
  })
  expect(await verify()).toContain('Key succession 1: it does not lead from one key of this installation to the next.')
})
