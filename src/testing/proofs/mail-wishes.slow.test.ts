import { afterAll, describe, expect, test } from 'vitest'
import { replyTo } from '../../channels/email/testing/compose.ts'
import { mailWorld } from '../../channels/email/testing/mail-world.ts'
import type { GotLetter } from '../../channels/email/testing/read-letter.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../at-the-office.ts'
import { wishesIn } from '../../channels/arrivals/raised-by.ts'
import { allWishes, expectHeard, unwished, wished } from './wishes.ts'

// Whoever asks by mail that nobody reads it, or learns who wrote, is heard: in front, at the end or in a sentence, on every path by which
// words become or join a report.

const db = await testDatabase()
const world = await mailWorld(db, { trusts: 'mx.lapor.test' })
afterAll(() => world.close())
const office = atTheOffice(db, world)
let people = 0

type Held = { from: string; report: { id: string; tracking_id: string }; letter: GotLetter }

function later() {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}

async function filed(): Promise<Held> {
  later()
  const from = `warga${++people}@rumah.test`
  const [letter] = await world.mail({
    from,
    subject: `Jalan ${people}`,
    text: `Jalan nomor ${people} rusak sejak banjir.`,
  })
  return { from, report: await world.report(), letter: letter as GotLetter }
}

async function lastLetter({ from }: Held): Promise<GotLetter> {
  later()
  return (await world.work()).findLast(({ to }) => to === from) as GotLetter
}

async function asked(): Promise<Held> {
  const held = await filed()
  await office.ask(held.report.id, 'Di sebelah mana?')
  return { ...held, letter: await lastLetter(held) }
}

async function answered(): Promise<Held> {
  const held = await filed()
  await office.forward(held.report.id)
  await office.answer(held.report.id, 'Sudah ditambal')
  return { ...held, letter: await lastLetter(held) }
}

async function closed(): Promise<Held> {
  const held = await answered()
  await world.mail(replyTo(held.letter, 'YA'))
  return held
}

async function made(subject: string, text: string) {
  later()
  await world.mail({ from: `warga${++people}@rumah.test`, subject, text })
  const report = await world.report()
  await office.forward(report.id)
  return report
}

const replying = (before: () => Promise<Held>, say: (words: string) => string) => async (words: string) => {
  const { letter, report } = await before()
  await world.mail(replyTo(letter, say(words)))
  return report
}

const same = (words: string) => words

const vouched = { 'authentication-results': 'mx.lapor.test; dmarc=pass header.from=rumah.test' }

/** The wish stands in the subject of the answer, the accusation below it. */
const underSubject = (before: () => Promise<Held>) => async (words: string) => {
  const { letter, report } = await before()
  await world.mail({ ...replyTo(letter, 'Belum selesai, petugas meminta uang lagi'), subject: `Re: ${words}` })
  return report
}

const paths: Record<string, (words: string, plain: string) => Promise<{ id: string }>> = {
  'the subject of an answer to a question': underSubject(asked),
  'the subject of an answer to an answer': underSubject(answered),
  'the subject of what opens it again': underSubject(closed),
  'the subject above CEK': async (words) => {
    const { letter, report } = await answered()
    await world.mail({ ...replyTo(letter, 'CEK'), subject: words })
    return report
  },
  'the subject above nothing': async (words) => {
    const { letter, report } = await answered()
    await world.mail({ ...replyTo(letter, ''), subject: words })
    return report
  },
  'its number in the subject, under no letter of ours': async (words) => {
    const { from, report } = await answered()
    const subject = `${words} ${report.tracking_id}`
    await world.mail({ from, subject, text: 'Belum selesai, petugas meminta uang lagi', headers: vouched })
    return report
  },
  'the same words again': async (words, plain) => {
    later()
    const from = `warga${++people}@rumah.test`
    await world.mail({ from, subject: 'Pungutan', text: plain })
    const report = await world.report()
    later()
    await world.mail({ from, subject: 'Pungutan', text: words })
    return report
  },
  'a new mail': (words) => made('Pungutan di kelurahan', words),
  'a new mail in its subject': (words) => made(words, 'Kejadiannya tiap hari Senin di loket dua.'),
  'an answer to the receipt': async (words) => {
    const report = await replying(filed, same)(words)
    await office.forward(report.id)
    return report
  },
  'an answer to a question': replying(asked, same),
  'an answer to an answer': replying(answered, same),
  'BALAS to an answer': replying(answered, (words) => `BALAS ${words}`),
  'BELUM to an answer': replying(answered, (words) => `Belum selesai. ${words}`),
  'opened again': replying(closed, same),
  'with its number, under no letter of ours': async (words) => {
    const { from, report } = await answered()
    const headers = { 'authentication-results': 'mx.lapor.test; dmarc=pass header.from=rumah.test' }
    await world.mail({ from, subject: `Tentang ${report.tracking_id}`, text: words, headers })
    return report
  },
}

describe.each(Object.entries(paths))('%s', (path, take) => {
  test.each(allWishes)('with %s', async (wish) => {
    const { id } = await take(wished(path, wish), unwished(path, wish))
    await world.work()
    await expectHeard(db, path, wish, id)
  })
})

test('our own subjects, which stand above every answer, ask for nothing', async () => {
  for (const held of [await filed(), await asked(), await answered()])
    expect(wishesIn(`Re: ${held.letter.subject}`)).toEqual({ anonymous: false, confidential: false })
})

test('nothing but a wish, in words of their own, hides the report whose letter it answers', async () => {
  const { letter, report } = await filed()
  await world.mail(replyTo(letter, 'Tolong jangan dipublikasikan ya pak'))
  const now = await world.report()
  expect(now).toMatchObject({ id: report.id, confidential: true })
})

test.each(['confidential', 'anonymous'])(
  'the number of a report that is %s stands on no public page, though an answer to another letter names it',
  async (secrecy) => {
    later()
    const { from, letter, report } = await answered()
    const wish = secrecy === 'confidential' ? 'RAHASIA' : 'ANONIM'
    await world.mail({ from, subject: `${wish} lurah`, text: `${wish} lurah nomor ${people} minta uang di kantor.` })
    const hidden = await world.report()
    expect(hidden).toMatchObject({ [secrecy]: true })
    await office.forward(hidden.id)
    later()
    await world.mail(replyTo(letter, `Belum selesai, sama seperti laporan saya ${hidden.tracking_id} itu.`))
    const page = await (await world.app.request(`http://lapor.test/laporan/${report.tracking_id}`)).text()
    expect(page).toContain(report.tracking_id)
    expect(page).not.toContain(hidden.tracking_id)
  },
)
