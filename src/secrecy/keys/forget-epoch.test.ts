import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifySealed } from '../../audit/verify-sealed.ts'
import { addKeys } from '../../cli/keys.ts'
import { runLapor } from '../../cli/testing/run-lapor.ts'
import { keptPreview, readPreviews } from '../../notifications/previews.ts'
import { queueMessages } from '../../notifications/queue-messages.ts'
import { keepOnce, keysFolder } from '../../platform/secrets.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { aReport, type Made } from '../../testing/a-report.ts'
import { dedi, lestari, marta } from '../../testing/cast.ts'
import { onDuty } from '../../testing/on-duty.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { askErasure } from '../ask-erasure.ts'
import { askOpening } from '../break-glass.ts'
import { eraseReport } from '../erase-report.ts'
import { keeperOf, keysForWeb, readKeys } from '../installation-keys.ts'
import { openRequests, requestsOf } from '../ledger.ts'
import { checkKeys } from './check-keys.ts'
import { readKeyFiles } from './key-file.ts'
import { sealPair } from './seal-pair.ts'

const db = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lapor-forget-'))
const place = { dataDir }
// The pair for which the people of every test are sealed.
keepOnce(join(keysFolder(dataDir), 'seal'), '03'.repeat(32))
const why = { what: 'identity', ground: 'law', reason: 'Perintah pengadilan negeri.' } as const
const letter = { subject: 'Kabar', text: 'Ada kabar tentang laporan.' }
/** Under the report's key, where letters to officers lay as well. */
const asBefore = { account_id: null, dedupe: '' }
let [secret, open]: Made[] = []
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** What `lapor keys …` prints. */
function keys(...words: string[]): Promise<string> {
  return runLapor(addKeys, { DATABASE_URL: db.urls.owner, LAPOR_DATA_DIR: dataDir }, 'keys', ...words)
}

/** Opened by the desk, told of to a supervisor, then over and erased by its reporter. */
async function openedAndErased(confidential: boolean): Promise<Made> {
  const web = readKeys(keysForWeb(place), place)
  const made = await aReport(db, { confidential, stage: 'closed', keys: web })
  await as(db.web, dedi, (tx) => askOpening(tx, web.keeper, made.id, why, aWednesday))
  const to = {
    person: 'staff',
    reportId: made.id,
    accountId: lestari.accountId ?? null,
    channel: 'email' as const,
    address: 'lestari@contoh.test',
  }
  const message = { to, template: 'opening_asked', dedupe: made.id } as const
  const opener = { ...sealPair(place), keeper: web.keeper }
  await as(db.worker, system, (tx) => queueMessages(tx, opener, [message], aWednesday))
  const preview = keptPreview(web.keeper, { ...asBefore, report_id: made.id }, to.address, letter)
  await sql`update identity.message set preview = ${preview}::jsonb where dedupe = ${made.id}`.execute(db.owner)
  await as(db.web, marta(made.id), (tx) => askErasure(tx, marta(made.id), made.id, 'all', aWednesday))
  await eraseReport(
    {
      db: db.worker,
      keys: place,
      pair: opener,
      uploadsDir: join(dataDir, 'uploads'),
      now: () => aWednesday,
    },
    made.id,
  )
  return made
}

beforeAll(async () => {
  await checkKeys(db.owner, place)
  await onDuty(db, dedi, lestari)
  secret = await openedAndErased(true)
  open = await openedAndErased(false)
})

const reasonsOf = async (made?: Made) =>
  (await as(db.web, dedi, (tx) => requestsOf(tx, keeperOf(place), made?.id ?? ''))).map(({ reason }) => reason)

test('keys of an epoch under which only erased words are left can be forgotten, and the ledger of openings still reads', async () => {
  await keys('rotate')
  expect(await keys('forget', '1')).toBe('epoch 1 is gone\n')
  expect(await reasonsOf(secret)).toEqual([''])
  // What was public stays when its reporter goes, and with it why it was opened.
  expect(await reasonsOf(open)).toEqual([why.reason])
  const waiting = await as(db.web, dedi, (tx) => openRequests(tx, keeperOf(place), dedi.accountId ?? '', aWednesday))
  expect(waiting).toHaveLength(2)
  const faults: unknown[] = []
  expect(await verifySealed(db.owner, keeperOf(place), (fault) => faults.push(fault))).toMatchObject({ faults: 0 })
  expect(faults).toEqual([])
})

test('the forgotten epoch stands in no list any more, and everything that is left can be opened', async () => {
  expect(await keys('list')).not.toContain('epoch 1')
  expect(await keys('check')).toContain('every key is here')
  await expect(keys('forget', '1')).rejects.toThrow('There is no epoch 1.')
  await expect(checkKeys(db.owner, place)).resolves.toBeUndefined()
})

test('an epoch whose file an older release removed is known as forgotten from the next start on', async () => {
  rmSync(join(dataDir, 'keys', 'reports.1'))
  expect(() => keeperOf(place).open('x', keptUnder(1))).toThrow('missing')
  await checkKeys(db.owner, place)
  expect([...readKeyFiles(place).keys()]).toEqual([1, 2])
  expect(keeperOf(place).open('x', keptUnder(1))).toBe('')
})

test('letters kept as previews are sealed anew and counted; those to offices after an erasure too; older ones about an erased report say to whom no more, and break no page', async () => {
  const made = await aReport(db, { keys: readKeys(keysForWeb(place), place) })
  const keep = (dedupe: string, about: Made | undefined, account_id: string | null, to: string) => {
    const preview = keptPreview(keeperOf(place), { report_id: about?.id ?? null, account_id, dedupe: '' }, to, letter)
    return sql`insert into identity.message (id, dedupe, report_id, channel, template, sealed_to, state, created_at, preview)
      values (gen_random_uuid(), ${dedupe}, ${about?.id}, 'email', 'opening_noted', '', 'sent', ${aWednesday}, ${preview}::jsonb)`.execute(
      db.owner,
    )
  }
  await keep('tiga', made, null, 'marta@contoh.test')
  await keep('empat', open, lestari.accountId ?? null, 'lestari@contoh.test')
  expect(await keys('rotate')).toContain(' 2 previews,')
  expect(await keys('forget', '2')).toBe('epoch 2 is gone\n')
  const previews = await readPreviews(db.web, keeperOf(place), null, 10)
  expect(previews.map(({ to }) => to).sort()).toEqual(['', 'lestari@contoh.test', 'marta@contoh.test'])
})

/** Something sealed under an epoch whose keys nobody has. */
function keptUnder(epoch: number): string {
  return `\u0001${Buffer.concat([Buffer.from([1, 0, epoch]), Buffer.alloc(60)]).toString('base64')}`
}
