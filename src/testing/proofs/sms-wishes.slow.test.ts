import { describe, expect, test } from 'vitest'
import { smsWorld } from '../../channels/sms/testing/sms-world.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../at-the-office.ts'
import { allWishes, canaryOf, expectHeard, publicly, unwished, wished } from './wishes.ts'

// Whoever asks by SMS that nobody reads it, or learns who wrote, is heard: in front, at the end or in a sentence, on every path by which
// words become or join a report.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
let phones = 0

type Report = { id: string; tracking_id: string }

async function later(minutes: number) {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
  return world.sweep()
}

/** The next morning, with another telephone. */
async function somebody(): Promise<string> {
  await later(24 * 60)
  phones += 1
  return `+62813571${String(phones).padStart(5, '0')}`
}

async function filed(phone: string): Promise<Report> {
  await world.sms(phone, 'KOTKUPANG got mampet di samping rumah sakit, air hitam menggenang')
  return world.report()
}

async function forwarded(phone: string): Promise<Report> {
  const report = await filed(phone)
  await office.forward(report.id)
  return report
}

async function answered(phone: string): Promise<Report> {
  const report = await forwarded(phone)
  await office.answer(report.id, 'Sudah dibersihkan')
  await world.work()
  return report
}

async function closed(phone: string): Promise<Report> {
  const report = await answered(phone)
  await world.sms(phone, `YA ${report.tracking_id}`)
  return report
}

async function asked(phone: string): Promise<Report> {
  const report = await filed(phone)
  await office.ask(report.id, 'Di sebelah mana?')
  await world.work()
  return report
}

const part = (from: string, at: number, text: string) =>
  world.hook({
    from,
    udh: Buffer.from([5, 0, 3, 21, 2, at]),
    text: Buffer.from(text, 'latin1'),
    charset: 'ISO-8859-1',
  })

/** The report that the words were told in, or that was made of them. */
type Path = (phone: string, words: string, plain: string) => Promise<Report>

/** Says them about a report that is there. */
const telling =
  (before: (phone: string) => Promise<Report>, say: (report: Report, words: string) => string): Path =>
  async (phone, words) => {
    const report = await before(phone)
    await world.sms(phone, say(report, words))
    return report
  }

async function made(phone: string, words: string) {
  await world.sms(phone, words)
  const report = await world.report()
  await office.forward(report.id)
  return report
}

const paths: Record<string, Path> = {
  'the same words again': async (phone, words, plain) => {
    await world.sms(phone, `KOTKUPANG ${plain}`)
    const report = await world.report()
    await later(2)
    await world.sms(phone, `KOTKUPANG ${words}`)
    return report
  },
  'a new report': made,
  'a new report for an office': (phone, words) => made(phone, `KOTKUPANG ${words}`),
  'a new report, another one open': async (phone, words) => {
    await forwarded(phone)
    await later(5)
    return made(phone, `LAPOR ${words}`)
  },
  'BALAS to an answer': telling(answered, (_, words) => `BALAS ${words}`),
  'BALAS with its number': telling(answered, ({ tracking_id: id }, words) => `BALAS ${id} ${words}`),
  'its number alone in front': telling(forwarded, ({ tracking_id: id }, words) => `${id} ${words}`),
  'unexplained for a day': async (phone, words) => {
    const report = await answered(phone)
    await world.sms(phone, `${report.tracking_id} ${words}`)
    await later(25 * 60)
    await later(1)
    return report
  },
  'BELUM to an answer': telling(answered, (_, words) => `BELUM, ${words}`),
  'BELUM with its number': telling(answered, ({ tracking_id: id }, words) => `BELUM ${id} ${words}`),
  'the answer to a question': telling(asked, ({ tracking_id: id }, words) => `BALAS ${id} ${words}`),
  'opened again': telling(closed, ({ tracking_id: id }, words) => `BALAS ${id} ${words}`),
  'a note before it is forwarded': async (phone, words) => {
    const report = await filed(phone)
    await world.sms(phone, `BALAS ${report.tracking_id} ${words}`)
    await office.forward(report.id)
    return report
  },
  'a first part that comes late': async (phone, words) => {
    await part(phone, 2, 'di loket dua kantor lurah setiap hari Senin dan Kamis')
    await world.work()
    await later(11)
    const report = await world.report()
    await part(phone, 1, words)
    await world.work()
    await office.forward(report.id)
    return report
  },
}

describe.each(Object.entries(paths))('%s', (path, take) => {
  test.each(allWishes)('with %s', async (wish) => {
    const report = await take(await somebody(), wished(path, wish), unwished(path, wish))
    await world.work()
    await expectHeard(db, path, wish, report.id)
  })
})

describe('what we ask back about keeps its wish', () => {
  const ask = async (wish: (typeof allWishes)[number], path: string) => {
    const phone = await somebody()
    const report = await asked(phone)
    await world.sms(phone, `${wished(path, wish)}, saya mau lapor`)
    return { phone, report }
  }

  test.each(allWishes)('said to be a reply, with %s', async (wish) => {
    const { phone, report } = await ask(wish, 'kept reply')
    await world.sms(phone, 'BALAS')
    await office.answer(report.id, 'Sudah').catch(() => undefined)
    expect(await publicly(db.owner, canaryOf('kept reply', wish))).toEqual([])
  })

  test.each(['BARU', 'nothing for a day'])('a second part comes 70 minutes later, and then %s', async (then) => {
    const phone = await somebody()
    await asked(phone)
    const [name, more] = [canaryOf(then, 'none'), canaryOf(`${then} more`, 'none')]
    await part(phone, 1, `RAHASIA kepala dinas bernama ${name} `)
    await world.work()
    await later(11)
    await later(61)
    await part(phone, 2, `meminta uang pelicin di ruang ${more} tiap hari Senin`)
    await later(11)
    if (then === 'BARU') await world.sms(phone, 'BARU')
    else await later(25 * 60)
    await later(1)
    const report = await world.report()
    expect(report.confidential).toBe(true)
    await office.forward(report.id)
    expect([...(await publicly(db.owner, name)), ...(await publicly(db.owner, more))]).toEqual([])
  })
})

describe('the number of a hidden report stands on no public page', () => {
  test.each([
    ['BALAS', (open: string, hidden: string) => `BALAS ${open} sama dengan laporan saya ${hidden}`],
    ['BELUM', (open: string, hidden: string) => `BELUM ${open} masih rusak, lihat juga ${hidden}`],
    ['YA and BELUM', (open: string, hidden: string) => `YA ${open}, BELUM ${hidden} pak lurah masih minta uang`],
  ])('named behind %s', async (_, say) => {
    const phone = await somebody()
    await world.sms(phone, `RAHASIA lurah Oesapa nomor ${phones} meminta uang pelicin`)
    const hidden = await world.report()
    await later(5)
    const open = await answered(phone)
    await world.sms(phone, say(open.tracking_id, hidden.tracking_id))
    const page = await (await world.app.request(`http://lapor.test/laporan/${open.tracking_id}`)).text()
    expect(page).toContain(open.tracking_id)
    expect(page).not.toContain(hidden.tracking_id)
    expect(page).not.toContain('masih minta uang')
  })
})
