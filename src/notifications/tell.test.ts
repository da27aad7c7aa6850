import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { loadDirectory } from '../agencies/directory.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { nameAccused } from '../secrecy/name-accused.ts'
import { aReport, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta, officerOf } from '../testing/cast.ts'
import { tell } from './tell.ts'
import { deliverAll, hireOfficers, queued, tellDeps } from './testing/post-office.ts'

const db = await testDatabase()
const deps = tellDeps(db)
await hireOfficers(db)

const contact = { name: 'Marta Bire', email: 'marta@rumah.test' }
const report = (wanted: Wanted = {}) => aReport(db, { contact, ...wanted })

beforeEach(async () => {
  await sql`truncate casework.outbox, identity.message`.execute(db.owner)
})

/** 'template → mailbox' of everything that is sent now. */
async function letters() {
  return (await deliverAll(db, deps)).map(({ template, to }) => `${template} → ${to.split('@')[0]}`).sort()
}

test('Bu Marta gets a receipt with her number and the day by which it is looked at, and the desk hears once an hour', async () => {
  const made = await report()
  const other = await report()
  const sent = await deliverAll(db, deps)
  const receipt = sent.find(({ text }) => text.includes(made.trackingId))
  expect(sent.map(({ template }) => template).sort()).toEqual(['new_at_desk', 'receipt', 'receipt'])
  expect(receipt?.to).toBe('marta@rumah.test')
  expect(receipt?.text).toContain('Selasa 20 Januari 2026')
  expect(receipt?.text).toContain(`http://lapor.test/lacak?id=${made.trackingId}`)
  expect(receipt?.text).not.toContain(made.key)
  expect(sent.some(({ text }) => text.includes(other.trackingId))).toBe(true)
})

test('whoever named an office reaches its coordinator at once', async () => {
  await report({ ownDoor: 'prov-papua' })
  expect(await letters()).toEqual(['new_at_desk → dedi', 'new_at_door → koordinator', 'receipt → marta'])
})

test('from forwarding to the second answer, each side hears what the other did and nobody what they did themselves', async () => {
  const made = await report({ stage: 'forwarded' })
  expect(await letters()).toEqual([
    'forwarded → marta',
    'new_at_desk → dedi',
    'new_for_office → koordinator',
    'receipt → marta',
  ])
  const office = { zone: 'Asia/Makassar', scope: 'kota-kupang' } as const
  await made.move(coordinatorOf(), { move: 'assign', office, changes: { unit_id: 'kota-kupang-dinkes' } })
  expect(await letters()).toEqual(['new_work → sari'])
  await made.move(officerOf(), { move: 'report_progress', office, text: 'Kami periksa besok.' })
  expect(await letters()).toEqual(['progress → marta'])
  await made.move(officerOf(), { move: 'answer', office, changes: { outcome: 'solved', answered_at: made.at } })
  expect(await letters()).toEqual(['answered → marta'])
  await made.move(marta(made.id), { move: 'reply', office, text: 'Masih gelap.' })
  expect(await letters()).toEqual(['replied → koordinator', 'replied → sari'])
  await made.move(coordinatorOf(), { move: 'answer', office, changes: { outcome: 'solved', answered_at: made.at } })
  expect(await letters()).toEqual(['answered → marta'])
  await made.move(marta(made.id), { move: 'confirm', office, changes: { manner: 'confirmed' } })
  expect(await letters()).toEqual(['confirmed → koordinator', 'confirmed → sari'])
})

test('the letter about an answer says how to judge it and by when', async () => {
  await report({ stage: 'answered' })
  const answered = (await deliverAll(db, deps)).find(({ template }) => template === 'answered')
  expect(answered?.subject).toMatch(/^LAPOR! \w{3}-\w{3}-\w{3}: ada tanggapan$/)
  expect(answered?.text).toContain('"Ya, selesai" atau "Belum selesai" paling lambat Kamis 29 Januari 2026')
})

test('the desk hears of a return and an objection, the reporter of a question and of archiving', async () => {
  const back = await report({ stage: 'received', published: true })
  expect(await letters()).toContain('returned_to_desk → dedi')
  await back.move(dedi, { move: 'hold', text: 'Di mana tepatnya?' })
  expect(await letters()).toEqual(['question → marta'])
  await back.move(marta(back.id), { move: 'complete', text: 'Di depan pasar.' })
  expect(await letters()).toEqual(['completed → dedi'])
  await back.move(dedi, { move: 'archive', changes: { archive_reason: 'unclear' } })
  expect(await letters()).toEqual(['archived → marta'])
  await back.move(marta(back.id), { move: 'object', changes: { objected: true } })
  expect(await letters()).toEqual(['objected → dedi'])
})

test('reporters whose reports were merged hear of the answer under their own number', async () => {
  const parent = await report({ stage: 'in_progress' })
  const child = await report({
    stage: 'merged',
    into: parent.id,
    contact: { name: 'Yohana', email: 'yohana@rumah.test' },
  })
  expect(await letters()).toContain('merged → yohana')
  await parent.move(officerOf(), { move: 'answer', changes: { outcome: 'solved', answered_at: parent.at } })
  const sent = await deliverAll(db, deps)
  const heard = sent.find(({ template }) => template === 'parent_answered')
  expect(heard).toMatchObject({ to: 'yohana@rumah.test' })
  expect(heard?.text).toContain(child.trackingId)
  expect(heard?.text).not.toContain(parent.trackingId)
})

test('told twice, sent once', async () => {
  const made = await report({ stage: 'forwarded' })
  await deliverAll(db, deps)
  await Promise.all([tell(deps, made.id, 2), tell(deps, made.id, 2)])
  expect(await queued(db)).toEqual([])
})

