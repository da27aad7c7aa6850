import { nearest } from './near.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { isPolite } from './said.ts'
import type { Keyword, Understood } from './understood.ts'
import { wordSet } from './word-set.ts'

/** KOTKUPANG, KABBIMA, PROVPAPUA: nobody writes so in a sentence, as they write PLN or KEMENAG. */
const coined = /^(?:KOT|KAB|PROV|DKI)\p{Lu}{3,}$/u
/** So long that one typo is forgiven, as in front. */
const longEnough = 7
const mostWords = 3
/** Behind them an office is where something is, whose somebody is, or whom somebody told. */
const belonging =
  wordSet(`di ke dari oleh pada kepada untuk utk dengan dgn dan atau pihak kantor dinas pegawai petugas oknum pejabat guru asn pns honorer
  pemda pemkot pemkab bupati walikota gubernur lurah camat rsud puskesmas warga wilayah daerah se sekitar kota kabupaten kab provinsi lapor sms`)
/** What is left tells something. */
const fewest = 3

/**
 * A report at whose end the keyword of an office stands in capitals, one typo forgiven: "jalan rusak parah di maulafa KOTKUPANG". It goes to that office,
 * without the keyword. In small letters, or as a part of the sentence, it is only a word.
 */
export function withKeywordAtEnd(meant: Understood, keywords: readonly Keyword[]): Understood {
  if (meant.kind !== 'file' || meant.agencyId || meant.unsure) return meant
  const words = readWords(meant.text)
  const last = words.findLastIndex(({ word }) => !isPolite(word) && word !== 'ya')
  for (const length of Array.from({ length: mostWords }, (_, at) => mostWords - at)) {
    const tail = words.slice(Math.max(0, last + 1 - length), last + 1)
    const before = words.slice(0, Math.max(0, last + 1 - length))
    const keyword = tail.length === length ? keywordIn(tail, meant.text, keywords) : undefined
    const isApart = before.length >= fewest && !belonging.has(before.at(-1)?.word ?? '')
    if (keyword && isApart) return { ...meant, text: textWithout(meant.text, tail), agencyId: keyword.agencyId }
  }
  return meant
}

function keywordIn(tail: readonly Word[], text: string, keywords: readonly Keyword[]): Keyword | undefined {
  const written = tail.map(({ from, to }) => text.slice(from, to)).join('')
  if (!coined.test(written)) return undefined
  const exact = keywords.find(({ word }) => word === written)
  // "KOTA KUPANG" is a place.
  if (exact || tail.length > 1 || written.length < longEnough) return exact
  const all = keywords.filter(({ word }) => word.length >= longEnough && coined.test(word)).map(({ word }) => word)
  const near = nearest(written, all, () => 1).flatMap(({ word }) => keywords.find((one) => one.word === word) ?? [])
  const [keyword, ...others] = near
  return keyword && others.every(({ agencyId }) => agencyId === keyword.agencyId) ? keyword : undefined
}
