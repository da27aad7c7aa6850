import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf } from '../../testing/events-of.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// One phone has a secret, and a lamp that everybody reads about. What it says of the secret is told to nobody who may not know of it, though no number is said.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [minute, day] = [60_000, 86_400_000]
const secret = /kepsek|kepala|sekolah|uang|pungut|murid|guru|komite/i
let phones = 0
const later = (ms = 40 * minute) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

const standings = ['work', 'hold', 'answered', 'closed'] as const
type Standing = (typeof standings)[number]

async function filed(phone: string, words: string) {
  later()
  await world.sms(phone, words)
  return world.report()
}

async function stand({ id, tracking_id }: { id: string; tracking_id: string }, phone: string, standing: Standing) {
  later()
  if (standing === 'hold') await office.ask(id, 'Di mana tepatnya?')
  else await office.forward(id)
  later()
  if (standing === 'answered' || standing === 'closed') await office.answer(id, 'Sudah ditangani.')
  await world.work()
  later()
  if (standing === 'closed') await world.sms(phone, `YA ${tracking_id}`)
}

/** What is hidden of the secret, how it stands, and how the lamp does. */
async function both(wish: string, one: Standing, other: Standing) {
  phones += 1
  const phone = `+62812838${String(phones).padStart(5, '0')}`
  const hidden = await filed(phone, `KOTKUPANG ${wish} kepala sekolah SD inpres ${phones} pungut uang tiap murid`)
  const lamp = await filed(phone, `KOTKUPANG lampu jalan di jalan timor raya km ${phones} mati sdh 2 minggu`)
  await stand(hidden, phone, one)
  await stand(lamp, phone, other)
  later()
  return { phone, hidden, lamp, before: (await filedReports(db)).map(({ id }) => id) }
}

async function said(phone: string, text: string): Promise<string[]> {
  const heard = await world.sms(phone, text)
  world.clock.now = new Date(world.clock.now.getTime() + day + minute)
  const told = [...(await world.sweep()), ...(await world.work())]
  return [...heard, ...told.filter(({ to }) => to === phone).map((one) => one.text)]
}

/** What the public reads, but for what was filed as a report of its own. */
async function publicWords(...hidden: string[]): Promise<string> {
  const shown = await db.owner.selectFrom('publication.report').selectAll().execute()
  const events = await db.owner
    .selectFrom('casework.event')
    .select('text')
    .where('audience', '=', 'public')
    .where('report_id', 'not in', hidden)
    .execute()
  return JSON.stringify([shown.filter(({ report_id }) => !hidden.includes(report_id)), events])
}

const ofSecret = [
  'kepala sekolah masih minta uang pak',
  'kepseknya msh pungut uang',
  'uang muridnya blm dikembalikan',
  'guru2 msh minta uang',
  'kepala sekolahnya kapan diperiksa',
  'kok kepala sekolah msh dibiarkan',
  'laporan kepala sekolah gimana pak',
  'uangnya sdh dikembalikan terima kasih',
  'kepala sekolahnya sdh diganti, makasih pak',
  'tolong kepseknya ditindak',
  'katanya kepsek mau dipanggil tapi tidak ada',
  'komite juga ikut minta',
  'pungutannya tambah 20 ribu per murid',
]
const named = [
  'BELUM, kepala sekolah masih minta uang',
  'BALAS uang muridnya belum kembali',
  'belum pak, kepseknya diam',
]
const cases = (['work', 'hold', 'answered'] as const).flatMap((one) =>
  standings.flatMap((other) => (['RAHASIA', 'ANONIM'] as const).map((wish) => [wish, one, other] as const)),
)
/** Each case says some of the sentences, so that each is said in every standing of one or the other. */
const few = 3

const all = [...ofSecret, ...named]
const drawn = cases.map(
  (one, at) => [...one, [0, 1, 2].map((next) => all[(at * few + next) % all.length] ?? '')] as const,
)

test.each(drawn)(
  'a secret of %s that stands at %s is published nowhere by what is said of it beside a lamp at %s',
  async (wish, one, other, some) => {
    for (const text of some) {
      const { phone, hidden, lamp, before } = await both(wish, one, other)
      const heard = await said(phone, text)
      expect(heard.join(), text).not.toMatch(secret)
      const hiding = (await filedReports(db)).filter(({ anonymous, confidential }) => anonymous || confidential)
      expect(await publicWords(...hiding.map(({ id }) => id)), text).not.toMatch(secret)
      const own = (await eventsOf(db, lamp.id)).map((event) => event.text).join()
      if (wish === 'RAHASIA' && ofSecret.includes(text)) expect(own, text).not.toMatch(secret)
      const fresh = (await filedReports(db)).filter(({ id }) => !before.includes(id) && id !== hidden.id)
      const open = fresh.filter(({ anonymous, confidential }) => !anonymous && !confidential)
      expect(
        open.map((report) => report.text),
        text,
      ).toEqual([])
    }
  },
  120_000,
)

test.each([
  ['lampunya masih mati', 'public'],
  ['BELUM, lampunya mati lagi', 'public'],
  ['lampunya masih mati, kepala sekolah diam saja', 'line'],
] as const)('what is surely said of the lamp stands there: "%s" is %s', async (text, audience) => {
  const { phone, lamp } = await both('RAHASIA', 'work', 'answered')
  await said(phone, text)
  const told = await db.owner
    .selectFrom('casework.event')
    .select(['text', 'audience'])
    .where('report_id', '=', lamp.id)
    .where('move', '=', 'reply')
    .execute()
  expect(told).toMatchObject([{ text, audience }])
})

test('a denial that may be of the secret keeps the answered lamp from being closed over it, without a reason', async () => {
  const { phone, lamp, hidden } = await both('RAHASIA', 'work', 'answered')
  await said(phone, 'uang muridnya blm dikembalikan')
  expect((await eventsOf(db, lamp.id)).at(-1)).toMatchObject({ move: 'reply', text: 'Belum selesai (tanpa alasan).' })
  expect((await eventsOf(db, hidden.id)).at(-1)?.move).toBe('note')
})