test('a filing without identity leaves no finer time in its messages than the hour', async () => {
  await report({ stage: 'forwarded', withoutIdentity: true, contact: undefined, at: new Date('2026-01-14T01:23:45Z') })
  await deliverAll(db, tellDeps(db, { now: () => new Date('2026-01-14T01:24:10.123Z') }))
  const rows = await db.owner.selectFrom('identity.message').select(['created_at', 'sent_at', 'report_id']).execute()
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(row.created_at.toISOString()).toBe('2026-01-14T01:00:00.000Z')
    if (row.report_id) expect(row.sent_at).toBeNull()
  }
})

test.each([
  ['anonymous', { anonymous: true }],
  ['confidential', { confidential: true }],
] as const)('no letter about a report that is %s tells who, what or where', async (_name, secrecy) => {
  const canaries = { name: 'Canary Namanya', email: 'burung@rumah.test', phone: '081234500001' }
  const made = await report({
    ...secrecy,
    stage: 'answered',
    title: 'Canary judulnya',
    text: 'Canary teksnya, di kota yang canary.',
    ownDoor: 'kota-kupang',
    contact: canaries,
    answer: 'Canary jawabannya.',
  })
  await made.move(marta(made.id), { move: 'reply', text: 'Canary balasannya.' })
  await made.move(coordinatorOf(), { move: 'hold', text: 'Canary pertanyaannya?' })
  const sent = await deliverAll(db, deps)
  expect(new Set(sent.map(({ template }) => template)).size).toBeGreaterThan(7)
  for (const { subject, text } of sent)
    expect(`${subject}\n${text}`).not.toMatch(/canary|burung|0812|kupang|WITA|rahasia|anonim|dinas/i)
})

test('the coordinator reads the title of an open report, the unit only its number', async () => {
  const made = await report({ stage: 'in_progress', title: 'Lampu jalan padam di Oebobo' })
  const letterTo = (sent: { to: string; text: string }[], to: string) => sent.find((letter) => letter.to.startsWith(to))
  const sent = await deliverAll(db, deps)
  expect(letterTo(sent, 'koordinator')?.text).toContain('Lampu jalan padam di Oebobo')
  expect(letterTo(sent, 'sari')?.text).not.toContain('Lampu')
  expect(letterTo(sent, 'sari')?.text).toContain(`http://lapor.test/kelola/laporan/${made.trackingId}`)
})

test('whoever filed hears that words of theirs were taken out of what the public reads, and nobody else', async () => {
  const made = await report({ stage: 'in_progress' })
  await letters()
  await made.move(dedi, { move: 'redact', changes: { text: 'Lampu jalan di depan rumah [disamarkan] mati.' } })
  const [letter, ...more] = await deliverAll(db, deps)
  expect([letter?.template, letter?.to, more]).toEqual(['words_changed', 'marta@rumah.test', []])
  expect(letter?.text).toContain('Tulisan asli Anda tetap')
  expect(letter?.text).not.toContain('[disamarkan]')
})

test('a letter that waited is withheld from whom the report accuses by then, and reaches the office that has it instead', async () => {
  const made = await report({ stage: 'in_progress', confidential: true })
  await made.move(marta(made.id), { move: 'note', text: 'Ada kabar?' })
  const waiting = await db.owner.deleteFrom('casework.outbox').returningAll().execute()
  for (const row of waiting) await tell(deps, row.report_id, row.seq)
  const setting = { rules: await deps.rules(), directory: await loadDirectory(db.publicDb), now: deps.now() }
  const dinkes = ['Dinas Kesehatan Kota Kupang']
  await as(db.web, marta(made.id), (tx) => nameAccused(tx, marta(made.id), made.id, dinkes, setting))
  const sent = (await deliverAll(db, deps)).filter(({ to }) => to)
  expect(sent.some(({ to }) => to.startsWith('sari'))).toBe(false)
  expect(sent.map(({ template, to }) => `${template} → ${to.split('@')[0]}`)).toContain('new_for_office → koordinator')
  const dead = await db.owner.selectFrom('identity.message').select('last_error').where('state', '=', 'dead').execute()
  expect(dead.length).toBeGreaterThan(0)
  expect(new Set(dead.map(({ last_error }) => last_error))).toEqual(new Set(['not_theirs']))
})

test('somebody is named in work of whom it is not clear who that is: the desk hears of it, and of what the reporter says then', async () => {
  const made = await report({ stage: 'in_progress', confidential: true })
  await letters()
  const setting = { rules: await deps.rules(), directory: await loadDirectory(db.publicDb), now: deps.now() }
  await as(db.web, marta(made.id), (tx) => nameAccused(tx, marta(made.id), made.id, ['orang di loket'], setting))
  expect(await letters()).toEqual(['to_settle → dedi'])
  await made.move(marta(made.id), { move: 'note', text: 'Ia memakai baju biru.' })
  expect(await letters()).toEqual(['noted → dedi'])
})

test('a report that the office has already, and that goes around whom it accuses, is told to its coordinator once', async () => {
  const made = await report({ stage: 'in_progress', ownDoor: 'kota-kupang' })
  await letters()
  const setting = { rules: await deps.rules(), directory: await loadDirectory(db.publicDb), now: deps.now() }
  const dinkes = ['Dinas Kesehatan Kota Kupang']
  await as(db.web, marta(made.id), (tx) => nameAccused(tx, marta(made.id), made.id, dinkes, setting))
  const toCoordinator = (await letters()).filter((letter) => letter.endsWith('koordinator'))
  expect(toCoordinator).toEqual(['new_for_office → koordinator'])
})
