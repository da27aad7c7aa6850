import { type RawBuilder, sql } from 'kysely'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { askOpening, decideOpening, lookThrough } from '../secrecy/break-glass.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { bagas, dedi, lestari } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testKeeper } from '../testing/test-deps.ts'
import { headKey, headText, publicHalf, type SignedHead, signHead } from './head.ts'
import { findHead } from './heads.ts'
import { makeHead } from './make-head.ts'
import { asThief, keepCopies } from './testing/thief.ts'
import { verifyHeads } from './verify-heads.ts'
import { verifyLedger } from './verify-ledger.ts'
import { verifySealed } from './verify-sealed.ts'

// Each test opens a report of its own, then plays a thief of the database: by then the ledger has lines of other reports around it.

const db = await testDatabase()
const key = headKey(Buffer.alloc(32, 4))
const asked = new Date('2026-01-20T03:00:00Z')
const minutes = (n: number) => new Date(asked.getTime() + n * 60_000)
let day = 20
async function nextHead(): Promise<SignedHead> {
  const head = await makeHead({ db: db.worker, now: () => new Date(Date.UTC(2026, 0, ++day)), headKey: key })
  if (!head) throw new Error('no head was made')
  return head
}

const saved = [
  'casework.opening',
  'casework.look',
  'casework.ledger_line',
  'casework.audit_tree',
  'publication.audit_head',
]
let undo: (() => Promise<void>) | undefined
afterEach(async () => {
  await undo?.()
  undo = undefined
  expect(await verify()).toEqual([])
})
beforeAll(() => onDuty(db, dedi, lestari, bagas))

async function verify(): Promise<string[]> {
  const said: string[] = []
  const sayFault = ({ trackingId, what }: { trackingId: string; what: string }) => said.push(`${trackingId}: ${what}`)
  const say = (what: string) => said.push(what)
  const ledger = await verifyLedger(db.owner, sayFault, say)
  const sealed = await verifySealed(db.owner, testKeeper, sayFault)
  const heads = await verifyHeads(db.owner, publicHalf(key), say)
  expect(ledger.faults + sealed.faults + heads.faults).toBe(said.length)
  return said
}

const reason = 'Pelapor diancam di kantornya sendiri.'
const ask = (made: Made, why = reason) =>
  as(db.web, dedi, (tx) => askOpening(tx, testKeeper, made.id, { what: 'text', ground: 'safety', reason: why }, asked))
const look = (made: Made, n: number) => as(db.web, dedi, (tx) => lookThrough(tx, made.id, 'text', 'page', minutes(n)))
const aSecret = () => aReport(db, { stage: 'in_progress', confidential: true })

/** Asked for by Pak Dedi, approved by Bu Lestari, looked through twice: four lines. */
async function opened(): Promise<Made> {
  const made = await aSecret()
  const n = await ask(made)
  await as(db.web, lestari, (tx) => decideOpening(tx, made.id, n, 'approved', minutes(1)))
  await look(made, 2)
  await look(made, 3)
  return made
}

const linesOf = ({ id }: Made) =>
  db.owner.selectFrom('casework.ledger_line').selectAll().where('report_id', '=', id).orderBy('line').execute()

/** An opened report among others, then what the thief does to it. Answers its ID, its first line, the newest head, what is found. */
async function tampered(...statements: ((id: string, first: number) => RawBuilder<unknown>)[]) {
  const made = await opened()
  await opened()
  const { number: head } = await nextHead()
  const [first = 0] = (await linesOf(made)).map(({ line }) => Number(line))
  undo = await keepCopies(db, saved)
  await asThief(db, ...statements.map((statement) => statement(made.id, first)))
  return { id: made.trackingId, first, head, said: await verify() }
}

