import { type RawBuilder, sql } from 'kysely'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { askErasure } from '../secrecy/ask-erasure.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { marta } from '../testing/cast.ts'
import { testKeeper, testKeys } from '../testing/test-deps.ts'
import { headKey, publicHalf } from './head.ts'
import { makeHead } from './make-head.ts'
import { asThief, keepCopies } from './testing/thief.ts'
import { verifyChains } from './verify-chains.ts'
import { verifyFiled } from './verify-filed.ts'
import { verifyHeads } from './verify-heads.ts'
import { verifySealed } from './verify-sealed.ts'

// Each test plays a thief of the database to a report of its own.

const db = await testDatabase()
const key = headKey(Buffer.alloc(32, 4))
let day = 13
const nextHead = () => makeHead({ db: db.worker, now: () => new Date(Date.UTC(2026, 0, ++day)), headKey: key })

beforeAll(async () => {
  await aReport(db, { stage: 'answered' })
  await aReport(db, { confidential: true, anonymous: true, stage: 'forwarded' })
  await nextHead()
})

async function verify(options?: { every: boolean }): Promise<string[]> {
  const said: string[] = []
  const sayFault = ({ trackingId, what }: { trackingId: string; what: string }) => said.push(`${trackingId}: ${what}`)
  const counted = await verifyChains(db.urls.owner, sayFault)
  const sealed = await verifySealed(db.owner, testKeeper, sayFault)
  const filed = await verifyFiled(db.owner, testKeys, sayFault)
  const heads = await verifyHeads(db.owner, publicHalf(key), (what) => said.push(what), options)
  expect(counted.faults + sealed.faults + filed.faults + heads.faults).toBe(said.length)
  return said
}

const answered = async () => {
  const report = await aReport(db, { stage: 'answered' })
  await nextHead()
  return report
}

/** Puts everything of a report back as it was before the test. */
const saved = [
  'casework.event',
  'casework.report',
  'casework.content',
  'casework.ledger_line',
  'identity.erasure',
  'casework.audit_place',
  'casework.audit_leaf',
  'casework.audit_tree',
  'publication.audit_head',
]
let undo: (() => Promise<void>) | undefined
afterEach(async () => {
  await undo?.()
  undo = undefined
  expect(await verify({ every: true })).toEqual([])
})

async function keep() {
  undo = await keepCopies(db, saved)
}

async function tampered(...statements: ((report: Made) => RawBuilder<unknown>)[]): Promise<[string, string[]]> {
  const report = await answered()
  await keep()
  await asThief(db, ...statements.map((statement) => statement(report)))
  return [report.trackingId, await verify()]
}

const rehash = ({ id }: Made) => sql`do $$ declare e casework.event; before bytea := '\\x'; begin
  for e in select * from casework.event where report_id = ${sql.lit(id)} order by seq loop
    e.prev_hash := before; e.hash := casework.event_hash(e); before := e.hash;
    update casework.event set prev_hash = e.prev_hash, hash = e.hash where report_id = e.report_id and seq = e.seq;
  end loop; end $$`

test('what nobody touched holds', async () => {
  await answered()
  expect(await verify()).toEqual([])
})

test('an edited event is found and named', async () => {
  const [id, said] = await tampered(
    ({ id }) => sql`update casework.event set agency_id = 'kota-surabaya' where report_id = ${id} and seq = 3`,
  )
  expect(said).toEqual([`${id}: event 3 was changed after it was recorded`])
})

test('edited words are found and named', async () => {
  const [id, said] = await tampered(
    ({ id }) => sql`update casework.event set text = 'Sudah beres.' where report_id = ${id} and seq = 4`,
  )
  expect(said).toEqual([`${id}: the words of event 4 are not those that were recorded`])
})

test('an edit whose whole chain was hashed again is found by the head', async () => {
  const [id, said] = await tampered(
    ({ id }) => sql`update casework.event set at = at - interval '3 days' where report_id = ${id} and seq = 4`,
    rehash,
  )
  expect(said).toEqual([expect.stringMatching(new RegExp(`^${id}: event 4 is not the one that head \\d+ covers`))])
})

