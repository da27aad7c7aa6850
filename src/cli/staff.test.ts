import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount, findAccountId } from '../accounts/create-account.ts'
import { verifyPassword } from '../accounts/password.ts'
import type { AccountRole } from '../accounts/person.ts'
import { makeApp } from '../app.tsx'
import { Explained } from '../platform/explained.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { keysForWeb, readKeys } from '../secrecy/installation-keys.ts'
import { aReport } from '../testing/a-report.ts'
import { letIn } from '../testing/proofs/canary-people.ts'
import { aWednesday, testDeps } from '../testing/test-deps.ts'
import { addStaff } from './staff.ts'
import { runLapor } from './testing/run-lapor.ts'

const db = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'lapor-staff-'))
const app = makeApp(testDeps(db))
const dinkes = 'kota-kupang-dinkes'
const sari = 'sari@contoh.id'
const frans = 'frans@contoh.id'
const ids: Record<string, string> = {}

beforeAll(async () => {
  const keys = readKeys(keysForWeb({ dataDir: folder }), { dataDir: folder })
  const hire = async (email: string, role: AccountRole, agencyId?: string) => {
    const person = {
      email,
      name: email,
      password: 'bunga kenari',
      role,
      agencyId,
      ...(agencyId ? { displayName: email } : {}),
    }
    await createAccount(db.owner, keys, person, aWednesday)
    ids[email] = (await findAccountId(db.owner, keys, email)) ?? ''
  }
  await hire(sari, 'officer', dinkes)
  await hire(frans, 'officer', 'kota-kupang-pupr')
  await hire('marta@contoh.id', 'citizen')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What `lapor staff …` prints. */
function staff(...words: string[]): Promise<string> {
  return runLapor(addStaff, { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: folder }, 'staff', ...words)
}

const headsOf = (unit: string) =>
  db.owner
    .selectFrom('identity.holder')
    .select(['account_id', 'acting'])
    .where('unit_id', '=', unit)
    .where('until', 'is', null)
    .orderBy('acting')
    .execute()

const idOf = async (name: string) =>
  (
    await db.owner
      .selectFrom('identity.account')
      .select('id')
      .where('display_name', '=', name)
      .executeTakeFirstOrThrow()
  ).id

const knows = async (email: string, agencyId: string, reportId: string) => {
  const actor = { role: 'officer', accountId: ids[email], agencyId } as const
  const found = await as(db.web, actor, (tx) =>
    tx.selectFrom('casework.report').select('id').where('id', '=', reportId).executeTakeFirst(),
  )
  return found !== undefined
}

test('whoever comes to head an office whose head is accused loses the report by that command', async () => {
  const { id } = await aReport(db, {
    stage: 'in_progress',
    confidential: true,
    accused: ['Kepala Dinas Sosial Kota Kupang'],
  })
  expect(await knows(sari, dinkes, id)).toBe(true)
  const said = await staff('head', '--account', sari, '--office', 'kota-kupang-dinsos', '--acting')
  expect(said).toBe(`${sari}\tacting head\tDinas Sosial Kota Kupang\n`)
  expect(await headsOf('kota-kupang-dinsos')).toEqual([{ account_id: ids[sari], acting: true }])
  expect(await knows(sari, dinkes, id)).toBe(false)
})

test('an acting head stands beside the head; the next head stands instead of both', async () => {
  const unit = 'kota-kupang-dishub'
  await staff('head', '--account', frans, '--office', unit)
  await staff('head', '--account', sari, '--office', unit, '--acting')
  expect(await headsOf(unit)).toEqual([
    { account_id: ids[frans], acting: false },
    { account_id: ids[sari], acting: true },
  ])
  await staff('head', '--account', sari, '--office', unit)
  expect(await headsOf(unit)).toEqual([{ account_id: ids[sari], acting: false }])
})

test('whoever is transferred works there, heads nothing elsewhere, and is locked out where that office is accused', async () => {
  const { id } = await aReport(db, {
    stage: 'in_progress',
    unit: 'kota-kupang-pupr',
    confidential: true,
    accused: ['Dinas Lingkungan Hidup dan Kebersihan Kota Kupang'],
  })
  expect(await knows(frans, 'kota-kupang-pupr', id)).toBe(true)
  await staff('head', '--account', frans, '--office', 'kota-kupang-pupr')
  const office = ['--office', 'kota-kupang-dlhk', '--role', 'officer']
  const said = await staff('transfer', '--account', frans, ...office)
  expect(said).toBe(`${frans}\tofficer\tDinas Lingkungan Hidup dan Kebersihan Kota Kupang\n`)
  expect(await headsOf('kota-kupang-pupr')).toEqual([])
  await staff('transfer', '--account', frans, '--office', 'kota-kupang-pupr', '--role', 'officer')
  expect(await knows(frans, 'kota-kupang-pupr', id), 'and stays so').toBe(false)
})

test('whoever leaves is signed out everywhere by that command, heads nothing, and comes back only as somebody who does not', async () => {
  const unit = 'kota-kupang-disdikbud'
  const office = ['--account', 'guru@contoh.id', '--office', unit]
  await staff('add', ...office, '--name', 'Guru', '--role', 'officer')
  await staff('head', ...office)
  const id = await idOf('Guru')
  const { cookie, token } = await letIn(db, id, 'guru')
  const gets = async () => {
    const page = await app.request('http://lapor.test/kelola/antrian', { headers: { cookie } })
    const call = await app.request('http://lapor.test/api/v1/queue', { headers: { authorization: `Bearer ${token}` } })
    return [page.status, call.status]
  }
  expect(await gets()).toEqual([200, 200])
  expect(await staff('disable', '--account', 'guru@contoh.id')).toBe('guru@contoh.id\tdisabled\n')
  expect(await gets()).not.toContain(200)
  expect(await headsOf(unit)).toEqual([])
  await expect(staff('head', ...office)).rejects.toThrow('guru@contoh.id is disabled.')
  expect(await staff('enable', '--account', 'guru@contoh.id')).toBe('guru@contoh.id\tenabled\n')
  expect(await gets(), 'what was open before stays closed').not.toContain(200)
  expect(await headsOf(unit)).toEqual([])
})

test('an office whose head steps back has none: whoever works there may be meant by what is filed about its head then', async () => {
  const unit = 'kota-kupang-disdikbud'
  const office = ['--account', 'kepala@contoh.id', '--office', unit]
  await staff('add', ...office, '--name', 'Kepala', '--role', 'officer')
  await staff('head', ...office)
  expect(await staff('step-back', ...office)).toMatch(/^kepala@contoh\.id\theads no more\tDinas /)
  expect(await headsOf(unit)).toEqual([])
  const { id } = await aReport(db, { accused: ['Kepala Dinas Pendidikan dan Kebudayaan Kota Kupang'] })
  const { accused_accounts } = await db.owner
    .selectFrom('casework.report')
    .select('accused_accounts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(accused_accounts).toContain(await idOf('Kepala'))
  await expect(staff('step-back', ...office)).rejects.toThrow('kepala@contoh.id does not head Dinas')
})

test.each([
  ['an unknown e-mail', ['--account', 'tidakada@contoh.id', '--office', dinkes], 'Nobody on duty has this e-mail.'],
  ['a citizen', ['--account', 'marta@contoh.id', '--office', dinkes], 'Nobody on duty has this e-mail.'],
  ['an unknown office', ['--account', sari, '--office', 'kota-antah'], 'No office is called kota-antah.'],
])('%s is refused in one sentence, and nothing changes', async (_, words, sentence) => {
  const before = await headsOf(dinkes)
  await expect(staff('head', ...words)).rejects.toThrow(sentence)
  await expect(staff('step-back', ...words)).rejects.toThrow(sentence)
  await expect(staff('transfer', ...words, '--role', 'officer')).rejects.toThrow(sentence)
  expect(await headsOf(dinkes)).toEqual(before)
})

test('somebody on duty gets an account with a first password, once, and can sign in with it', async () => {
  const said = await staff(
    'add',
    '--account',
    'yuli@kupang.id',
    '--name',
    'Yuliana',
    '--role',
    'coordinator',
    '--office',
    'kota-kupang',
  )
  const [line, password = ''] = said.trim().split('\n')
  expect(line).toBe('yuli@kupang.id\tcoordinator\tkota-kupang')
  const account = await db.owner
    .selectFrom('identity.account')
    .select(['role', 'agency_id', 'display_name', 'password_hash'])
    .where('display_name', '=', 'Yuliana')
    .executeTakeFirstOrThrow()
  expect(account).toMatchObject({ role: 'coordinator', agency_id: 'kota-kupang' })
  expect(await verifyPassword(password, account.password_hash)).toBe(true)
  for (const wrong of [
    ['--account', 'yuli@kupang.id', '--name', 'Yuliana', '--role', 'verifier'],
    ['--account', 'lain@kupang.id', '--name', 'Lain', '--role', 'officer'],
    ['--account', 'lain@kupang.id', '--name', 'Lain', '--role', 'officer', '--office', 'antah-berantah'],
    ['--account', 'bukan surel', '--name', 'Lain', '--role', 'verifier'],
  ])
    await expect(staff('add', ...wrong)).rejects.toThrow(Explained)
})

test('whoever is added, renamed, transferred or back under a name that was nobody’s here does not read that report', async () => {
  const email = 'agus@kupang.id'
  const account = ['--account', email]
  const at = ['--office', dinkes, '--role', 'officer']
  const doors: [string, () => Promise<string>][] = [
    ['Agus Salim Bria', () => staff('add', ...account, '--name', 'Agus Salim Bria', ...at)],
    ['Agus Bria', () => staff('rename', ...account, '--name', ' Agus Bria ')],
    ['Agus Bria', () => staff('transfer', ...account, ...at)],
    ['Agus Bria', () => staff('enable', ...account)],
  ]
  for (const [named, come] of doors) {
    const { id } = await aReport(db, { stage: 'in_progress' })
    const settled = { report_id: id, position: 1, named, kind: 'outside' }
    await db.owner.insertInto('casework.accused').values(settled).execute()
    expect(await knows(sari, dinkes, id)).toBe(true)
    await come()
    ids[email] = await idOf(named)
    expect([await knows(email, dinkes, id), await knows(sari, dinkes, id)]).toEqual([false, false])
  }
  await expect(staff('rename', ...account, '--name', ' ')).rejects.toThrow('A name has letters.')
  await expect(staff('rename', '--account', 'marta@contoh.id', '--name', 'Marta')).rejects.toThrow('Nobody on duty')
})

test('whoever is accused, leaves, and is added again under a new address does not read that report', async () => {
  const pupr = ['--office', 'kota-kupang-pupr', '--role', 'officer']
  await staff('add', '--account', 'ruben@pupr.id', '--name', 'Ruben Kase', ...pupr)
  const { id } = await aReport(db, { stage: 'in_progress' })
  const settled = {
    report_id: id,
    position: 1,
    named: 'petugas itu',
    kind: 'person',
    account_id: await idOf('Ruben Kase'),
  }
  await db.owner.insertInto('casework.accused').values(settled).execute()
  await staff('disable', '--account', 'ruben@pupr.id')
  await staff(
    'add',
    '--account',
    'ruben@dinkes.id',
    '--name',
    'Ruben Kase, ST',
    '--office',
    dinkes,
    '--role',
    'officer',
  )
  ids['ruben@dinkes.id'] = await idOf('Ruben Kase, ST')
  expect(await knows('ruben@dinkes.id', dinkes, id)).toBe(false)
})