/** Links everything anew, as the trigger would have. */
const rehash = () => sql`do $$ declare l casework.ledger_line; o casework.opening; before casework.ledger_line; begin
  for l in select * from casework.ledger_line order by line loop
    select * into o from casework.opening where report_id = l.report_id and n = l.n;
    l.facts := case l.kind when 'asked' then casework.facts_asked(o) when 'decided' then casework.facts_decided(o) else l.facts end;
    l.prev_hash := coalesce(before.hash, '\\x'); l.report_before := before.report_id;
    l.hash := sha256(l.prev_hash || convert_to(jsonb_build_array(l.line, l.kind, l.report_id, l.n, l.look_id,
      encode(l.facts, 'hex'), l.report_before)::text, 'UTF8'));
    update casework.ledger_line k set facts = l.facts, prev_hash = l.prev_hash, hash = l.hash, report_before = l.report_before
    where k.line = l.line;
    before := l;
  end loop; end $$`
const otherPerson = (id: string) =>
  sql`update casework.opening set decided_by = ${bagas.accountId}, decided_office = 'ksp' where report_id = ${id}`

test('each request, decision and look is one line, also when many look at once; reports that were never opened have none', async () => {
  const made = await opened()
  await Promise.all(Array.from({ length: 12 }, (_, n) => look(made, 4 + (n % 5))))
  const kinds = (await linesOf(made)).map(({ kind }) => kind)
  expect(kinds).toEqual(['asked', 'decided', ...Array(14).fill('looked')])
  expect(await linesOf(await aSecret())).toEqual([])
})

test('a look that did not come about leaves no line', async () => {
  const made = await opened()
  const failed = as(db.web, dedi, async (tx) => {
    await lookThrough(tx, made.id, 'text', 'page', minutes(4))
    throw new Error('the page failed')
  })
  await expect(failed).rejects.toThrow('the page failed')
  expect(await linesOf(made)).toHaveLength(4)
})

test('a look deleted together with its line is found and named', async () => {
  const { id, first, said } = await tampered(
    (_, first) =>
      sql`delete from casework.look where id = (select look_id from casework.ledger_line where line = ${first + 3})`,
    (_, first) => sql`delete from casework.ledger_line where line = ${first + 3}`,
  )
  expect(said).toEqual([`${id}: line ${first + 3} of the ledger, about this report, is missing`])
})

test('a look deleted alone is found and named; so is one whose line alone is gone', async () => {
  const one = await tampered((id) => sql`delete from casework.look where report_id = ${id} and at = ${minutes(2)}`)
  expect(one.said).toEqual([
    `${one.id}: a look through opening 1 is gone; line ${one.first + 2} of the ledger records it`,
  ])
  await undo?.()
  const other = await tampered((_, first) => sql`delete from casework.ledger_line where line = ${first + 2}`)
  expect(other.said).toEqual([
    `${other.id}: line ${other.first + 2} of the ledger, about this report, is missing`,
    `${other.id}: a look through opening 1 stands in no line of the ledger`,
  ])
})

test('an opening that was deleted whole, with all its lines, is found and named', async () => {
  const { id, first, said } = await tampered(
    (id) => sql`delete from casework.look where report_id = ${id}`,
    (id) => sql`delete from casework.opening where report_id = ${id}`,
    (id) => sql`delete from casework.ledger_line where report_id = ${id}`,
  )
  expect(said).toEqual([
    `${id}: lines ${first} to ${first + 3} of the ledger are missing, the last of them about this report`,
  ])
})

test.each<[string, number, (id: string) => RawBuilder<unknown>]>([
  ['the decision on opening 1', 1, otherPerson],
  [
    'the decision on opening 1',
    1,
    (id) => sql`update casework.opening set decided_at = asked_at, ends_at = asked_at + interval '15 minutes'
    where report_id = ${id}`,
  ],
  ['opening 1', 0, (id) => sql`update casework.opening set ground = 'law' where report_id = ${id}`],
  ['opening 1', 0, (id) => sql`update casework.opening set asked_by = ${bagas.accountId} where report_id = ${id}`],
  [
    'a look through opening 1',
    3,
    (id) => sql`update casework.look set at = at - interval '1 day'
    where report_id = ${id} and at = ${minutes(3)}`,
  ],
])('%s (line + %i) edited is found and named', async (thing, line, edit) => {
  const { id, first, said } = await tampered(edit)
  expect(said).toEqual([
    `${id}: ${thing} is not what line ${first + line} of the ledger records: it was changed afterwards`,
  ])
})

