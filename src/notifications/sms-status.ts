import { inGsm, oneSms, sizeOf } from '../platform/gsm/fit-sms.ts'
import { piecesOf } from '../platform/gsm/pieces.ts'
import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { ClaimedSms } from './claim-sms.ts'
import { lastWords } from './last-words.ts'
import { pageLink } from './page-link.ts'
import type { SmsFacts } from './sms-text.ts'
import { longestValues } from './wording/check-wording.ts'
import { deliveredWording, type Wording, type WordingName } from './wording/delivered.ts'
import { fill } from './wording/fill.ts'

const t = wordsIn('id')
/** Septets of what an office said that an SMS holds at least, whatever words the desk puts around them. */
const leastRoom = 20

/** Words of the desk's own, by door and name. */
type Worded = ReadonlyMap<string, Wording>
type Deps = { baseUrl: string; indexSecret: Uint8Array; now: Date }

/**
 * How an SMS tells how a report stands: with all that an office last said; where one SMS does not hold that, with its beginning and the way
 * to the rest: LANJUT, part by part, or the report's page. Of what hides something the page alone. A part of what is not the last word any
 * more is no part of it: it begins anew.
 */
export async function smsStatus(
  tx: Tx,
  message: Pick<ClaimedSms, 'id' | 'template' | 'about' | 'to_index' | 'created_at'>,
  report: ReportRow | undefined,
  { worded, ...deps }: Deps & { worded: Worded },
): Promise<Pick<SmsFacts, 'words' | 'link' | 'isLast'> & { template: 'status' | 'status_more' }> {
  const template = 'status'
  if (!report) return { template }
  if (hides(report)) return { template, link: await pageLink(tx, message, report, deps) }
  const said = await partsOfLast(tx, report, { worded, ...deps })
  if (!said) return { template }
  const part = message.template === 'status_more' && said.at <= message.created_at ? Number(message.about) : 1
  const next = part > 1 ? said.parts[part - 1] : undefined
  if (next) return { template: 'status_more', words: next, isLast: part === said.parts.length }
  if (said.fits) return { template, words: said.text }
  const link = await pageLink(tx, message, report, deps)
  return link ? { template, words: said.parts[0], link } : { template, words: said.text }
}

/**
 * What an office last said in parts of one SMS each, in letters that every phone has; they are the same whatever stage the report is in.
 * `fits`: one SMS about its stage holds all of it, and nothing but signs is left out.
 */
export async function partsOfLast(
  tx: Tx,
  report: ReportRow,
  { worded, baseUrl }: { worded: Worded; baseUrl: string },
): Promise<{ at: Date; text: string; fits: boolean; parts: string[] } | undefined> {
  const last = await lastWords(tx, report)
  if (!last) return undefined
  const { text, isWhole } = inGsm(last.text)
  const room = (name: WordingName) => roomBeside(name, { worded, baseUrl })
  const fits = isWhole && fitsOne(report, text, worded)
  return { at: last.at, text, fits, parts: piecesOf(text, room('status_cut'), room('status_more')) }
}

/** Letters of what an office says that one SMS about its report holds, whatever stage that is in. */
export function lettersBesideStatus(worded: Worded = new Map()): number {
  return roomBeside('status_said', { worded, baseUrl: '' })
}

function roomBeside(name: WordingName, { worded, baseUrl }: { worded: Worded; baseUrl: string }): number {
  const around = fill(wordsOf(name, worded), { ...longestValues(baseUrl), ucapan: '' })
  return Math.max(leastRoom, oneSms.gsm7 - sizeOf(around).length)
}

function fitsOne({ tracking_id, stage }: ReportRow, text: string, worded: Worded): boolean {
  const values = { nomor: tracking_id, status: t[`report_stage_${stage}`], ucapan: text }
  return text !== '' && sizeOf(fill(wordsOf('status_said', worded), values)).fits
}

function wordsOf(name: WordingName, worded: Worded): string {
  return (worded.get(`sms ${name}`) ?? deliveredWording('sms', name))?.words ?? ''
}
