import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '../../accounts/token.ts'
import { makeDirectory } from '../../agencies/directory.ts'
import { makeApp } from '../../app.tsx'
import { keepMail } from '../../channels/email/keep-mail.ts'
import { takeEmail } from '../../channels/email/take-email.ts'
import { compose } from '../../channels/email/testing/compose.ts'
import { takeSms } from '../../channels/sms/take-sms.ts'
import { withdrawReport } from '../../closing/withdraw-report.ts'
import { tellDeps } from '../../notifications/testing/post-office.ts'
import { randomId } from '../../platform/uuid.ts'
import { as, type Tx } from '../../report/as.ts'
import { makeRules } from '../../report/rules.ts'
import { askErasure } from '../../secrecy/ask-erasure.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { eraseReport } from '../../secrecy/erase-report.ts'
import { keeperOf, keysForWeb, readKeys } from '../../secrecy/installation-keys.ts'
import { sealPair } from '../../secrecy/keys/seal-pair.ts'
import { nameAccused } from '../../secrecy/name-accused.ts'
import { marta } from '../../testing/cast.ts'
import { testDeps } from '../../testing/test-deps.ts'
import { backedUpInstallation, noteWhatWaits } from './testing/backed-up.ts'

const place = await backedUpInstallation()
const { source, target, keys, setting, from, to } = place
afterAll(() => rmSync(place.folder, { recursive: true }))

/** The worker of an installation. */
const workerOf = (db: typeof source, dataDir: string) => {
  const known = dataDir === from ? keys : readKeys(keysForWeb({ dataDir }), { dataDir })
  const pair = { ...sealPair({ dataDir }), keeper: keeperOf({ dataDir }) }
  const { rules: _, ...told } = tellDeps(db, { pair, now: () => setting.now })
  const rules = makeRules(db.publicDb, known.keeper)
  return { ...told, rules, keys: known, directory: makeDirectory(db.publicDb), uploadsDir: dataDir }
}
const waiting = (db: typeof source) =>
  db.owner.selectFrom('identity.arrival').select(['id', 'door']).where('outcome', 'is', null).orderBy('id').execute()

async function takeAll(db: typeof source, dataDir: string) {
  const deps = workerOf(db, dataDir)
  for (const { id, door } of await waiting(db)) await (door === 'sms' ? takeSms : takeEmail)(deps, id)
}
/** One a second. */
const bring = (db: typeof source, dataDir: string, name: string) => {
  const second = [...mails.keys()].indexOf(name)
  const at = new Date(setting.now.getTime() + second * 1000)
  return keepMail(
    { db: db.worker, keys: workerOf(db, dataDir).keys },
    { raw: mails.get(name) as Buffer, box: 'kotak' },
    at,
  )
}
const mails = new Map<string, Buffer>()
const known = new Set<string>()
async function newReport() {
  const rows = await source.owner.selectFrom('casework.report').select('id').execute()
  const id = rows.map((row) => row.id).find((one) => !known.has(one)) as string
  known.add(id)
  return id
}
const byReporter = (id: string, work: (tx: Tx) => Promise<unknown>) => as(source.web, marta(id), work)
const mail = async (name: string, text: string) =>
  Buffer.from(await compose({ to: 'lapor@lapor.test', from: `${name}@rumah.test`, subject: 'Pungli', text }))

async function fileMail(name: string, text: string) {
  mails.set(name, await mail(name, text))
  await bring(source, from, name)
  await takeAll(source, from)
  return newReport()
}

beforeAll(async () => {
  const app = makeApp({ ...testDeps(source, () => setting.now), keys })
  const token = await createToken(source.owner, { purpose: 'gateway', label: 'sms:kannel' }, setting.now)
  const mailbox = { id: randomId(), name: 'kotak', address: 'lapor@lapor.test', changed_at: setting.now }
  await source.owner.insertInto('identity.mailbox').values(mailbox).execute()
  const sms = { to: '1708', charset: 'UTF-8', coding: '0', id: '1', from: '+6281200000077' }
  const text = 'KOTKUPANG petugas loket dinas minta uang di Oebobo'
  await app.request(`http://lapor.test/hooks/sms/kannel?${new URLSearchParams({ ...sms, token, text })}`)
  await place.backUp()

  await takeAll(source, from)
  const report = await newReport()
  const hides = { anonymous: true, confidential: true }
  await byReporter(report, (tx) => raiseSecrecy(tx, marta(report), report, hides, setting))
  const erased = await fileMail('yohana', 'Kepala dinas minta uang di loket Oeba, saya diminta membayar dua kali.')
  await byReporter(erased, (tx) => raiseSecrecy(tx, marta(erased), erased, hides, setting))
  await byReporter(erased, (tx) => withdrawReport(tx, marta(erased), erased, setting))
  await byReporter(erased, (tx) => askErasure(tx, marta(erased), erased, 'all', setting.now))
  // The erasure is done before anything else is written down.
  const erasing = { db: source.worker, keys: { dataDir: from }, uploadsDir: from, now: () => setting.now }
  await eraseReport({ ...erasing, pair: workerOf(source, from).pair }, erased)
  const accusing = await fileMail('frans', 'Di kantor kelurahan Oebobo warga membayar untuk surat keterangan.')
  await byReporter(accusing, (tx) => nameAccused(tx, marta(accusing), accusing, ['Pemerintah Kota Kupang'], setting))
  await noteWhatWaits(source, from)
  await fileMail('sari', 'RAHASIA Bantuan beras di Oesapa dijual ketua RT kepada warga.')
  await fileMail('budi', 'Lampu jalan di depan pasar Oeba mati sejak minggu lalu.')

  await place.restore()
  for (const name of mails.keys()) await bring(target, to, name)
  await takeAll(target, to)
}, 60_000)

const became = async (door: string) =>
  target.owner
    .selectFrom('identity.arrival as a')
    .leftJoin('casework.report as r', 'r.id', 'a.report_id')
    .select(['a.outcome', 'a.reason', 'a.sealed', 'r.anonymous', 'r.confidential'])
    .where('a.door', '=', door)
    .orderBy('a.arrived_at')
    .execute()

test('an SMS that waited in the backup, and whose report was hidden since, becomes a hidden report again', async () => {
  expect(await became('sms')).toMatchObject([{ outcome: 'report', anonymous: true, confidential: true }])
})

test('a mail that was erased after the backup becomes nothing when the mailbox brings it again', async () => {
  const [erased] = await became('email')
  expect(erased).toMatchObject({ outcome: 'refused', reason: 'forgotten', sealed: null, confidential: null })
})

test('what accused somebody after the backup is confidential again; what asked for nothing is as open as it was', async () => {
  const [, accusing, asked, open] = await became('email')
  expect(accusing).toMatchObject({ outcome: 'report', confidential: true })
  expect(asked).toMatchObject({ outcome: 'report', confidential: true })
  expect(open).toMatchObject({ outcome: 'report', anonymous: false, confidential: false })
})

test('the journal beside the keys says of a message what it hides, not which report it became', () => {
  const lines = readFileSync(join(to, 'keys', 'arrivals.jsonl'), 'utf8')
    .trim()
    .split('\n')
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines)
    expect(line).toMatch(
      /^\{"message":"[0-9a-f]{64}","anonymous":(true|false),"confidential":(true|false),"forgotten":(true|false)\}$/,
    )
})