test('an edit whose whole chain was hashed again is found by the head', async () => {
  const { said } = await tampered(otherPerson, rehash)
  expect(said).toEqual([
    expect.stringMatching(
      /line \d+ of the ledger is not the one that head \d+ covers: the ledger up to it was changed$/,
    ),
  ])
})

test('an edit whose own line alone was hashed again breaks the line after it', async () => {
  const { id, first, said } = await tampered(
    (id) => otherPerson(id),
    (id, first) => sql`update casework.ledger_line set facts = (
      select casework.facts_decided(o) from casework.opening o where report_id = ${id}) where line = ${first + 1}`,
    (
      _,
      first,
    ) => sql`update casework.ledger_line set hash = sha256(prev_hash || convert_to(jsonb_build_array(line, kind, report_id,
      n, look_id, encode(facts, 'hex'), report_before)::text, 'UTF8')) where line = ${first + 1}`,
  )
  expect(said).toEqual([
    expect.stringContaining(`${id}: line ${first + 2} of the ledger does not follow from the one before`),
  ])
})

test('a line that records again what another does is found and named', async () => {
  const key = sql`ledger_line_kind_report_id_n_look_id_key`
  const { id, first, said } = await tampered(
    () => sql`alter table casework.ledger_line drop constraint ${key}`,
    (_, first) => sql`select casework.add_ledger_line(kind, report_id, n, look_id, facts) from casework.ledger_line
      where line = ${first + 2}`,
  )
  expect(said).toEqual([`${id}: line ${first + 8} of the ledger records again what an earlier one does`])
  await undo?.()
  undo = undefined
  await sql`alter table casework.ledger_line add constraint ${key} unique nulls not distinct (kind, report_id, n, look_id)`.execute(
    db.owner,
  )
})

test('the newest lines, cut with what they recorded after a head covered them, are found and named', async () => {
  await nextHead()
  const made = await opened()
  const { number } = await nextHead()
  const lines = (await linesOf(made)).map(({ line }) => Number(line))
  undo = await keepCopies(db, saved)
  await asThief(
    db,
    sql`delete from casework.look where report_id = ${made.id} and at = ${minutes(3)}`,
    sql`delete from casework.ledger_line where line = ${lines[3]}`,
  )
  const missing = `${made.trackingId}: line ${lines[3]} of the ledger, about this report, is missing; head ${number} covers it`
  expect(await verify()).toEqual([missing])
  await nextHead()
  await look(made, 4)
  expect(await verify()).toEqual([
    `${made.trackingId}: line ${lines[3]} of the ledger is not the one that head ${number} covers: the ledger up to it was changed`,
  ])
})

test('a look or an opening inserted without a line is found and named, and a line without a look', async () => {
  const look = await tampered(
    (id) => sql`insert into casework.look (report_id, n, account_id, page, at, tx)
      select report_id, n, account_id, page, at, tx from casework.look where report_id = ${id} limit 1`,
  )
  expect(look.said).toEqual([`${look.id}: a look through opening 1 stands in no line of the ledger`])
  await undo?.()
  const opening = await tampered(
    (
      id,
    ) => sql`insert into casework.opening (report_id, n, what, ground, reason, reason_hash, asked_by, asked_role, asked_at)
      select report_id, 2, what, ground, reason, reason_hash, asked_by, asked_role, asked_at from casework.opening
      where report_id = ${id}`,
  )
  expect(opening.said).toEqual([`${opening.id}: opening 2 stands in no line of the ledger`])
  await undo?.()
  const line = await tampered((id) => sql`select casework.add_ledger_line('looked', ${id}, 1, 999999, sha256('x'))`)
  expect(line.said).toEqual([
    expect.stringMatching(`^${line.id}: a look through opening 1 is gone; line \\d+ of the ledger`),
  ])
})

