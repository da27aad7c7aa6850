import { pino } from 'pino'
import { compose } from '../../channels/email/testing/compose.ts'
import { mailWorld, ourAddress } from '../../channels/email/testing/mail-world.ts'
import { smsWorld } from '../../channels/sms/testing/sms-world.ts'
import { xWorld } from '../../channels/x/testing/x-world.ts'
import type { Channel } from '../../notifications/table.ts'
import { deliverAll, tellDeps } from '../../notifications/testing/post-office.ts'
import { fitSms } from '../../platform/gsm/fit-sms.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Life } from './canary-lives.ts'
import { type Canary, canaryPhone, canaryWord } from './canaries.ts'
import { canaryWorld, type Planted } from './canary-world.ts'

/** What reporters may hide; each row of the table is told about one report of each. */
export const shades = ['open', 'anonymous', 'confidential'] as const
export type Shade = (typeof shades)[number]

/** How far a report is that came by SMS, on X or by mail: nothing said yet, much said, little said; `door`: at an office's own door. */
export const moments = ['received', 'long', 'answered'] as const
export type Moment = (typeof moments)[number]

const lives: readonly Life[] = ['received', 'answered', 'archived', 'forwarded', 'reopened', 'merged']
const asking = { open: '', anonymous: 'ANONIM ', confidential: 'RAHASIA ' } as const satisfies Record<Shade, string>

/** A report that came by a door of its own, and what each of its fields holds. `own`: it stays at the door of Kupang. */
export type Brought = Planted & { door: Channel; own: boolean }

/** A country whose reports came by every door, planted in every field; letters, SMS and messages of X leave by real wires. */
export async function messageWorld(db: TestDatabase) {
  const world = await canaryWorld(db, { only: [...shades], living: lives })
  const log = pino({ level: 'trace' }, { write: (line) => world.logged.push(line) })
  const rung: string[] = []
  const texter = {
    fit: fitSms,
    isOpen: async () => true,
    async send(_to: string, text: string) {
      rung.push(text)
      return { gateway: 'kannel' }
    },
  }
  const onX = await xWorld(db, { app: world.app, log })
  const mail = await mailWorld(db, { app: world.app, log })
  const sms = await smsWorld(db, { app: world.app, log, texter })
  const { mailer } = mail.taking
  const deps = { ...tellDeps(db, { log, texter, mailer, poster: onX.taking.poster }), now: world.deps.now }
  await deliverAll(db, deps)

  const brought = (['sms', 'x', 'email'] as const).flatMap((door, place) =>
    shades.flatMap((secrecy, at) =>
      [false, ...(door === 'sms' ? [true] : [])].map((own) =>
        planted({ door, secrecy, own, phone: canaryPhone(7_000 + 10 * at + place * 100 + Number(own)) }),
      ),
    ),
  )
  for (const report of brought) {
    await bring(report)
    report.id = (await newest()) ?? ''
  }

  async function bring({ door, secrecy, own, name, canaries }: Brought) {
    const said = (field: string) => canaries.find((canary) => canary.field === field)?.value as string
    const text = `${asking[secrecy as Shade]}${own ? 'KOTKUPANG ' : ''}Jalan ${said('text')} rusak sejak banjir, mohon diperbaiki`
    if (door === 'sms') {
      await sms.hook({ from: `+62${said('phone').slice(1)}`, text })
      await sms.work()
    } else if (door === 'x') {
      onX.x.say({ id: said('phone').slice(1), username: said('handle') }, `@lapor1708 ${text}`)
      await onX.work()
    } else {
      const from = `${canaryWord(name, 'sender name')} <${said('address')}@rumah.test>`
      await mail.hook(await compose({ from, to: ourAddress, subject: `${asking[secrecy as Shade]}Jalan`, text }))
      await mail.work()
    }
  }

  async function newest() {
    const known = [...world.planted, ...brought].map(({ id }) => id).filter(Boolean)
    const row = await db.owner
      .selectFrom('casework.report')
      .select('tracking_id')
      .where('tracking_id', 'not in', known)
      .executeTakeFirst()
    return row?.tracking_id
  }

  /** What came by a door goes on to the next moment, by the moves of those whose work it is; whoever is to hear does. */
  async function goOnTo(moment: Moment) {
    for (const { id, name } of brought.filter(({ own }) => !own && moment !== 'received')) {
      const said = (field: string) => canaryWord(name, field)
      if (moment === 'long') {
        await world.did('desk', `/reports/${id}/verification`, { agencySlug: 'kota-kupang' })
        const note = `Tolong ${said('office note')}.`
        await world.did('coordinator', `/reports/${id}/assignment`, { unitSlug: 'kota-kupang-dinkes', note })
        const text = Array.from({ length: 6 }, () => `Sudah ${said('answer')} di lapangan`).join(', ')
        await world.did('officer', `/reports/${id}/progress`, { text })
      } else {
        await world.did('officer', `/reports/${id}/answer`, { text: `Beres, ${said('answer')}.`, outcome: 'solved' })
      }
      await deliverAll(db, deps)
    }
  }

  const all: readonly Planted[] = [...world.planted, ...brought]
  const rows = await db.owner.selectFrom('casework.report').select(['id', 'tracking_id']).execute()
  const rowIds = new Map(rows.map(({ id, tracking_id }) => [tracking_id, id]))
  return { ...world, db, deps, rung, brought, all, rowIds, mailbox: mail.outside, x: onX.x, goOnTo }
}

export type MessageWorld = Awaited<ReturnType<typeof messageWorld>>

type Bringing = { door: Channel; secrecy: Shade; own: boolean; phone: string }

function planted({ door, secrecy, own, phone }: Bringing): Brought {
  const name = `${door} ${secrecy}${own ? ' at a door' : ''}`
  const fields = ['text', 'answer', 'office note', ...(door === 'x' ? ['handle'] : [])]
  const words = [...fields, ...(door === 'email' ? ['address', 'sender name'] : [])].map(
    (field): Canary => ({ kind: 'word', report: name, field, value: canaryWord(name, field) }),
  )
  const number: Canary[] = door === 'email' ? [] : [{ kind: 'phone', report: name, field: 'phone', value: phone }]
  return { name, secrecy, life: 'received', id: '', key: '', canaries: [...words, ...number], door, own }
}
