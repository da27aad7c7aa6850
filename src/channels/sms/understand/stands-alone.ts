import { isBarePlace } from './bare-place.ts'
import { findKeyword } from './find-keyword.ts'
import { announces } from './goes-back.ts'
import { isKnownThing, isTroubling, lacksSomething } from './looks-new.ts'
import { readWords, type Word } from './read-words.ts'
import { firstWord, isPolite } from './said.ts'
import { speaksOfAnswer } from './speaks-of-answer.ts'
import type { Keyword } from './understood.ts'
import { wishing } from './words.ts'

/** A longer message tells a story, whatever is in it. */
export const longest = 12
/** So many words tell a trouble, a wish or a place that is their own; */
export const enough = 8
/** and so many a trouble at a place of its own. */
const shortest = 3

/** "di Oesapa", "depan kantor camat", "RT 5"; not "di sini", "di lapangan" nor "ke lokasi". */
const place =
  /\b(?:di|dari|dpn|(?:di)?(?:depan|dekat|samping|belakang|seberang|sekitar|sepanjang)|dkt|jl|jln|gang|gg|rt|rw|desa|dusun|kampung|kelurahan|kecamatan|wilayah|daerah|perumahan|simpang)(?: (?:di|dpn|depan|dekat|dkt|samping|belakang|pinggir|atas|bawah|dalam|sekitar|jalan))* (?!(?:sini|situ|sana|mana|lapangan|lokasi|tempat|jalan|atas|bawah|dalam|pinggir)\b)[\p{L}\p{N}]+/u
const institution =
  /^(?:puskesmas|rsud|rs|posyandu|sekolah|sd|sdn|smp|smpn|sma|sman|smk|kampus|kantor|pasar|terminal|pelabuhan|bandara|loket|samsat|disdukcapil|dukcapil|pln|pdam|bpjs|lurah|kades|camat|bupati|guru|dokter)$/
/** Somebody asks for what no office has answered yet. */
const inquiring =
  /^(?:apakah|info|informasi|informasinya|syarat|syaratnya|persyaratan|prosedur|cara|caranya|menanyakan|bertanya|usul|usulan|mengusulkan|saran)$/

/**
 * Whether words are a complaint of their own, whatever was said before: a trouble, or what is missing, with a place of its own, or long enough; a
 * story; what asks for information; behind LAPOR, a keyword or "laporan lain" the trouble is enough. "lampu mati" and "jalan becek sekarang" are as
 * likely what somebody says of an answer.
 */
export function standsAlone(text: string, keywords: readonly Keyword[] = []): boolean {
  const words = readWords(text)
  const told = words.filter(({ word, means }) => !isPolite(word) && means !== 'yes')
  const isTrouble = told.some(isTroubling) || lacksSomething(told)
  // "ada kebakaran"
  if (isTrouble && (told[0]?.word === 'ada' || isAnnounced(text, keywords))) return true
  if (told.length > longest) return true
  if (told.length < shortest || told.slice(0, shortest).some(isKnownThing)) return false
  if (isBarePlace(text)) return false
  const isPlaced = namesPlace(words) || namesSomebody(text)
  if (isPlaced && (isTrouble || told.length >= enough)) return true
  const asks = words.some(({ word }) => inquiring.test(word)) && !words.some(({ means }) => means === 'done')
  return asks || (told.length >= enough && (isTrouble || words.some(({ word }) => wishing.has(word))))
}

/** A complaint of its own that speaks of no answer, whatever was said before it: "ya pak, tapi lampu jalan di depan juga mati". */
export function isAnother(text: string): boolean {
  return standsAlone(text) && !speaksOfAnswer(text)
}

/** A name inside a sentence: "jembatan Liliba putus". */
function namesSomebody(text: string): boolean {
  return /\p{Ll},? (?!(?:Pak|Bapak|Bu|Ibu|Mas|Mbak|Min|Kak|Yth|Kota|Anda)\b)\p{Lu}\p{Ll}{2,}/u.test(text)
}

/** LAPOR, BARU, the keyword of an office, "mau lapor", "laporan lain". */
export function isAnnounced(text: string, keywords: readonly Keyword[]): boolean {
  const words = readWords(text)
  const line = words.map(({ word }) => word).join(' ')
  return (
    firstWord(words)?.means === 'file' ||
    Boolean(findKeyword(words, keywords)?.sure) ||
    announces(line) ||
    /^\s*BARU\b/.test(text)
  )
}

/** A place that stands by itself, or an institution. */
export function namesPlace(words: readonly Word[]): boolean {
  return place.test(words.map(({ word }) => word).join(' ')) || words.some(isInstitution)
}

export function isInstitution({ word }: Word): boolean {
  return institution.test(word)
}
