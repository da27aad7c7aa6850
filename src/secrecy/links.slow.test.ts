import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import { myReports } from '../accounts/my-reports.ts'
import { contactOf } from '../notifications/addresses.ts'
import { deliverAll, hireOfficers, tellDeps } from '../notifications/testing/post-office.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { ownLinks } from '../report/own-links.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { aWednesday, testDeps, testKeyPair } from '../testing/test-deps.ts'
import { askErasure } from './ask-erasure.ts'
import { eraseReport } from './erase-report.ts'
import { openFiled } from './identity.ts'
import { keeperOf } from './installation-keys.ts'
import { destroyKeys } from './keys/key-ring.ts'
import { leaves } from './keys/make-keeper.ts'
import { linkOlder } from './link-older.ts'

// Which reports are one account's, and whose, is known to whoever has the keys, and to nobody else.

const db = await testDatabase()
const base = testDeps(db)
const { dataDir } = base.config
const keys = { ...base.keys, keeper: keeperOf({ dataDir }) }
const pair = { ...testKeyPair, keeper: keys.keeper }
const worker = { db: db.worker, keys: { dataDir }, pair, uploadsDir: base.uploadsDir, now: base.now }

const people = {
  marta: { name: 'Marta Bire', email: 'marta@contoh.id', phone: '081234567890' },
  rio: { name: 'Yosef Rio', email: 'rio@contoh.id', phone: '081355556666' },
}
const accounts: Record<string, string> = {}

beforeAll(async () => {
  for (const [who, contact] of Object.entries(people)) accounts[who] = await anAccount(contact)
})

async function anAccount(contact: { name: string; email: string; phone?: string }) {
  await createAccount(db.owner, keys, { ...contact, password: 'bunga kenari' }, aWednesday)
  return (await findAccountId(db.owner, keys, contact.email)) as string
}

let minute = 0
/** Each at a time of its own, with words of its own. */
async function filedBy(who: keyof typeof people) {
  const at = new Date(aWednesday.getTime() + ++minute * 61_013)
  return aReport(db, { accountId: accounts[who], contact: people[who], text: `Lampu ke-${minute} mati.`, at, keys })
}

async function filingOf(id: string) {
  return db.owner.selectFrom('identity.filing').selectAll().where('report_id', '=', id).executeTakeFirstOrThrow()
}

async function reportsOf(accountId: string) {
  const person = { accountId, role: 'citizen' } as const
  const found: string[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await myReports({ db: db.web, keys: { keeper: keeperOf({ dataDir }) } }, person, after)
    found.push(...page.reports.map(({ tracking_id }) => tracking_id))
    after = page.next
  }
  return found
}

async function erase(made: Made) {
  const asked = await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'identity', made.at))
  return { ...asked, finish: () => eraseReport(worker, made.id) }
}

