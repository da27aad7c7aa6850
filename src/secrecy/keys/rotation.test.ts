import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createAccount, findAccountId } from '../../accounts/create-account.ts'
import { asThief } from '../../audit/testing/thief.ts'
import { verifyLedger } from '../../audit/verify-ledger.ts'
import { verifySealed } from '../../audit/verify-sealed.ts'
import { keepOnce, keysFolder } from '../../platform/secrets.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { keepPicture, readPicture } from '../../report/kept-pictures.ts'
import { contactOf } from '../../notifications/addresses.ts'
import { openWords } from '../../report/keeper.ts'
import { ownLinks } from '../../report/own-links.ts'
import { aReport } from '../../testing/a-report.ts'
import { dedi, marta } from '../../testing/cast.ts'
import { onDuty } from '../../testing/on-duty.ts'
import { testDeps } from '../../testing/test-deps.ts'
import { as } from '../../report/as.ts'
import { system } from '../../report/actor.ts'
import { askErasure } from '../ask-erasure.ts'
import { askOpening } from '../break-glass.ts'
import { requestsOf } from '../ledger.ts'
import { keeperOf, keysForWeb, readKeys } from '../installation-keys.ts'
import { checkKeys, rememberKeys } from './check-keys.ts'
import { epochsInUse } from './epochs-in-use.ts'
import { beginEpoch, nameOf, forgetEpoch } from './key-file.ts'
import { sealAnew } from './seal-anew.ts'
import { sealPair } from './seal-pair.ts'

const db = await testDatabase()
const deps = testDeps(db)
const { dataDir } = deps.config
const { uploadsDir } = deps
const picture = '0198a000-0000-4000-8000-00000000f0a7'
const inUse = () => epochsInUse(db.owner, { ...sealPair({ dataDir }), keeper: current().keeper }, uploadsDir)
// The pair for which the people of every test are sealed.
keepOnce(join(keysFolder(dataDir), 'seal'), '03'.repeat(32))
const current = () => readKeys(keysForWeb({ dataDir }), { dataDir })

