import { readLetter } from '../../channels/email/testing/read-letter.ts'
import { waysTo, type Recipient } from '../../notifications/addresses.ts'
import { type Message, queueMessages } from '../../notifications/queue-messages.ts'
import { recipientsOf } from '../../notifications/recipients.ts'
import { sendMessage } from '../../notifications/send.ts'
import { sendSms } from '../../notifications/send-sms.ts'
import type { Channel } from '../../notifications/table.ts'
import { readReport } from '../../notifications/tell.ts'
import { isByMail, isMailAnswer, isOnPage, toldOf } from '../../notifications/wording/delivered.ts'
import type { Told } from '../../notifications/wording/told.ts'
import { underPost } from '../../notifications/x-address.ts'
import { system } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { us } from '../../channels/x/testing/x-people.ts'
import type { Planted } from './canary-world.ts'
import type { MessageWorld, Shade } from './message-world.ts'
import { sendDigests } from './send-digest.ts'

/** The message that is queued for a row: other words for the same are chosen when it leaves. */
export function templateOf(say: Told['say']): Pick<Message, 'template' | 'about'> {
  if (say === 'mail_status_said' || say === 'mail_status_page') return { template: 'mail_status' }
  if (['status_said', 'status_page', 'status_cut'].includes(say)) return { template: 'status' }
  if (say === 'status_more') return { template: 'status_more', about: '2' }
  if (say === 'status_rest') return { template: 'status_more', about: '3' }
  if (say.endsWith('unsure_keyword')) return { template: say as Message['template'], about: 'KOTKUPANG' }
  if (say.endsWith('withdrawn_before')) return { template: say as Message['template'], about: '14 Januari 2026' }
  return { template: toldOf(say) as Message['template'] }
}

/** The first report of this shade about which this row is told by this door, and others whose offices are others. */
export function reportsFor(world: MessageWorld, { to, say }: Told, door: Channel, shade: Shade): Planted[] {
  const came = world.brought.filter((one) => one.secrecy === shade && one.door === door && !one.own)
  const isReporters = ['reporter', 'companions', 'sender', 'everybody'].includes(to)
  if (isReporters && (isMailAnswer(say) || isByMail(say) || (door !== 'email' && !isOnPage(say)))) return came
  const lives = isOnPage(say) ? ['answered'] : ['answered', 'received']
  const onPage = lives.flatMap((life) => world.planted.find((one) => one.secrecy === shade && one.life === life) ?? [])
  const atDoor = world.brought.filter((one) => one.secrecy === shade && one.own)
  return isReporters ? onPage : [...onPage, ...atDoor]
}

/** What came over the wire of one message: its words, and all of it but to whom it goes. */
export type Over = { words: string; wire: string }

let sent = 0

/**
 * Queues what a row says about this report as production does, for whoever is to hear of it by this door, and sends it.
 * @returns what came over the wire; nothing where nobody is to hear of this report by this door
 */
export async function sendAbout(
  world: MessageWorld,
  { to, say }: Told,
  door: Channel,
  { id: trackingId }: Pick<Planted, 'id'>,
): Promise<Over[]> {
  const before = overAll(world)
  if (to === 'digest_takers') await sendDigests(world, trackingId)
  else await sendOne(world, { to, say }, door, trackingId)
  const after = overAll(world)
  const mails = after.mails.slice(before.mails.length)
  const letters = await Promise.all(mails.map(readLetter))
  return [
    ...mails.map(({ to: whom, raw }, at) =>
      over(`${letters[at]?.subject}\n${letters[at]?.text}`, raw.replaceAll(whom, '')),
    ),
    ...[...after.rung.slice(before.rung.length), ...after.alone.slice(before.alone.length)].map((text) => over(text)),
    ...after.inPublic.slice(before.inPublic.length).map((text) => over(text)),
  ]
}

type Heard = Pick<Told, 'say'> & { to: Exclude<Told['to'], 'digest_takers'> }

async function sendOne(world: MessageWorld, { to, say }: Heard, door: Channel, trackingId: string) {
  const { db, deps } = world
  const once = `proof ${++sent}`
  await as(db.worker, system, async (tx) => {
    const everybody = await hearing(tx, world, to, world.rowIds.get(trackingId) ?? '')
    const messages = everybody
      .filter(({ channel }) => channel === door)
      .map((one) => ({ to: one, ...templateOf(say), dedupe: `${once} ${one.person}` }))
    await queueMessages(tx, deps.pair, messages, deps.now())
  })
  const rows = await db.owner.selectFrom('identity.message').select('id').where('dedupe', 'like', `${once} %`).execute()
  for (const { id } of rows) {
    if (door === 'sms') await (await sendSms(deps, [id])).settled
    else await sendMessage(deps, id, true)
  }
  // A number hears so much a day: this was another day.
  const ofThis = db.owner.updateTable('identity.message').where('dedupe', 'like', `${once} %`)
  await ofThis
    .where('state', '=', 'sent')
    .set({ sent_at: new Date(0) })
    .execute()
}

function over(words: string, raw = ''): Over {
  return { words, wire: `${words}\n${raw}` }
}

/** All that has left so far, by the moves themselves as well. */
export function overAll({ x, rung, mailbox }: MessageWorld) {
  const alone = x.directs.filter(({ sender_id }) => sender_id === us.id).map(({ text }) => text)
  return { mails: [...mailbox.mails], rung: [...rung], alone, inPublic: x.ours().map(({ text }) => text) }
}

/** Whoever is to hear by the table; whose report was merged is told about their own, so that each door has one. */
async function hearing(tx: Tx, { deps, x }: MessageWorld, to: Heard['to'], id: string): Promise<Recipient[]> {
  const report = await readReport(tx, id)
  if (!report) throw new Error('a report of this world has gone')
  if (to === 'everybody') {
    const address = underPost(x.posts[0]?.id ?? '')
    return [{ person: 'everybody', reportId: id, accountId: null, channel: 'x', address }]
  }
  if (to === 'reporter' || to === 'companions' || to === 'sender') return waysTo(tx, deps.pair, id)
  return recipientsOf(tx, deps.pair, report, to === 'asker' ? 'desk' : to, deps.now())
}
