import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../accounts/create-account.ts'
import { hashPassword, verifyPassword } from '../../accounts/password.ts'
import { createToken } from '../../accounts/token.ts'
import { makeApp } from '../../app.tsx'
import { verifyLedger } from '../../audit/verify-ledger.ts'
import type { Actor } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { accessTasks } from '../../secrecy/access-journal.ts'
import { askOpening, decideOpening, lookThrough } from '../../secrecy/break-glass.ts'
import { readLedger } from '../../secrecy/ledger.ts'
import { sealPair } from '../../secrecy/keys/seal-pair.ts'
import { aReport, type Made } from '../../testing/a-report.ts'
import { anAccount } from '../../testing/an-account.ts'
import { dedi, lestari, marta } from '../../testing/cast.ts'
import { onDuty } from '../../testing/on-duty.ts'
import { testDeps } from '../../testing/test-deps.ts'
import type { LetIn } from './let-nobody-in.ts'
import { sayLetIn } from './say-raised.ts'
import { backedUpInstallation } from './testing/backed-up.ts'

const place = await backedUpInstallation()
const { source, target, keys, setting, finds, from } = place
const at = (minute: number) => new Date(setting.now.getTime() - (60 - minute) * 60_000)
const secret = randomBytes(32)
const someone = { email: 'yuli@contoh.test', name: 'Yuli' }
let sari: Actor & { accountId: string }
let frans: Actor & { accountId: string }
let benny: Actor & { accountId: string }
let made: Made
let accusing: Made
let letIn: LetIn
afterAll(() => rmSync(place.folder, { recursive: true }))

/** What the worker does of the outbox meanwhile, as often as it is asked. */
async function journal() {
  const tasks = accessTasks({
    db: source.worker,
    dataDir: from,
    pair: sealPair({ dataDir: from }),
    now: () => setting.now,
  })
  const attempt = { lastTry: false, signal: new AbortController().signal }
  const { rows } = await sql<{ topic: 'access' | 'opened'; report_id: string; seq: number }>`
    delete from casework.outbox where topic in ('access', 'opened') returning topic, report_id, seq`.execute(
    source.owner,
  )
  for (const { topic, report_id: reportId, seq } of rows) await tasks[topic]({ reportId, seq }, attempt)
  await tasks.journal({}, attempt)
}

const appoint = ({ accountId }: { accountId: string }, office = 'kota-kupang-pupr') =>
  sql`select identity.appoint_head(${office}, ${accountId}, false, ${setting.now})`.execute(source.owner)

beforeAll(async () => {
  await onDuty(source, dedi, lestari)
  sari = await anAccount(source, 'officer', 'kota-kupang-dinkes')
  frans = await anAccount(source, 'officer', 'kota-kupang-dinkes')
  const expires_at = new Date(setting.now.getTime() + 12 * 3_600_000)
  const session = { token_hash: secret, account_id: sari.accountId, created_at: setting.now, expires_at }
  await source.owner.insertInto('identity.session').values(session).execute()
  await createToken(source.owner, { purpose: 'api', label: 'hilang', accountId: sari.accountId }, setting.now)
  await createAccount(source.owner, keys, { ...someone, password: 'sandi yang bocor' }, setting.now)
  await appoint(frans)
  await appoint(frans, 'kota-kupang-dinkes')
  made = await aReport(source, { stage: 'in_progress', confidential: true, published: false, keys })
  benny = await anAccount(source, 'coordinator', 'kota-kupang')
  accusing = await aReport(source, { stage: 'forwarded', accused: ['kepala Dinas Perhubungan Kota Kupang'], keys })
  const link = { hash: randomBytes(32), report_id: made.id, ends_at: expires_at }
  await source.owner.insertInto('identity.page_link').values(link).execute()
  await place.backUp()

  await sql`select identity.transfer(${sari.accountId}, 'officer', 'kota-kupang-pupr', ${setting.now})`.execute(
    source.owner,
  )
  await sql`select identity.disable(${frans.accountId}, ${setting.now})`.execute(source.owner)
  await appoint(sari)
  await appoint(benny, 'kota-kupang-dishub')
  await source.owner.updateTable('identity.token').set({ revoked_at: setting.now }).execute()
  await source.owner
    .updateTable('identity.account')
    .set({ password_hash: await hashPassword('sandi baru') })
    .where('role', '=', 'citizen')
    .execute()
  await source.owner.deleteFrom('identity.session').execute()
  await source.owner.deleteFrom('identity.page_link').execute()
  const why = { what: 'text', ground: 'law', reason: 'Perintah pengadilan negeri.' } as const
  await as(source.web, dedi, (tx) => askOpening(tx, keys.keeper, made.id, why, at(0)))
  await as(source.web, lestari, (tx) => decideOpening(tx, made.id, 1, 'approved', at(1)))
  await as(source.web, dedi, (tx) => lookThrough(tx, made.id, 'text', 'page', at(2)))
  await journal()
  letIn = (await place.restore()).letIn
})