test.each([{}, { confidential: true }])(
  'what was filed and written over is found, open or sealed: %j',
  async (wanted) => {
    const { id, trackingId } = await aReport(db, { stage: 'answered', title: 'Pungli di loket', ...wanted })
    await keep()
    const other = wanted.confidential ? testKeeper.sealWords(id, 'Loketnya bagus.') : 'Loketnya bagus.'
    await asThief(db, sql`update casework.content set original_text = ${sql.lit(other)} where report_id = ${id}`)
    expect(await verify()).toEqual([`${trackingId}: the words that were filed are not those that were recorded`])
  },
)

test('sealed words that were damaged, or put in each other’s place, are found by whoever holds the keys', async () => {
  const { id, trackingId } = await aReport(db, {
    confidential: true,
    stage: 'answered',
    progress: 'Kami periksa besok.',
  })
  const { sealed } = await verifySealed(db.owner, testKeeper, () => {})
  expect(sealed).toBeGreaterThan(1)
  const said: string[] = []
  await verifySealed(db.owner, { ...testKeeper, openEvent: () => null }, ({ what }) => said.push(what))
  expect(said).toContain('the sealed words of event 4 cannot be opened, and no erasure is recorded')
  await keep()
  await asThief(
    db,
    sql`update casework.event e set text = o.text from casework.event o
    where e.report_id = ${id} and o.report_id = ${id} and o.text is not null and e.text is not null and o.seq <> e.seq`,
  )
  const [progress, answer] = [4, 5].map(
    (seq) => `${trackingId}: the sealed words of event ${seq} are not those that were recorded`,
  )
  expect(await verify()).toEqual([progress, answer])
  await asThief(db, sql`update casework.event set text = chr(1) || 'AgAB' where report_id = ${id} and seq = 5`)
  expect(await verify()).toEqual([progress, answer])
})

const gone = ', and no erasure is recorded'
const words = 'the words that were filed are'
test.each<[string, (id: RawBuilder<unknown>) => RawBuilder<unknown>, string[]]>([
  [
    'the words of an answer',
    (id) => sql`update casework.event set text = null, words_salt = null where report_id = ${id} and seq = 4`,
    [`the words of event 4 are gone${gone}`],
  ],
  [
    'the salt of an answer',
    (id) => sql`update casework.event set words_salt = null where report_id = ${id} and seq = 4`,
    ['the words of event 4 are not those that were recorded'],
  ],
  [
    'what was filed, written over without its salt',
    (id) => sql`update casework.content set original_text = 'Baik.', filed_salt = null where report_id = ${id}`,
    [`${words} not those that were recorded`],
  ],
  [
    'what was filed, as if it were erased',
    (id) =>
      sql`update casework.content set original_text = '', original_title = null, filed_salt = null where report_id = ${id}`,
    [`${words} gone${gone}`],
  ],
  ['the row of words', (id) => sql`delete from casework.content where report_id = ${id}`, [`${words} gone`]],
])('%s, taken away or changed by nobody who may, is found and named', async (_, steal, faults) => {
  const [id, said] = await tampered((report) => steal(sql`${sql.lit(report.id)}::uuid`))
  expect(said.toSorted()).toEqual(faults.map((fault) => `${id}: ${fault}`).toSorted())
})

test('words that their reporter had erased are counted, and the ledger says so; nobody can say it in its place', async () => {
  const report = await aReport(db, { confidential: true, stage: 'closed' })
  await as(db.web, marta(report.id), (tx) => askErasure(tx, marta(report.id), report.id, 'all', report.at))
  await as(db.worker, system, (tx) => sql`select identity.finish_erasure(${report.id}, ${report.at})`.execute(tx))
  expect(await verify()).toEqual([])
  expect((await verifyChains(db.urls.owner, () => {})).wordless).toBe(1)
  await keep()
  await asThief(db, sql`delete from casework.ledger_line where kind = 'erased' and report_id = ${report.id}`)
  expect(await verify()).toEqual([
    `${report.trackingId}: the words of event 4 are gone${gone}`,
    `${report.trackingId}: ${words} gone${gone}`,
  ])
})

test('a deleted event is found and named', async () => {
  const [id, said] = await tampered(({ id }) => sql`delete from casework.event where report_id = ${id} and seq = 2`)
  expect(said).toEqual([`${id}: event 2 is missing`])
})