/** Every single value in every row of every table that names this id; in lists and JSON as well. */
async function valuesWith(id: string): Promise<Set<string>> {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (value !== null && typeof value === 'object') Object.values(value).forEach(collect)
    else found.add(String(value))
  }
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db.owner)
  for (const { name } of tables) {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(t) as row from ${sql.raw(name)} t where t::text like ${`%${id}%`}`.execute(db.owner)
    rows.forEach(({ row }) => collect(row))
  }
  return found
}

test('nothing in any table tells that two reports are of one account, nor whose', async () => {
  await hireOfficers(db)
  const [one, other, rios] = [await filedBy('marta'), await filedBy('marta'), await filedBy('rio')]
  await deliverAll(db, tellDeps(db, { pair }))
  const [first, second, stranger] = await Promise.all([one, other, rios].map(({ id }) => valuesWith(id)))
  const account = await valuesWith(accounts.marta ?? '')
  expect(first?.size).toBeGreaterThan(40)
  const shared = (some?: Set<string>, more?: Set<string>) =>
    [...(some ?? [])].filter((value) => more?.has(value) && !stranger?.has(value))
  expect(shared(first, second)).toEqual([])
  expect([...shared(first, account), ...shared(second, account)]).toEqual([])
  expect(first).not.toContain(accounts.marta)
  const { rows } = await sql`
    select from identity.message where account_id = ${accounts.marta} or (to_account and account_id is not null)`.execute(
    db.owner,
  )
  expect(rows).toEqual([])
})

test('once who filed is erased, neither an old backup nor the keys of today lead to the account', async () => {
  const [gone, kept] = [await filedBy('marta'), await filedBy('marta')]
  const backup = await filingOf(gone.id)
  const before = openFiled(testKeyPair, keys.keeper, gone.id, backup.sealed ?? Buffer.of())
  expect(before).toMatchObject({ account: accounts.marta, ...people.marta })
  expect(await reportsOf(accounts.marta ?? '')).toContain(gone.trackingId)

  const { key, finish } = await erase(gone)
  expect(key).toBeTruthy()
  expect(await reportsOf(accounts.marta ?? '')).not.toContain(gone.trackingId)
  // Before the worker comes to it, its number is not given to another.
  const meanwhile = await filedBy('marta')
  await finish()
  await finish()

  const today = keeperOf({ dataDir })
  const everyLink = Array.from({ length: 200 }, (_, n) => today.links(accounts.marta ?? '', n).all).flat()
  expect(everyLink.some((link) => backup.account_link?.equals(link))).toBe(false)
  expect(openFiled(testKeyPair, today, gone.id, backup.sealed ?? Buffer.of())).toEqual({})
  expect(await filingOf(gone.id)).toMatchObject({ account_link: null, account_id: null, sealed: null })
  expect(await as(db.worker, system, (tx) => contactOf(tx, { ...testKeyPair, keeper: today }, gone.id))).toEqual({})
  const left = await reportsOf(accounts.marta ?? '')
  expect(left).toEqual(expect.arrayContaining([kept.trackingId, meanwhile.trackingId]))
  expect(left).not.toContain(gone.trackingId)
  const later = await filedBy('marta')
  expect(await reportsOf(accounts.marta ?? '')).toContain(later.trackingId)
})

test('reports after many that were erased are still found', async () => {
  const accountId = await anAccount({ name: 'Tini', email: 'tini@contoh.id' })
  const erased = Array.from({ length: 64 }, (_, n) => leaves.own(accountId, n))
  await destroyKeys({ dataDir }, erased)
  const after = { ...keys, keeper: keeperOf({ dataDir }) }
  const { trackingId } = await aReport(db, { accountId, contact: {}, keys: after })
  expect(await reportsOf(accountId)).toEqual([trackingId])
  expect((await ownLinks(db.web, after.keeper, accountId)).free[0]).toBe(65)
})

test('twelve filings of one account at once are twelve reports of it', async () => {
  const accountId = await anAccount({ name: 'Wati', email: 'wati@contoh.id' })
  const made = await Promise.all(Array.from({ length: 12 }, () => aReport(db, { accountId, contact: {}, keys })))
  expect((await reportsOf(accountId)).toSorted()).toEqual(made.map(({ trackingId }) => trackingId).toSorted())
})

test('reports of older installations, which name their account, are linked at the next start and found as before', async () => {
  const made = await filedBy('rio')
  const older = await filedBy('rio')
  await db.owner
    .updateTable('identity.filing')
    .set({
      account_id: accounts.rio,
      account_link: null,
      sealed: null,
      print_salt: null,
      phone_index: Buffer.from('x'),
    })
    .where('report_id', '=', older.id)
    .execute()
  expect(await reportsOf(accounts.rio ?? '')).not.toContain(older.trackingId)
  const deps = { owner: db.owner, keys, pair: testKeyPair }
  expect(await linkOlder(deps)).toBe(1)
  expect(await linkOlder(deps)).toBe(0)
  expect(await reportsOf(accounts.rio ?? '')).toEqual(expect.arrayContaining([made.trackingId, older.trackingId]))
  expect(await filingOf(older.id)).toMatchObject({
    account_id: null,
    phone_index: null,
    account_link: expect.any(Buffer),
    print_salt: expect.any(Buffer),
  })
  expect(await as(db.worker, system, (tx) => contactOf(tx, pair, older.id))).toMatchObject(people.rio)
})
