import { addJobs } from '../../platform/queue.ts'
import { randomId } from '../../platform/uuid.ts'
import { system } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { type Calendar, isWorkingDay } from '../../report/clocks/calendar.ts'
import { dayOf, startOfDay } from '../../report/clocks/day.ts'
import { sendJob } from '../send-job.ts'
import { digest as digestName } from '../table.ts'
import type { TellDeps } from '../tell-deps.ts'
import { officeOf } from './office-of.ts'

/** 07:30, after midnight in the office's zone. */
const morningMs = 7.5 * 3_600_000

/**
 * Has the digest of this day sent to each officer for whom letters wait, from 07:30 of a working day in the zone of their office on.
 * Asked every minute, it makes one a day: by its number in the database, whoever asks and whatever crashed.
 * @returns how many were made
 */
export async function makeDigests({ db, now, rules }: TellDeps): Promise<number> {
  const [at, { calendar }] = [now(), await rules()]
  let made = 0
  for (const { account_id } of await as(db, system, waiting)) {
    if (account_id && (await as(db, system, (tx) => makeDigest(tx, account_id, at, calendar)))) made += 1
  }
  return made
}

function waiting(tx: Tx) {
  return tx
    .selectFrom('identity.message')
    .select('account_id')
    .distinct()
    .where('held', '=', 'digest')
    .where('state', '=', 'queued')
    .orderBy('account_id')
    .execute()
}

async function makeDigest(tx: Tx, accountId: string, at: Date, calendar: Calendar): Promise<boolean> {
  const { agency_id, zone } = await officeOf(tx, accountId)
  const day = dayOf(at, zone)
  const morning = new Date(startOfDay(day, zone).getTime() + morningMs)
  if (at < morning || !isWorkingDay(day, agency_id, calendar)) return false
  const letters = await waitingFor(tx, accountId, morning)
  const [first] = letters
  if (!first) return false
  const digest = await tx
    .insertInto('identity.message')
    .values({
      id: randomId(),
      dedupe: `digest ${accountId} ${day}`,
      account_id: accountId,
      channel: first.channel,
      template: digestName,
      sealed_to: first.sealed_to,
      state: 'queued',
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!digest) return false
  const ids = letters.map(({ id }) => id)
  await tx.updateTable('identity.message').set({ within: digest.id }).where('id', 'in', ids).execute()
  await addJobs(tx, [sendJob(digest.id)])
  return true
}

/** What came before this morning and is in no digest, or in one that could not be sent. The latest knows the latest address. */
function waitingFor(tx: Tx, accountId: string, morning: Date) {
  return tx
    .selectFrom('identity.message as m')
    .leftJoin('identity.message as digest', 'digest.id', 'm.within')
    .select(['m.id', 'm.channel', 'm.sealed_to'])
    .where('m.account_id', '=', accountId)
    .where('m.held', '=', 'digest')
    .where('m.state', '=', 'queued')
    .where('m.created_at', '<', morning)
    .where(({ or, eb }) => or([eb('m.within', 'is', null), eb('digest.state', '=', 'dead')]))
    .orderBy('m.created_at', 'desc')
    .forUpdate('m')
    .execute()
}
