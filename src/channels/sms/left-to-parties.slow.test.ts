import { expect, test } from 'vitest'
import { objectToArchive } from '../../closing/object-to-archive.ts'
import { forwardReport } from '../../disposition/forward-report.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { dedi, marta } from '../../testing/cast.ts'
import { archiveReport } from '../../verification/archive-report.ts'
import { mergeReport } from '../../verification/merge-report.ts'
import { smsWorld } from './testing/sms-world.ts'

const db = await testDatabase()
const world = await smsWorld(db)
const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})
const aboutThePipe = 'Bapak Yohanes Tefa di RT 5 sudah pernah melapor hal ini.'

async function aReport(from: string, words: string) {
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await world.sms(from, words)
  return world.report()
}

/** A report whose archiving said something, was objected to, and that was then forwarded. @param left whether those words stay with its parties */
async function forwardedAgain(from: string, left: boolean) {
  const { id } = await aReport(from, 'KOTKUPANG pipa bocor di Oebobo depan gereja')
  const at = await setting()
  const note = { reason: 'no_substance', note: aboutThePipe } as const
  await as(db.web, dedi, (tx) => archiveReport(tx, dedi, id, note, at))
  await as(db.web, marta(id), (tx) => objectToArchive(tx, marta(id), id, { reason: 'Masih bocor' }, at))
  const without = left ? [2] : []
  await as(db.web, dedi, (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang', without }, at))
  return id
}

test.each([
  ['+6282350000001', '+6282350000002', true],
  ['+6282350000003', '+6282350000004', false],
] as const)(
  'words left to the parties of a report are not told to whoever is merged with it later (%s, %s, left: %s)',
  async (one, other, left) => {
    const parent = await forwardedAgain(one, left)
    const child = await aReport(other, 'KOTKUPANG pipa air bocor di Oebobo dekat gereja sejak kemarin')
    const at = await setting()
    await as(db.web, dedi, (tx) => mergeReport(tx, dedi, child.id, { into: parent }, at))
    await world.work()
    const heard = (await world.sms(other, `CEK ${child.tracking_id}`)).join()
    expect(heard).toContain('Digabung')
    expect(heard.includes('Yohanes Tefa')).toBe(!left)
  },
)
