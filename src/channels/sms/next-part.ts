import { partsOfLast } from '../../notifications/sms-status.ts'
import { saidAtOnce, type SmsAlone, type SmsAnswer } from '../../notifications/table.ts'
import { wordedByDesk } from '../../notifications/wording/wordings.ts'
import { hides } from '../../report/hides.ts'
import type { Tx } from '../../report/as.ts'
import { askedForMs } from '../asked/kept.ts'
import type { Acted, FromSender } from './acting.ts'
import { raiseWished } from '../arrivals/tell-report.ts'
import { asReporter } from './as-reporter.ts'
import type { Own } from './own-reports.ts'
import type { Word } from './understand/read-words.ts'
import { typos } from './understand/near.ts'
import { isPolite, readMessage } from './understand/said.ts'
import { withoutWishes } from './understand/wish-beside.ts'

const going = 'lanjut lanjutkan lanjutan lanjutannya lanjutnya selanjutnya berikutnya terus teruskan'.split(' ')
/** Shorter words are too much like others. */
const surely = 6
const fewWords = 3

/**
 * LANJUT, where this number has last heard a part of what an office said: the next one, so that a phone that shows no pages reads all of it.
 * What is asked to be hidden beside it is hidden first. Where somebody has said something else since, and after the end, it begins anew.
 * @returns undefined where nothing goes on: the word is then like any other
 */
export async function nextPart(
  from: FromSender,
  text: string,
  baseUrl: string,
): Promise<Acted<SmsAnswer | SmsAlone> | undefined> {
  const { tx, own, senderIndex, setting } = from
  if (!asksForMore(text, own)) return undefined
  const last = await lastHeard(tx, senderIndex, new Date(setting.now.getTime() - askedForMs))
  const named = readMessage(text, [], own).id
  const report = own.find(({ id }) => id === last?.report_id)
  if (!last || !report || (named?.whose === 'own' && named.report.trackingId !== report.trackingId)) return undefined
  await asReporter(tx, report.id, { outcome: 'reply' }, (actor) => raiseWished(from, actor, report.id, text))
  const anew = { outcome: 'command', reportId: report.id, say: { template: 'status' } } as const
  const row = await tx.selectFrom('casework.report').selectAll().where('id', '=', report.id).executeTakeFirstOrThrow()
  if (hides(row)) return anew
  const said = await partsOfLast(tx, row, { worded: await wordedByDesk(tx), baseUrl })
  const part = last.template === 'status_more' ? Number(last.about) : 1
  if (part === 1 && (!said || said.fits)) return undefined
  if (!said || said.at > last.created_at || part >= said.parts.length) return anew
  return { outcome: 'command', reportId: report.id, say: { template: 'status_more', about: String(part + 1) } }
}

/** LANJUT, "lanjutkan pak", LANJUT <id>, CEK LANJUT, and nothing else. */
function asksForMore(text: string, own: readonly Own[]): boolean {
  const { bare } = readMessage(text, [], own)
  const told = withoutWishes(bare).filter(({ word }) => !isPolite(word))
  return told.length <= fewWords && told.some(isGoing) && told.every((one) => isGoing(one) || one.means === 'check')
}

function isGoing({ word }: Word): boolean {
  return going.some((one) => word === one || (one.length >= surely && typos(word, one) <= 1))
}

/** What this number was last answered, receipts aside. */
async function lastHeard(tx: Tx, toIndex: Buffer, since: Date) {
  const last = await tx
    .selectFrom('identity.message')
    .select(['report_id', 'about', 'template', 'created_at'])
    .where('to_index', '=', toIndex)
    .where(
      'template',
      'in',
      saidAtOnce.filter((template) => template !== 'receipt'),
    )
    .where('state', '<>', 'dead')
    .where('created_at', '>', since)
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.template === 'status' || last?.template === 'status_more' ? last : undefined
}
