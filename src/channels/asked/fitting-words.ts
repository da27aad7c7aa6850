import type { Tx } from '../../report/as.ts'
import type { Own } from '../sms/own-reports.ts'
import { typos } from '../sms/understand/near.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { isPolite } from '../sms/understand/said.ts'
import {
  agreeing,
  already,
  answering,
  everything,
  naming,
  persisting,
  refusing,
  wishing,
} from '../sms/understand/words.ts'

/** What a report of theirs tells, to be compared with what they say of it. */
export type Told = { trackingId: string; filedAt: Date; words: string[] }

/** A shorter word is part of too many others. */
const shortest = 4
const common = new Set(
  `petugas petugasnya laporan laporannya dinas jawaban jawabannya tanggapan diperbaiki dibersihkan ditangani selesai beres sekali banget parah lagi juga
  yang soal tentang mengenai tambahan makin semakin sekarang kemarin tadi kami saya dengan untuk karena tapi hanya cuma lewat sini situ arah rumah`.split(
    /\s+/,
  ),
)
const telling = [agreeing, already, answering, everything, naming, persisting, refusing, wishing, common]

/** The oldest first; of what is confidential no word. */
export async function wordsOf(tx: Tx, own: readonly Own[]): Promise<Told[]> {
  const rows = await tx
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .select(['r.tracking_id', 'r.filed_at', 'r.confidential', 'c.title', 'c.text'])
    .where(
      'r.id',
      'in',
      own.map(({ id }) => id),
    )
    .orderBy('r.filed_at')
    .execute()
  return rows.map(({ tracking_id: trackingId, filed_at: filedAt, confidential, title, text }) => ({
    trackingId,
    filedAt,
    words: confidential ? [] : readWords(`${title} ${text}`).map(({ typed }) => typed),
  }))
}

/**
 * The only one of these in which a word of the message stands that is not in all of them: "lampunya masih mati". By words none is found while one of
 * them is confidential: whether we understand would tell whoever holds the phone what stands in it.
 */
export async function fitsByWords(tx: Tx, text: string, own: readonly Own[]): Promise<Own | undefined> {
  if (own.length < 2 || own.some(({ hides }) => hides.confidential)) return undefined
  const reports = await wordsOf(tx, own)
  const holding = tellingWords(text).map((word) =>
    reports.filter(({ words }) => words.some((one) => isWord(word, one))),
  )
  const fit = new Set(holding.filter(({ length }) => length < reports.length).flat())
  const [only, ...others] = fit
  return only && others.length === 0 ? own.find(({ trackingId }) => trackingId === only.trackingId) : undefined
}

/** Those that may name a thing, without their -nya. @param fewest how many letters a word has */
export function tellingWords(text: string, fewest = shortest): string[] {
  return readWords(text)
    .filter(({ word, means }) => !means && !isPolite(word) && !telling.some((some) => some.has(word)))
    .map(({ typed }) => typed.replace(/nya$/, ''))
    .filter((word) => word.length >= fewest)
}

/** "lampu" stands in "lampunya"; one letter may be wrong. */
export function isWord(said: string, stood: string): boolean {
  if (said === stood) return true
  if (said.length < shortest) return false
  return stood.includes(said) || (said.length > shortest && typos(said, stood) <= 1)
}