const ledgerOf = (db: typeof source) => as(db.web, marta(made.id), (tx) => readLedger(tx, keys.keeper, made.id))

test('whoever was moved or disabled after a backup finds nothing again when it is restored', async () => {
  const accounts = await target.owner
    .selectFrom('identity.account')
    .select(['id', 'agency_id', 'disabled_at'])
    .where('id', 'in', [sari.accountId, frans.accountId])
    .execute()
  expect(accounts.find(({ id }) => id === sari.accountId)).toMatchObject({
    agency_id: 'kota-kupang-pupr',
    disabled_at: null,
  })
  expect(accounts.find(({ id }) => id === frans.accountId)?.disabled_at).toEqual(setting.now)
  const signedIn = { ...sari, agencyId: accounts.find(({ id }) => id === sari.accountId)?.agency_id }
  expect([await finds(sari, made.id), await finds(signedIn as Actor, made.id)]).toEqual([true, false])
})

test('whoever was made head of an office after a backup heads it again, and nobody else does; whoever left heads none', async () => {
  const heads = await target.owner
    .selectFrom('identity.holder')
    .select(['unit_id', 'account_id'])
    .where('unit_id', 'in', ['kota-kupang-pupr', 'kota-kupang-dinkes'])
    .where('until', 'is', null)
    .execute()
  expect(heads).toEqual([{ unit_id: 'kota-kupang-pupr', account_id: sari.accountId }])
})

test('a report goes around whoever came to head an accused office after a backup, when it is restored as well', async () => {
  const handlers = [source, target].map((db) =>
    db.owner
      .selectFrom('casework.report')
      .select(['agency_id', 'unit_id', 'stage', 'last_seq'])
      .where('id', '=', accusing.id)
      .executeTakeFirstOrThrow(),
  )
  const [before, after] = await Promise.all(handlers)
  expect(after).toEqual(before)
  expect(after?.agency_id).not.toBe('kota-kupang')
  expect([await finds(benny, accusing.id), await finds(dedi, accusing.id)]).toEqual([false, true])
})

test('nobody is signed in after a restore, no link opens anything, and a revoked token stays revoked', async () => {
  expect(await target.owner.selectFrom('identity.session').selectAll().execute()).toEqual([])
  expect(await target.owner.selectFrom('identity.page_link').selectAll().execute()).toEqual([])
  expect(await target.owner.selectFrom('identity.token').select('revoked_at').execute()).toEqual([
    { revoked_at: setting.now },
  ])
})

test('the password that somebody changed after the backup is the one that counts, and it stood readable nowhere', async () => {
  const { password_hash } = await target.owner
    .selectFrom('identity.account')
    .select('password_hash')
    .where('role', '=', 'citizen')
    .executeTakeFirstOrThrow()
  expect(await verifyPassword('sandi baru', password_hash)).toBe(true)
  expect(await verifyPassword('sandi yang bocor', password_hash)).toBe(false)
})

test('what was opened after the backup is in the reporter’s ledger again, word for word, and the chain of the ledger holds', async () => {
  const [before, after] = [await ledgerOf(source), await ledgerOf(target)]
  expect(before).toHaveLength(1)
  expect(after).toEqual(before)
  expect(
    await verifyLedger(
      target.owner,
      () => {},
      () => {},
    ),
  ).toEqual({ lines: 3, faults: 0 })
  expect(letIn).toMatchObject({ accounts: 3, tokens: 1, openings: 1, until: setting.now })
  expect(sayLetIn(letIn)).toContain(
    'accounts 3 as they were later, tokens 1 revoked again, openings 1 in the ledger again',
  )
})

test('the ledger says from which backup it was restored, and up to when it knows', async () => {
  const deps = { ...testDeps(target, () => setting.now), keys }
  const body = new URLSearchParams({ kunci: made.key })
  const page = await makeApp(deps).request(`http://lapor.test/laporan/${made.trackingId}/pembukaan`, {
    method: 'POST',
    body,
  })
  expect(await page.text()).toMatch(
    /dipulihkan pada 13 Februari 2026.* dari cadangan 14 Januari 2026.* dicatat kembali/,
  )
})
