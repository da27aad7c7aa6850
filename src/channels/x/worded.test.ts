import { expect, test } from 'vitest'
import { sendMessage } from '../../notifications/send.ts'
import { writeWording } from '../../notifications/wording/wordings.ts'
import type { WordedDoor, WordingName } from '../../notifications/wording/delivered.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { dedi } from '../../testing/cast.ts'
import { hireOfficers } from '../../notifications/testing/post-office.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { marta, somebody } from './testing/x-people.ts'
import { xWorld } from './testing/x-world.ts'

const db = await testDatabase()
await hireOfficers(db)
const world = await xWorld(db)
const { x, later, work } = world
const office = atTheOffice(db, world)

const write = (door: WordedDoor, name: WordingName, words: string) =>
  as(db.web, dedi, (tx) =>
    writeWording(tx, {
      door,
      name,
      wording: { subject: null, words },
      seen: 0,
      by: dedi.accountId ?? '',
      at: world.clock.now,
    }),
  )

test('on X everybody reads, and whoever wrote hears, what the desk wrote for X; what it wrote for SMS changes nothing there', async () => {
  await write('x', 'public_answer', 'Sudah kami catat 🙏 Ikuti di {tautan} ya.')
  await write('x', 'receipt', 'Laporan {nomor} ada pada kami[, diperiksa sampai {tenggat}].')
  await write('x', 'status', 'Kini {nomor} {status}[, sampai {tenggat}].')
  await write('sms', 'status_said', 'SMS saja: {nomor} {status} {ucapan}')
  await write('sms', 'noted', 'SMS saja: {nomor}.')
  x.say(marta, '@lapor1708 jalan rusak di depan pasar Oeba Kupang sejak banjir, motor sering jatuh')
  await work()
  const [report] = await world.reports()
  const { id, tracking_id } = report as { id: string; tracking_id: string }
  const page = `http://lapor.test/lacak?id=${tracking_id}`
  expect(x.ours().map(({ text }) => text)).toEqual([
    expect.stringContaining(`Sudah kami catat 🙏 Ikuti di ${page} ya.`),
  ])
  expect(x.heardBy(marta)).toEqual([
    expect.stringMatching(new RegExp(`^Laporan ${tracking_id} ada pada kami, diperiksa sampai \\S+ \\d+ .*\\.\n`)),
  ])
  expect(x.heardBy(marta)[0]).toContain(`\n${page}`)

  const hears = async (text: string) => {
    later()
    x.write(marta, text)
    await work()
    return x.heardBy(marta).at(-1)
  }
  expect(await hears('Tepatnya di depan toko Abadi')).toContain(`LAPOR! Pesan Anda pada ${tracking_id} kami terima.`)
  expect(await hears(`CEK ${tracking_id}`)).toMatch(new RegExp(`^Kini ${tracking_id} .*\n`))
  later()
  await office.forward(id)
  later()
  await office.answer(id, 'Jalan sudah ditambal hari ini.')
  await work()
  expect(await hears(`CEK ${tracking_id}`)).toMatch(/^LAPOR! .* Kata petugas: Jalan sudah ditambal hari ini\.\n/)
})

test('messages that begin alike, because the desk wrote them so, are told apart when X did not take the second at once', async () => {
  const rio = somebody('rio')
  await write('x', 'help', 'LAPOR!\nTulislah keluhan Anda.')
  await write('x', 'no_such_report', 'LAPOR!\nNomor itu tidak kami temukan.')
  x.write(rio, 'BANTUAN')
  await work()
  x.instead.set(`POST /2/dm_conversations/with/${rio.id}/messages`, [{ status: 503 }])
  x.write(rio, 'CEK 8K2M4QX7P')
  await expect(work()).rejects.toThrow('X 503')
  const rows = await db.owner.selectFrom('identity.message').select('id').where('state', '=', 'failed').execute()
  for (const { id } of rows) await sendMessage(world.deps, id, false)
  expect(x.heardBy(rio)).toEqual(['LAPOR!\nTulislah keluhan Anda.', 'LAPOR!\nNomor itu tidak kami temukan.'])
})
