import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { atTheOffice } from '../../../testing/at-the-office.ts'
import type { mailWorld } from './mail-world.ts'
import type { GotLetter } from './read-letter.ts'

const hourMs = 3_600_000

/** People who file a dark lamp each by mail, and read that Kupang has mended it. */
export function lampsByMail(db: TestDatabase, world: Awaited<ReturnType<typeof mailWorld>>) {
  const office = atTheOffice(db, world)
  let people = 0
  const later = (ms = hourMs) => {
    world.clock.now = new Date(world.clock.now.getTime() + ms)
  }
  /** `mail`: what was filed; `letter`: the one that says it is answered. */
  async function answered() {
    const from = `warga${++people}@rumah.test`
    later()
    const mail = { from, subject: `Lampu ${people}`, text: `Lampu jalan nomor ${people} mati sejak banjir.` }
    await world.mail(mail)
    const { id, tracking_id: trackingId } = await world.report()
    await office.forward(id)
    await office.answer(id, 'Sudah diganti.')
    const letter = (await world.work()).findLast(({ to }) => to === from) as GotLetter
    later()
    return { id, trackingId, from, mail, letter }
  }
  return { office, later, answered }
}