test('an inserted event is found, also when everything behind it was counted and hashed again', async () => {
  const [id, said] = await tampered(
    ({ id }) => sql`update casework.event set seq = seq + 100 where report_id = ${id} and seq > 3`,
    ({ id }) => sql`update casework.event set seq = seq - 99 where report_id = ${id} and seq > 100`,
    ({
      id,
    }) => sql`insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, prev_hash, hash)
      select report_id, 4, at, zone, 'note', to_stage, to_stage, 'reporter', 'parties', hash, hash from casework.event
      where report_id = ${id} and seq = 3`,
    ({ id }) => sql`update casework.report set last_seq = 5 where id = ${id}`,
    rehash,
  )
  expect(said).toEqual([expect.stringMatching(new RegExp(`^${id}: event 4 is not the one that head \\d+ covers`))])
})

test('an event put at the end behind the report’s back is found', async () => {
  const [id, said] = await tampered(
    ({
      id,
    }) => sql`insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, prev_hash, hash)
      select report_id, 5, at, zone, 'note', to_stage, to_stage, 'reporter', 'parties', hash, hash from casework.event
      where report_id = ${id} and seq = 4`,
    rehash,
  )
  expect(said).toEqual([`${id}: events after 4 were inserted: the report does not know of them`])
})

test('two events in each other’s place are found', async () => {
  const [id, said] = await tampered(
    ({ id }) =>
      sql`update casework.event set seq = case seq when 2 then 103 else 102 end where report_id = ${id} and seq in (2, 3)`,
    ({ id }) => sql`update casework.event set seq = seq - 100 where report_id = ${id} and seq > 100`,
  )
  expect(said).toEqual(expect.arrayContaining([`${id}: event 2 was changed after it was recorded`]))
})

test('a chain that was cut off is found, also when the report was made to agree', async () => {
  const [id, said] = await tampered(
    ({ id }) => sql`delete from casework.event where report_id = ${id} and seq = 4`,
    ({ id }) => sql`update casework.report set last_seq = 3, stage = 'in_progress' where id = ${id}`,
  )
  expect(said).toEqual([expect.stringMatching(new RegExp(`^${id}: event 4 is missing; head \\d+ covers it`))])
})

test('a report that was deleted whole is found, and every later head remembers it', async () => {
  const [id, said] = await tampered(
    ({ id }) => sql`delete from casework.event where report_id = ${id}`,
    ({ id }) => sql`delete from casework.report where id = ${id}`,
  )
  const gone = expect.stringMatching(new RegExp(`^${id}: the report was deleted; head \\d+ covers it`))
  expect(said).toEqual([gone])
  await nextHead()
  expect(await verify()).toEqual([gone])
})

test('a stage that no event led to is found', async () => {
  const [id, said] = await tampered(
    ({ id }) => sql`update casework.report set stage = 'closed', manner = 'confirmed' where id = ${id}`,
  )
  expect(said).toEqual([`${id}: the report stands at closed, its last event says answered`])
})

test('a thief who also clears the leaves does not get past the signed root', async () => {
  const [, said] = await tampered(
    ({ id }) =>
      sql`delete from casework.audit_leaf where place = (select place from casework.audit_place where report_id = ${id})`,
    ({ id }) => sql`delete from casework.audit_place where report_id = ${id}`,
    ({ id }) => sql`delete from casework.event where report_id = ${id}`,
    ({ id }) => sql`delete from casework.report where id = ${id}`,
  )
  expect(said).toEqual([
    expect.stringMatching(
      /^Head \d+ of 2026-\d\d-\d\d: the leaves kept do not give the root .* lies in 1 of 4096 branches\.$/,
    ),
  ])
})

test('heads that were replaced, taken out or signed by another are found', async () => {
  await answered()
  await keep()
  await asThief(db, sql`update publication.audit_head set day = day - 100 where number = 2`)
  expect(await verify()).toEqual(
    expect.arrayContaining([
      'Head 2: not signed by the key of this installation.',
      'Head 3: it does not name head 2 as it stands here.',
    ]),
  )
  await asThief(db, sql`delete from publication.audit_head where number = 2`)
  expect(await verify()).toEqual(['Head 2 is missing.'])
})
