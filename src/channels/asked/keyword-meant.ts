import { wordsIn } from '../../ui/words/index.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import { readMessage } from '../sms/understand/said.ts'
import type { Heard } from './heard.ts'
import { askedForMs } from './kept.ts'

/**
 * YA, or the keyword itself, to "maksud Anda KOTKUPANG?": the desk, which has the report, reads that it was meant. Where YA may as well be the word
 * that we wait for on another report it is kept, and asked which is meant: it closes nothing.
 */
export async function keywordMeant(
  from: FromSender,
  { text, keywords, understood }: Heard,
): Promise<Acted | undefined> {
  const isYes = saysOnlyYes(text)
  if (!isYes && understood.kind !== 'keyword_alone') return undefined
  const asked = await lastAsked(from)
  const own = from.own.find(({ id, stage }) => id === asked?.report_id && stage === 'received')
  if (!asked?.about || !own) return undefined
  const named = understood.kind === 'keyword_alone' ? understood.agencyId : undefined
  if (named && keywords.find(({ word }) => word === asked.about)?.agencyId !== named) return undefined
  const isAwaited = from.own.some(({ id, awaits }) => id !== own.id && awaits)
  if (!named && isAwaited) {
    const question = 'which_report'
    return { outcome: 'asked', reason: question, asked: { question }, say: { template: question } }
  }
  return noteMeant(from, own.id, text, asked.about)
}

/** YA, and then the number of the report of which we had asked what keyword was meant. */
export async function keywordMeantOf(from: FromSender, reportId: string, text: string): Promise<Acted | undefined> {
  const asked = saysOnlyYes(text) ? await lastAsked(from, reportId) : undefined
  return asked?.about ? noteMeant(from, reportId, text, asked.about) : undefined
}

function saysOnlyYes(text: string): boolean {
  const { bare } = readMessage(text, [], [])
  return bare.length > 0 && bare.every(({ means }) => means === 'yes')
}

function noteMeant(from: FromSender, reportId: string, heard: string, keyword: string): Promise<Acted> {
  const note = { text: wordsIn('id').sms_keyword_meant(keyword), isNote: true }
  return tellReport({ ...from, heard }, reportId, note, { outcome: 'reply', say: { template: 'noted' } })
}

/** Only where it is the last thing that this number heard: what waits for the morning it has not. @param reportId or about this report */
async function lastAsked({ tx, senderIndex, setting }: FromSender, reportId?: string) {
  const last = await tx
    .selectFrom('identity.message')
    .select(['report_id', 'about', 'template'])
    .where('to_index', '=', senderIndex)
    .where('template', '<>', 'receipt')
    .where((or) => or.or([or('state', '=', 'sent'), or('held', 'is', null)]))
    .where('created_at', '>', new Date(setting.now.getTime() - askedForMs))
    .$if(reportId !== undefined, (some) =>
      some.where('report_id', '=', reportId ?? null).where('template', '=', 'unsure_keyword'),
    )
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.template === 'unsure_keyword' ? last : undefined
}
