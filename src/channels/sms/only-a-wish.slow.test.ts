import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { saidBy } from './same-said.ts'
import { smsWorld } from './testing/sms-world.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'

// A message that only asks for secrecy, in whatever words, is about the report that is there: never a new and empty one.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
let phones = 0

async function filed(phone = `+62823700${String(++phones).padStart(5, '0')}`) {
  world.clock.now = new Date(world.clock.now.getTime() + 5 * 3_600_000)
  await world.sms(phone, `KOTKUPANG lurah ke-${world.clock.now.getTime()} meminta uang pelicin lagi di loket`)
  return { phone, report: await world.report() }
}

async function answered() {
  const made = await filed()
  await office.forward(made.report.id)
  await office.answer(made.report.id, 'Sudah ditangani.')
  await world.work()
  return made
}

const hides = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['anonymous', 'confidential'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const count = async () =>
  Number(
    (
      await db.owner
        .selectFrom('casework.report')
        .select(({ fn }) => fn.countAll().as('all'))
        .executeTakeFirstOrThrow()
    ).all,
  )

const anonymous = { anonymous: true, confidential: false }
const both = { anonymous: true, confidential: true }
const confidential = { anonymous: false, confidential: true }

test.each([
  ['tolong rahasiakan nama saya', anonymous, 'kami terima'],
  ['jangan sebut nama saya ya pak', anonymous, 'kami terima'],
  ['nama saya jangan disebut', anonymous, 'kami terima'],
  ['bisa nama saya tidak disebut?', anonymous, 'kami terima'],
  ['identitas saya jgn dibocrokan ya', anonymous, 'kami terima'],
  ['mohon laporan saya dirahasiakan', confidential, 'kami terima'],
  ['tolong jangan dipublikasikan', confidential, 'kami terima'],
  ['rahasiakan nama saya dan jangan dipublikasikan', both, 'kami terima'],
  ['jangan sampai orang lain baca', confidential, 'kami terima'],
  ['jangan bilang2 saya yang lapor ya', anonymous, 'kami terima'],
  ['jgn kasi tau lurah kalau sy yg lapor', anonymous, 'kami terima'],
  ['tanpa nama ya pak', anonymous, 'kami terima'],
  ['jangan bilang dari saya ya', anonymous, 'kami terima'],
  ['tolong rahasiakan siapa yang lapor', anonymous, 'kami terima'],
  ['NILAI 5 rahasiakan nama saya', anonymous, 'Menunggu verifikasi'],
  ['CEK rahasiakan nama saya', anonymous, 'Menunggu verifikasi'],
  ['STOP, rahasiakan nama saya', anonymous, 'berhenti mengirim kabar'],
  ['RAHASIA DAN ANONIM', both, 'kami terima'],
  ['ANONIM CEK', anonymous, 'Menunggu verifikasi'],
  ['RAHASIA STOP', confidential, 'berhenti mengirim kabar'],
])('%s', async (wish, hidden, heard) => {
  const { phone, report } = await filed()
  const before = await count()
  expect(await world.sms(phone, wish)).toEqual([expect.stringContaining(heard)])
  expect(await hides(report.id)).toEqual(hidden)
  expect(await count()).toBe(before)
  // Said twice it is no refusal.
  await world.sms(phone, wish)
  expect(await hides(report.id)).toEqual(hidden)
})

test('of two that are open we ask which, and SEMUA hides both', async () => {
  const { phone, report } = await filed()
  const other = await filed(phone)
  const before = await count()
  await world.sms(phone, 'tolong jangan dipublikasikan ya pak')
  expect(await hides(report.id)).toEqual({ anonymous: false, confidential: false })
  await world.sms(phone, 'SEMUA')
  expect([await hides(report.id), await hides(other.report.id)]).toEqual([confidential, confidential])
  expect(await count()).toBe(before)
})

test('of a report that is over it hides that one, which was as public as before, and what its sender says next', async () => {
  const { phone, report } = await answered()
  await world.sms(phone, 'YA')
  const isPublic = () =>
    db.owner.selectFrom('publication.report').select('report_id').where('report_id', '=', report.id).execute()
  expect(await isPublic()).toHaveLength(1)
  await world.sms(phone, 'rahasiakan laporan saya')
  expect([await hides(report.id), await isPublic()]).toEqual([confidential, []])
  await world.sms(phone, 'lurah Sikumana meminta uang pelicin untuk surat nikah')
  expect(await hides((await world.report()).id)).toEqual(confidential)
  await world.sms(phone, 'ANONIM SEMUA')
  expect([await hides(report.id), await hides((await world.report()).id)]).toEqual([both, both])
})

test('beside YA it hides, and YA closes', async () => {
  const { phone, report } = await answered()
  expect(await world.sms(phone, 'YA, rahasiakan nama saya')).toEqual([expect.stringContaining('NILAI')])
  expect(await hides(report.id)).toEqual(anonymous)
  expect(await world.report()).toMatchObject({ id: report.id, stage: 'closed', manner: 'confirmed' })
})

test('beside STOP of somebody with two reports it is asked about, and STOP is done', async () => {
  const { phone, report } = await filed()
  const other = await filed(phone)
  expect(await world.sms(phone, 'RAHASIA ANONIM STOP')).toEqual([expect.stringContaining('laporan yang mana?')])
  const stopped = await db.owner.selectFrom('identity.sms_stop').select('since').execute()
  expect(stopped).toContainEqual({ since: world.clock.now })
  await world.sms(phone, 'SEMUA')
  expect([await hides(report.id), await hides(other.report.id)]).toEqual([both, both])
})

test('RAHASIA and ANONIM together, before anything is filed, hide both of what comes next', async () => {
  const phone = '+6282370088888'
  const before = await count()
  await world.sms(phone, 'KOTKUPANG RAHASIA ANONIM')
  expect(await count()).toBe(before)
  await world.sms(phone, 'lurah Alak meminta uang pelicin untuk surat tanah')
  expect(await hides((await world.report()).id)).toEqual(both)
})

test('in front of a complaint, in a message of its own, it hides what is said next', async () => {
  const phone = '+6282370099999'
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
  const before = await count()
  await world.sms(phone, 'tolong jangan sebut nama saya ya pak')
  expect(await count()).toBe(before)
  await world.sms(phone, 'lurah Oebobo meminta uang pelicin untuk surat pindah')
  expect(await hides((await world.report()).id)).toEqual(anonymous)
})

test('what was said before wishes were left out of its print is known again with one', async () => {
  const { phone, report } = await filed()
  const words = `lurah ke-${world.clock.now.getTime()} meminta uang pelicin lagi di loket, terima kasih`
  const [now, , before = now] = saidBy(world.taking.keys, phone, { text: words })
  expect(before.said.equals(now.said)).toBe(false)
  await db.owner.updateTable('identity.arrival').set(before).where('report_id', '=', report.id).execute()
  const all = await count()
  await world.sms(phone, `KOTKUPANG ${words}`)
  expect(await count()).toBe(all)
})
