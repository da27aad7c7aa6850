import { wordsIn } from '../../ui/words/index.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import { findKeyword } from '../sms/understand/find-keyword.ts'
import type { Word } from '../sms/understand/read-words.ts'
import { isPolite, readMessage } from '../sms/understand/said.ts'
import { refusing } from '../sms/understand/words.ts'
import type { Heard } from './heard.ts'
import { askedForMs } from './kept.ts'

/**
 * YA, "ya betul KOTKUPANG", the keyword itself or "bukan, KABLUWU" to "maksud Anda KOTKUPANG?": the desk, which has the report, reads which was meant.
 * "Bukan" alone leaves it to the desk. Where YA or "tidak" may as well be the word that we wait for on another report it is kept, and asked which is meant:
 * it closes nothing.
 */
export async function keywordMeant(from: FromSender, { text, keywords }: Heard): Promise<Acted | undefined> {
  const said = readVerdict(text, keywords)
  if (!said) return undefined
  const asked = await lastAsked(from)
  const own = from.own.find(({ id, stage }) => id === asked?.report_id && stage === 'received')
  if (!asked?.about || !own) return undefined
  // Another office's keyword alone may begin another report.
  const isOther = said.agencyId !== keywords.find(({ word }) => word === asked.about)?.agencyId
  if (!said.judges && isOther) return undefined
  const isAwaited = from.own.some(({ id, awaits }) => id !== own.id && awaits)
  if (!said.keyword && isAwaited) {
    const question = 'which_report'
    return { outcome: 'asked', reason: question, asked: { question }, say: { template: question } }
  }
  const meant = said.keyword ?? (said.denies ? undefined : asked.about)
  if (meant && (!said.denies || isOther)) return noteMeant(from, own.id, text, meant)
  return { outcome: 'command', reason: 'another_keyword', reportId: own.id, say: { template: 'noted' } }
}

/** Nothing but YA or "bukan", a keyword, or both. */
function readVerdict(text: string, keywords: Heard['keywords']) {
  const { bare } = readMessage(text, [], [])
  const told = bare.filter(({ word }) => !isPolite(word))
  const isVerdict = ({ word, means }: Word) => means === 'yes' || refusing.has(word)
  const rest = told.filter((word) => !isVerdict(word))
  const named = rest.length > 0 ? findKeyword(rest, keywords) : undefined
  if (told.length === 0 || (rest.length > 0 && !(named?.sure && named.words.length === rest.length))) return undefined
  const denies = told.some(({ word }) => refusing.has(word))
  return { keyword: named?.keyword.word, agencyId: named?.keyword.agencyId, judges: told.some(isVerdict), denies }
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
