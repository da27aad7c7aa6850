import { randomUUID } from 'node:crypto'
import { loadDirectory, officeOf } from '../agencies/directory.ts'
import { fileReport } from '../intake/file-report.ts'
import type { Intake } from '../intake/intake.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import type { Stage } from '../report/lifecycle.ts'
import { moveReport } from '../report/move.ts'
import { loadRules, type Rules } from '../report/rules.ts'
import type { IdentityKeys } from '../secrecy/identity.ts'
import { marta } from './cast.ts'
import { pathTo, type Waypoint } from './life.ts'
import { aWednesday, testKeys } from './test-deps.ts'

/** What a test cares about; all the rest is believable by itself. */
export type Wanted = Partial<Omit<Intake, 'agency' | 'idempotencyKey'>> & {
  stage?: Stage
  manner?: 'confirmed' | 'silent'
  /** The office that has it once it is forwarded; Kota Kupang when not said. */
  agency?: string
  /** The office whose own door the reporter came to. */
  ownDoor?: string
  /** Its unit, from the disposition on; dr. Sari's when not said. */
  unit?: string
  /** Whether it was once public; by default it is wherever the stage allows. Received: forwarded and returned. */
  published?: boolean
  answer?: string
  outcome?: 'solved' | 'explained' | 'cannot'
  progress?: string
  rating?: number
  /** For `merged`: the report it was merged into. */
  into?: string
  /** When it was filed; every later move comes an hour after the one before. */
  at?: Date
  /** Keys other than those of every test. */
  keys?: IdentityKeys
}

export type Made = {
  id: string
  trackingId: string
  key: string
  /** When it was moved last. */
  at: Date
  /** One more move, an hour later unless said. */
  move(actor: Actor, step: Waypoint['step'], at?: Date): Promise<void>
}

const hourMs = 3_600_000

/** A believable report in any stage, through the same door and the same moves as everybody's. `aReport(db, { stage: 'answered' })` */
export async function aReport(db: TestDatabase, wanted: Wanted = {}): Promise<Made> {
  const { keys = testKeys } = wanted
  const [rules, directory] = await Promise.all([loadRules(db.publicDb, keys.keeper), loadDirectory(db.publicDb)])
  const filedAt = wanted.at ?? aWednesday
  const filed = await fileReport({ db: db.web, rules, directory, keys }, intakeOf(wanted), filedAt)
  if (!('id' in filed)) throw new Error(`the report was not filed: ${filed.outcome}`)
  const made: Made = {
    id: filed.id,
    trackingId: filed.trackingId,
    key: filed.key ?? '',
    at: filed.filedAt,
    move: async (actor, step, at = new Date(made.at.getTime() + hourMs)) => {
      await moveIt(db, made.id, { actor, step }, rules, at)
      made.at = at
    },
  }
  const agency = wanted.agency ?? 'kota-kupang'
  const path = pathTo(wanted, { agency, office: officeOf(directory, agency), reporter: marta(made.id) })
  for (const { actor, step } of path) await made.move(actor, step)
  return made
}

function intakeOf(wanted: Wanted): Intake {
  const { anonymous = false, confidential = false, withoutIdentity = false, showName = false } = wanted
  return {
    channel: wanted.channel ?? 'web',
    text: wanted.text ?? 'Lampu jalan di depan Puskesmas Oebobo mati sejak dua minggu lalu. Malam hari gelap sekali.',
    title: wanted.title,
    kind: wanted.kind,
    agency: wanted.ownDoor,
    category: wanted.category,
    areaCode: wanted.areaCode,
    place: wanted.place,
    point: wanted.point,
    anonymous,
    confidential,
    withoutIdentity,
    showName,
    contact: withoutIdentity ? undefined : (wanted.contact ?? { name: 'Marta Bire', phone: '081234567890' }),
    accused: wanted.accused,
    accountId: wanted.accountId,
    idempotencyKey: randomUUID(),
  }
}

async function moveIt(db: TestDatabase, id: string, { actor, step }: Waypoint, rules: Rules, at: Date) {
  const connection = actor.role === 'system' ? db.worker : db.web
  await as(connection, actor, (tx) =>
    moveReport(tx, actor, id, typeof step === 'function' ? step(at) : step, rules, at),
  )
}
