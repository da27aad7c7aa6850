import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { replyTo } from './email/testing/compose.ts'
import { mailWorld } from './email/testing/mail-world.ts'
import type { GotLetter } from './email/testing/read-letter.ts'
import { somebody } from './x/testing/x-people.ts'
import { xWorld } from './x/testing/x-world.ts'

// CEK of two numbers in one message tells how each of them stands, by mail and on X as by SMS; of what is not theirs nobody hears anything.

const db = await testDatabase()
const mails = await mailWorld(db)
const onX = await xWorld(db)
afterAll(() => mails.close())
const from = 'warga@rumah.test'
const texts = (heard: readonly GotLetter[]) => heard.map(({ text }) => text)

async function filedByMail(text: string) {
  mails.clock.now = new Date(mails.clock.now.getTime() + 3_600_000)
  const [receipt] = await mails.mail({ from, subject: text, text: `${text} sejak banjir bulan lalu.` })
  return { receipt: receipt as GotLetter, trackingId: (await mails.report()).tracking_id }
}
/** As letters group it. */
const grouped = (id: string) => id.replace(/(.{3})(?=.)/g, '$1-')

test('by mail each gets its own letter, in a new mail and in answer to one of ours', async () => {
  const one = await filedByMail('Jalan rusak di Oeba')
  const other = await filedByMail('Lampu padam di Liliba')
  const asks = `CEK ${one.trackingId} dan ${other.trackingId}`
  const expected = [one, other].map(({ trackingId }) => expect.stringContaining(grouped(trackingId))).toSorted()
  for (const mail of [
    { subject: asks, text: '' },
    { subject: 'Laporan saya', text: asks },
    replyTo(one.receipt, asks),
  ]) {
    mails.clock.now = new Date(mails.clock.now.getTime() + 3_600_000)
    const heard = texts(await mails.mail({ ...mail, from }))
    expect(heard).toHaveLength(2)
    expect(heard).toEqual(expect.arrayContaining(expected))
    for (const text of heard) expect(text).toContain('Status: Menunggu verifikasi')
  }
  const absent = texts(await mails.mail({ from, subject: `CEK ${one.trackingId} 9JJQNDTYK`, text: '' }))
  expect(absent.toSorted()).toEqual([
    expect.stringContaining(grouped(one.trackingId)),
    expect.stringContaining('tidak kami temukan'),
  ])
  const strangers = texts(await mails.mail({ from: 'rio@orang.test', subject: asks, text: '' })).join()
  expect(strangers).toContain('tidak kami temukan')
  expect(strangers).not.toContain('Status:')
  expect(await mails.report()).toMatchObject({ tracking_id: other.trackingId })
})

test('on X a mention and a direct message are answered for each, to their author alone', async () => {
  const marta = somebody('marta')
  onX.clock.now = new Date(mails.clock.now.getTime() + 3_600_000)
  const since = onX.clock.now
  for (const where of ['jalan rusak di Oeba', 'lampu jalan mati di Liliba']) {
    onX.later()
    onX.x.say(marta, `@lapor1708 ${where} Kupang sejak banjir bulan lalu`)
    await onX.work()
  }
  const ids = (await onX.reports(since)).map(({ tracking_id }) => tracking_id)
  expect(ids).toHaveLength(2)
  const asks = `CEK ${ids.join(' dan ')}`
  const inPublic = onX.x.ours().length
  for (const ask of [() => onX.x.say(marta, `@lapor1708 ${asks}`), () => onX.x.write(marta, asks)]) {
    onX.later()
    const before = onX.x.heardBy(marta).length
    ask()
    await onX.work()
    const heard = onX.x.heardBy(marta).slice(before)
    expect(heard).toHaveLength(2)
    for (const id of ids) expect(heard).toContainEqual(expect.stringContaining(`LAPOR! ${id}`))
  }
  expect(onX.x.ours()).toHaveLength(inPublic)
})
