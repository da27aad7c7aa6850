import { randomUUID } from 'node:crypto'
import { seal } from '../../platform/seal.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { makeRules } from '../../report/rules.ts'
import { makeLog } from '../../platform/log.ts'
import { aWednesday, testKeeper, testKeyPair, testKeys } from '../../testing/test-deps.ts'
import { coordinatorOf, dedi, officerOf } from '../../testing/cast.ts'
import { makeMailer } from '../mail.ts'
import { testTexter } from '../../channels/sms/testing/test-texter.ts'
import { makePoster } from '../../channels/x/poster.ts'
import { addresseeOf } from '../previews.ts'
import { sendMessage } from '../send.ts'
import { sendSms } from '../send-sms.ts'
import { tell } from '../tell.ts'
import { tellGuessing } from '../tell-guessing.ts'
import { followOpening, tellEmbargo } from '../tell-opening.ts'
import { tellOverdue } from '../tell-overdue.ts'
import type { TellDeps } from '../tell-deps.ts'

export type Sent = { template: string; to: string; subject: string; text: string }

/** What the worker's messages need, as in a demonstration: everything is kept as a preview. */
export function tellDeps(db: TestDatabase, more: Partial<TellDeps> = {}): TellDeps {
  const baseUrl = 'http://lapor.test'
  const pair = { ...testKeyPair, keeper: testKeeper }
  return {
    db: db.worker,
    log: makeLog({ logLevel: 'silent' }, 'test'),
    now: () => aWednesday,
    rules: makeRules(db.publicDb, testKeeper),
    pair,
    indexSecret: testKeys.indexSecret,
    baseUrl,
    texter: testTexter(db, { production: false }),
    poster: makePoster({
      db: db.worker,
      now: () => aWednesday,
      pair,
      indexSecret: testKeys.indexSecret,
      production: false,
    }),
    mailer: makeMailer({ from: 'LAPOR! <lapor@lapor.test>', baseUrl, production: false }),
    ...more,
  }
}

/** The fixed cast at their desks, each with an address; in Kupang, in Papua, nationally. */
export async function hireOfficers(db: TestDatabase) {
  await hire(db, 'dedi@panrb.test', 'verifier', null, dedi.accountId)
  await hire(db, 'koordinator@kupang.test', 'coordinator', 'kota-kupang', coordinatorOf().accountId)
  await hire(db, 'sari@dinkes.test', 'officer', 'kota-kupang-dinkes', officerOf().accountId)
  await hire(db, 'koordinator@papua.test', 'coordinator', 'prov-papua')
  await hire(db, 'pengawas@ombudsman.test', 'supervisor', null)
}

export async function hire(db: TestDatabase, email: string, role: string, agencyId: string | null, id?: string) {
  const account = {
    id: id ?? randomUUID(),
    role,
    agency_id: agencyId,
    email_index: Buffer.from(email),
    sealed: seal(testKeyPair.publicKey, JSON.stringify({ name: 'Petugas', email })),
    password_hash: 'none',
    created_at: aWednesday,
  }
  await db.owner.insertInto('identity.account').values(account).execute()
  return account.id
}

/** Everything that waits in the outbox is told and sent; what that gave, oldest first. */
export async function deliverAll(db: TestDatabase, deps: TellDeps): Promise<Sent[]> {
  const rows = await db.owner.deleteFrom('casework.outbox').returningAll().execute()
  const rowsToTell = rows.filter(({ topic }) => topic !== 'floor')
  for (const row of rowsToTell.sort((one, other) => one.id - other.id)) {
    const told =
      { overdue: tellOverdue, opening: followOpening, embargo: tellEmbargo, guessing: tellGuessing }[row.topic] ?? tell
    await told(deps, row.report_id, row.seq)
  }
  const sent: Sent[] = []
  for (const { id, channel } of await queued(db)) {
    if (channel === 'sms') await (await sendSms(deps, [id])).settled
    else await sendMessage(deps, id, false)
    const { template, preview } = await db.owner
      .selectFrom('identity.message')
      .select(['template', 'preview'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    // One that was withheld leaves no preview.
    const kept = (preview ?? {}) as { to: string; subject: string; text: string; report?: string }
    sent.push({ template, to: addresseeOf(deps.pair.keeper, kept), subject: kept.subject, text: kept.text })
  }
  return sent
}

export function queued(db: TestDatabase) {
  return db.owner
    .selectFrom('identity.message')
    .select(['id', 'template', 'channel'])
    .where('state', '=', 'queued')
    .orderBy('created_at')
    .orderBy('turn')
    .execute()
}