test('a line that was edited, and lines in each other’s place, are found and named', async () => {
  const edited = await tampered((_, first) => sql`update casework.ledger_line set n = 2 where line = ${first + 3}`)
  expect(edited.said).toContain(
    `${edited.id}: line ${edited.first + 3} of the ledger was changed after it was recorded`,
  )
  await undo?.()
  const swapped = await tampered(
    (_, first) => sql`update casework.ledger_line set line = line + 1000 where line in (${first + 2}, ${first + 3})`,
    (_, first) => sql`update casework.ledger_line set line = ${2 * first + 1005} - line where line > 1000`,
  )
  for (const line of [2, 3])
    expect(swapped.said).toContain(
      `${swapped.id}: line ${swapped.first + line} of the ledger was changed after it was recorded`,
    )
})

test('a reason put in the place of another is found by whoever holds the keys', async () => {
  const made = await opened()
  await as(db.web, bagas, (tx) =>
    askOpening(tx, testKeeper, made.id, { what: 'text', ground: 'law', reason: 'Perintah pengadilan.' }, asked),
  )
  undo = await keepCopies(db, saved)
  await asThief(
    db,
    sql`update casework.opening o set reason = other.reason from casework.opening other
      where o.report_id = ${made.id} and o.n = 1 and other.report_id = o.report_id and other.n = 2`,
  )
  expect(await verify()).toEqual([`${made.trackingId}: the sealed words of opening 1 are not those that were recorded`])
})

test('a thief who also clears what the head noted of the ledger does not get past the signature', async () => {
  const { head, said } = await tampered(
    () => sql`delete from casework.ledger_line`,
    () => sql`delete from casework.look`,
    () => sql`delete from casework.opening`,
    () => sql`update casework.audit_tree set ledger_lines = 0, ledger_hash = sha256('none'), ledger_report = null`,
  )
  expect(said).toContain(`Head ${head}: what is kept of the ledger is not what was signed.`)
})

test('heads of the first version stay good, and later ones follow on them', async () => {
  const head = await nextHead()
  const { number } = head
  const { ledger: _, ...first } = head
  const older = signHead(key, first)
  expect(headText(older)).toMatch(
    /^LAPOR! head 1\nnumber \d{6}\nday [\d-]{10}\nroot [\da-f]{64}\nprevious [\da-f]{64}\n$/,
  )
  undo = await keepCopies(db, saved)
  await asThief(
    db,
    sql`update publication.audit_head set ledger = null, signature = ${older.signature} where number = ${number}`,
    sql`update casework.audit_tree set ledger_lines = null, ledger_hash = null, ledger_report = null where number = ${number}`,
  )
  expect(await findHead(db.publicDb, number)).toEqual(older)
  await opened()
  const next = await nextHead()
  expect(next.ledger).toBeDefined()
  expect(await verify()).toEqual([])
})

test('nobody writes lines, not even the owner while the triggers stand', async () => {
  for (const change of [
    sql`delete from casework.ledger_line`,
    sql`update casework.ledger_line set n = 9`,
    sql`truncate casework.ledger_line`,
  ])
    await expect(change.execute(db.owner)).rejects.toThrow('only ever added to')
  const forged = sql`select casework.add_ledger_line('looked', gen_random_uuid(), 1, 1, sha256('x'))`
  for (const role of [db.web, db.worker]) await expect(forged.execute(role)).rejects.toThrow('permission denied')
  await expect(sql`select from casework.ledger_line`.execute(db.web)).rejects.toThrow('permission denied')
})
