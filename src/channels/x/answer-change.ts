import { writeNote } from '../../follow-up/write-note.ts'
import type { Tx } from '../../report/as.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { settle } from '../arrivals/settle.ts'
import type { Acted, Acting } from '../sms/acting.ts'
import { asReporter } from '../sms/as-reporter.ts'
import { hashOfMessage } from './message-hash.ts'
import { takeFromDesk } from './unsure.ts'

/** Nothing that became of it is undone by itself: the desk is asked to look (docs/decisions/0014-x.md). */
const noted = { outcome: 'command', reason: 'taken_back' } as const

/**
 * Its author deleted a post. What nobody has read yet, or is sure of, is dropped; a report that no office has yet is flagged for the desk; what is
 * public stays: it can be withdrawn by whoever filed it.
 */
export async function answerGone(acting: Acting, postId: string): Promise<Acted> {
  const { tx, setting } = acting
  const before = await arrivalOf(acting, postId)
  if (!before) return { outcome: 'refused', reason: 'unknown_post' }
  if (before.outcome === null || before.outcome === 'quarantined' || before.outcome === 'asked') {
    await takeFromDesk(tx, before.id)
    await settle(tx, [before.id], { outcome: 'refused', reason: 'taken_back' }, setting.now)
    return noted
  }
  const report = before.report_id ? await atTheDesk(tx, before.report_id) : undefined
  if (!report) return { ...noted, ...(before.report_id ? { reportId: before.report_id } : {}) }
  const flags = [...new Set([...report.flags, 'words_taken_back'])]
  const done = await asReporter(tx, report.id, noted, (actor) =>
    writeNote(tx, actor, report.id, { text: wordsIn('id').x_taken_back, flags }, setting),
  )
  return quiet(done)
}

/** The post, where the desk has said that it is a report and it is none yet: what a human read is not dropped. */
export async function judgedReport(tx: Tx, indexSecret: Uint8Array, postId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('identity.arrival as a')
    .leftJoin('identity.x_unsure as u', 'u.arrival_id', 'a.id')
    .select('a.id')
    .where('a.door', '=', 'x')
    .where('a.message_hash', '=', hashOfMessage(indexSecret, `post ${postId}`))
    .where((on) =>
      on.or([on('u.decision', '=', 'report'), on.and([on('a.outcome', 'is', null), on('a.decision', '=', 'judged')])]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether we heard of its deletion before the post itself came: nobody reads it then. */
export async function isGoneAlready({ tx, keys }: Acting, postId: string): Promise<boolean> {
  const gone = await tx
    .selectFrom('identity.arrival')
    .select('id')
    .where('door', '=', 'x')
    .where('message_hash', '=', hashOfMessage(keys.indexSecret, `gone ${postId}`))
    .executeTakeFirst()
  return gone !== undefined
}

/** Its author now lets only followers read: a report that is not public yet becomes confidential; theirs to lower. */
export async function answerShut(acting: Acting, postId: string): Promise<Acted> {
  const { tx, setting } = acting
  const before = await arrivalOf(acting, postId)
  const report = before?.report_id ? await atTheDesk(tx, before.report_id) : undefined
  if (!report) return { outcome: 'refused', reason: 'unknown_post' }
  const raised = { outcome: 'command', reason: 'shut' } as const
  const done = await asReporter(tx, report.id, raised, (actor) =>
    raiseSecrecy(tx, actor, report.id, { confidential: true }, setting),
  )
  return quiet(done)
}

/** Nobody wrote to us, so nobody is answered. */
function quiet(done: Acted): Acted {
  return { ...done, say: undefined }
}

function arrivalOf({ tx, keys }: Acting, postId: string) {
  return tx
    .selectFrom('identity.arrival')
    .select(['id', 'outcome', 'report_id'])
    .where('door', '=', 'x')
    .where('message_hash', '=', hashOfMessage(keys.indexSecret, `post ${postId}`))
    .forUpdate()
    .executeTakeFirst()
}

function atTheDesk(tx: Tx, reportId: string) {
  return tx
    .selectFrom('casework.report')
    .select(['id', 'flags'])
    .where('id', '=', reportId)
    .where('stage', 'in', ['received', 'on_hold'])
    .where('agency_id', 'is', null)
    .where('published_at', 'is', null)
    .executeTakeFirst()
}
