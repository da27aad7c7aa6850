import { wordsIn } from '../../ui/words/index.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import { readMessage } from '../sms/understand/said.ts'
import type { Heard } from './heard.ts'
import { askedForMs } from './kept.ts'

/** YA, or the keyword itself, to "maksud Anda KOTKUPANG?": the desk, which has the report, reads that it was meant. */
export async function keywordMeant(
  from: FromSender,
  { text, keywords, understood }: Heard,
): Promise<Acted | undefined> {
  const { bare } = readMessage(text, [], [])
  const isYes = bare.length > 0 && bare.every(({ means }) => means === 'yes')
  if (!(isYes && understood.kind === 'ask') && understood.kind !== 'keyword_alone') return undefined
  const asked = await lastAsked(from)
  const own = from.own.find(({ id, stage }) => id === asked?.report_id && stage === 'received')
  if (!asked?.about || !own) return undefined
  const named = understood.kind === 'keyword_alone' ? understood.agencyId : undefined
  if (named && keywords.find(({ word }) => word === asked.about)?.agencyId !== named) return undefined
  const note = { text: wordsIn('id').sms_keyword_meant(asked.about), isNote: true }
  return tellReport({ ...from, heard: text }, own.id, note, { outcome: 'reply', say: { template: 'noted' } })
}

/** Only where it is the last thing that this number heard at once. */
async function lastAsked({ tx, senderIndex, setting }: FromSender) {
  const last = await tx
    .selectFrom('identity.message')
    .select(['report_id', 'about', 'template'])
    .where('to_index', '=', senderIndex)
    .where('template', '<>', 'receipt')
    .where('created_at', '>', new Date(setting.now.getTime() - askedForMs))
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.template === 'unsure_keyword' ? last : undefined
}