test('keys are changed while everything goes on, and the old ones can then be thrown away', async () => {
  await checkKeys(db.owner, { dataDir })
  const contact = { name: 'Marta Bire', email: 'marta@contoh.test' }
  const made = await aReport(db, {
    confidential: true,
    text: 'Rahasia lama.',
    stage: 'answered',
    contact,
    keys: current(),
  })
  await createAccount(db.owner, current(), { ...contact, password: 'bunga kenari' }, made.at)
  const accountId = (await findAccountId(db.owner, current(), contact.email)) as string
  const open = await aReport(db, { stage: 'forwarded', contact, accountId, keys: current() })
  const left = await aReport(db, { contact, accountId, keys: current() })
  await as(db.web, marta(left.id), (tx) => askErasure(tx, marta(left.id), left.id, 'identity', left.at))
  await onDuty(db, dedi)
  const why = { what: 'identity', ground: 'law', reason: 'Perintah pengadilan negeri.' } as const
  await as(db.web, dedi, (tx) => askOpening(tx, current().keeper, open.id, why, made.at))
  const drawn = { bytes: Buffer.from([0xff, 0xd8, 1, 2]), width: 4, height: 3 }
  await keepPicture({ uploadsDir, keys: current() }, picture, { picture: drawn, thumbnail: drawn })
  await db.owner
    .insertInto('casework.attachment')
    .values({ id: picture, report_id: made.id, seq: 1, position: 1, width: 4, height: 3, created_at: made.at })
    .execute()
  expect([...(await inUse()).keys()]).toEqual([1])

  beginEpoch({ dataDir }, 2)
  await rememberKeys(db.owner, { dataDir })
  const rest = { owner: db.owner, uploadsDir, keys: current(), pair: sealPair({ dataDir }), newest: 2 }
  expect(await sealAnew(rest, () => {})).toEqual({ reports: 3, identities: 3, pictures: 1, previews: 0, boxes: 0 })
  expect([...(await inUse()).keys()]).toEqual([2])
  expect(await sealAnew(rest, () => {})).toEqual({ reports: 0, identities: 0, pictures: 0, previews: 0, boxes: 0 })

  await forgetEpoch({ dataDir }, 1)
  const keeper = keeperOf({ dataDir })
  const content = await db.owner
    .selectFrom('casework.content')
    .selectAll()
    .where('report_id', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(openWords(keeper, made.id, content, ['text', 'original_text'])).toMatchObject({ text: 'Rahasia lama.' })
  expect(await as(db.web, dedi, (tx) => requestsOf(tx, keeper, open.id))).toMatchObject([why])
  expect(await verifyLedger(db.owner, console.error, console.error)).toEqual({ lines: 1, faults: 0 })
  expect(await verifySealed(db.owner, keeper, console.error)).toMatchObject({ unreadable: 0, faults: 0 })
  const opener = { ...sealPair({ dataDir }), keeper }
  for (const { id } of [made, open])
    expect(await as(db.worker, system, (tx) => contactOf(tx, opener, id))).toMatchObject(contact)
  // The account still leads to its report, and not to the one of which it must not.
  expect(await linkOf(open.id)).toEqual((await ownLinks(db.web, keeper, accountId)).links[0])
  expect(await linkOf(left.id)).toBeNull()
  expect(await readPicture({ uploadsDir, keys: { keeper } }, picture, 'small')).toHaveLength(4)
  await db.owner.deleteFrom('identity.key_check').where('name', '=', 'reports.1').execute()
})

async function linkOf(id: string) {
  const row = await db.owner.selectFrom('identity.filing').select('account_link').where('report_id', '=', id).execute()
  return row[0]?.account_link
}

test('words that were readable before they had to be sealed are sealed by the same command, reasons older than their commitment as well', async () => {
  const made = await aReport(db, { text: 'Dari versi lama.', keys: current() })
  const older = current().keeper.sealWords(made.id, 'Alasan lama.')
  await asThief(
    db,
    sql`insert into casework.opening (report_id, n, what, ground, reason, asked_by, asked_role, asked_at)
      values (${made.id}, 1, 'text', 'law', ${older}, ${dedi.accountId}, 'verifier', ${made.at})`,
  )
  await sql`alter table casework.report disable trigger user`.execute(db.owner)
  await sql`update casework.report set confidential = true where id = ${made.id}`.execute(db.owner)
  await sql`alter table casework.report enable trigger user`.execute(db.owner)
  expect((await inUse()).get(0)).toBe(3)
  await sealAnew({ owner: db.owner, uploadsDir, keys: current(), pair: sealPair({ dataDir }), newest: 2 }, () => {})
  expect((await inUse()).get(0)).toBeUndefined()
  const [request] = await as(db.web, dedi, (tx) => requestsOf(tx, current().keeper, made.id))
  expect(request).toMatchObject({ reason: 'Alasan lama.' })
})

test.each(['report', 'index', 'seal', 'reports.2'])(
  'a start without the key %s is refused and says what to do',
  async (name) => {
    const file = join(dataDir, 'keys', name)
    renameSync(file, `${dataDir}/away`)
    await expect(checkKeys(db.owner, { dataDir })).rejects.toThrow(
      /is missing; .* Put it back from your copy of the keys folder/,
    )
    renameSync(`${dataDir}/away`, file)
    await expect(checkKeys(db.owner, { dataDir })).resolves.toBeUndefined()
  },
)

test('so is a start with the key of another installation, or with one that others may read', async () => {
  const file = join(dataDir, 'keys', 'seal')
  const good = readFileSync(file)
  writeFileSync(file, 'ab'.repeat(32))
  await expect(checkKeys(db.owner, { dataDir })).rejects.toThrow('is not the one with which this data was sealed')
  writeFileSync(file, good)
  chmodSync(join(dataDir, 'keys', nameOf(2)), 0o644)
  await expect(checkKeys(db.owner, { dataDir })).rejects.toThrow('can be read by others')
  chmodSync(join(dataDir, 'keys', nameOf(2)), 0o600)
})
