import type { Word } from './read-words.ts'
import { ask, firstWord, isPolite, type Said } from './said.ts'
import type { Understood } from './understood.ts'
import { wordSet } from './word-set.ts'
import { forbidding, refusing, wondering } from './words.ts'

const fewWords = 3

/**
 * "saya keberatan", "saya tidak setuju laporan saya diarsipkan": the objection to what was archived, which there is once. Where it may be about something
 * else, or only asks why, we ask.
 */
export function objectTo({ text, words, id, own, asks }: Said): Understood | undefined {
  const [archived, ...others] = own.filter((report) => report.archived)
  const names = words.some(({ word }) => decided.test(word))
  if (!archived || id || (!names && own.some(({ awaits }) => awaits)) || !objects(words)) return undefined
  if (others.length > 0) return ask('which_report')
  const told = words.filter(({ word }) => !isPolite(word))
  // LAPOR says as well that it is something new.
  const isNew = firstWord(words)?.means === 'file'
  const isClear = !isNew && !asks && (told.length <= fewWords || told.some(({ word }) => /^(?:di)?arsip/.test(word)))
  return isClear
    ? { kind: 'reply', trackingId: archived.trackingId, text: text.trim() }
    : ask('new_or_reply', archived.trackingId)
}

/** What was decided of it: of an answer nobody says so. */
const decided = /^(?:(?:di)?arsip(?:kan)?|(?:di)?tolak)$/

/** With these words somebody objects. */
export function objects(words: readonly Word[]): boolean {
  return (
    protests(words) ||
    words.some(
      ({ word }, at) =>
        keberatan.test(word) ||
        /^(?:di)?arsip(?:kan)?$/.test(word) ||
        (word === 'ditolak' &&
          words.slice(0, at).some((before) => wondering.has(before.word) || forbidding.has(before.word))) ||
        (word === 'setuju' && refusing.has(words[at - 1]?.word ?? '')),
    )
  )
}

/** However its vowels are left out: "kbratan", "keberatn"; not "kesehatan". */
const keberatan = /^k[ae]*b[ae]*r[ae]*t[ae]*n$/

const protesting = wordSet(
  'protes protess memprotes menolak tolak nolak komplain komplen komplin banding sanggah menyanggah',
)
const besideProtest = wordSet(
  'dong deh nih jelas tegas keras sangat sekali tetap tentu pokoknya keputusan keputusannya pengarsipan penutupan alasan alasannya atas terhadap dengan dgn ya yah kok lho loh lah itu ini hal mau jelasnya akan ajukan mengajukan',
)

/** "saya protes", "protes!", "saya menolak keputusan itu": nothing but that; "warga menolak tambang" is a complaint. */
function protests(words: readonly Word[]): boolean {
  const told = words.filter(({ word }) => !isPolite(word))
  return (
    told.some(({ word }) => protesting.has(word)) &&
    told.every(({ word }) => protesting.has(word) || besideProtest.has(word))
  )
}
