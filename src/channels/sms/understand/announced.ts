import { answersNothing } from './answers-nothing.ts'
import { behindDenial } from './behind-denial.ts'
import { findKeyword } from './find-keyword.ts'
import { goesBack } from './goes-back.ts'
import { isTroubling, looksNew } from './looks-new.ts'
import { partHeard } from './part-heard.ts'
import { readWords } from './read-words.ts'
import { isPolite, readMessage, type Said } from './said.ts'
import { saysIdle } from './tells-nothing.ts'
import { type Keyword, type OwnReport, understand } from './understand.ts'

/** `front`: what is said before it, of the report that is there; `text`: what is filed, its announcement with it. */
export type Announced = { front: string; text: string }

const spoken =
  '(?:(?:pak|bapak|bpk|ibu|bu|mas|mbak|kak|min|admin|halo|hallo|maaf|mohon|permisi|selamat|pagi|siang|sore|malam|oh|ya|dan|oke|ok|ini|itu|ada|saya|sy|aku|kami)[ ,]+)*'
const wanting = '(?:(?:mau|ingin|pengen|hendak|akan|izin|ijin)[ ]+)'
const filing = '(?:lapor|melapor|melaporkan|laporkan|mengadu|mengadukan|menyampaikan|sampaikan)'
const report = '(?:laporan|aduan|pengaduan|keluhan)'
const matter = '(?:hal|masalah|soal|perkara|kejadian|keluhan|laporan|aduan)'

/** They say that it is another. */
const another = [
  `${report}[ ]+(?:yang[ ]+)?(?:baru|lain)\\b(?![ ]+(?:saya|sy|aku|kami|saja|itu|ini|tadi|kemarin|yang|yg|sudah|sdh|belum|blm|juga|tidak|dari|akan|mau|nanti)\\b)`,
  `${wanting}?(?:juga[ ]+)?${filing}[ ]+(?:juga[ ]+)?(?:ada[ ]+)?${matter}[ ]+(?:yang[ ]+)?(?:lain|baru|berbeda)\\b`,
  `lapor[ ]+(?:baru|lain)\\b`,
]
/** "Lagi" may be the same once more: what follows tells. */
const further = [
  `${wanting}?(?:juga[ ]+)?${filing}[ ]+(?:lagi|juga)\\b`,
  `juga[ ]+${wanting}?${filing}\\b`,
  `${wanting}juga[ ]+${filing}\\b`,
  `(?:sekalian|selain[ ]+itu)[ ,]+(?:(?:juga|saya|sy|aku|kami)[ ]+)*${wanting}?(?:juga[ ]+)?${filing}\\b`,
  `(?:ada|satu)[ ]+lagi\\b`,
]
const starts = '(?<=^|[.,;!\\n][ \\t]*)'
const announcing = [
  { way: new RegExp(`${starts}${spoken}(?:${another.join('|')})`, 'dgi'), isSure: true },
  { way: new RegExp(`${starts}${spoken}(?:${further.join('|')})`, 'dgi'), isSure: false },
]
/** BARU, as our own question teaches it: "BARU Sampah di pasar …"; not "BARU dikerjakan sebagian". */
const inOneWord = /^\s*(?:BARU\b(?!\s+(?:\p{Lu}{2,}|di\p{L}{4,}|\d))|baru\s*:)[\s:,.–-]*/u
const sentence = /(?<=^|[.;!\n]\s*)(?=\S)/g
const fewWords = 2
/** In UTF-16 units: greetings and a keyword behind them. */
const longestKeyword = 400

/**
 * Another report that a message says it begins, in an answer about the one that is there: "Ini laporan baru. …", "BARU …", "Sudah. Sekalian lapor, …",
 * "YA. KOTKUPANG …". What goes on from that one, or only says that somebody reported, is none.
 */
export function announcedIn(
  written: string,
  keywords: readonly Keyword[],
  own: readonly OwnReport[],
): Announced | undefined {
  const { heard: text, rest } = partHeard(written)
  const announced = [...announcing.flatMap((one) => saidIn(text, one)), ...inFront(text)]
  const beside = own.some(({ awaits }) => awaits === 'judgement') ? behindDenial(text) : undefined
  const found = [...announced, ...namedIn(text, keywords, own), ...(beside === undefined ? [] : [beside])]
  const [first] = found.sort((one, other) => one - other)
  if (first === undefined || readMessage(text.slice(first), [], own).id?.whose === 'own') return undefined
  const front = text.slice(0, first).trim()
  return saysOnlyHello(front) ? { front, text: written.trim() } : { front, text: (text.slice(first) + rest).trim() }
}

/** Whether a subject says that another report stands below it. */
export function titlesAnother(subject: string): boolean {
  return new RegExp(`^\\s*${spoken}(?:${another.join('|')})|^\\s*baru\\s*(?::|$)`, 'i').test(subject)
}

function saidIn(text: string, { way, isSure }: { way: RegExp; isSure: boolean }): number[] {
  return [...text.matchAll(way)].flatMap(({ index, 0: said }) => {
    const isApart = isSure || !/,\s*$/.test(text.slice(0, index)) || !/^(?:\W|ada|satu)/i.test(said.trimStart())
    return isApart && tellsAnother(text.slice(index + said.length), isSure) ? [index] : []
  })
}

function inFront(text: string): number[] {
  const [said] = inOneWord.exec(text) ?? []
  return said && tellsAnother(text.slice(said.length), false) ? [0] : []
}

/** Behind the keyword of an office in capitals. */
function namedIn(text: string, keywords: readonly Keyword[], own: readonly OwnReport[]): number[] {
  return [...text.matchAll(sentence)].flatMap(({ index }) => {
    const rest = text.slice(index)
    const found = findKeyword(readWords(rest.slice(0, longestKeyword)), keywords)
    const [word] = found?.words ?? []
    const isWritten = word && !/\p{Ll}/u.test(rest.slice(word.from, word.to))
    if (!found?.sure || !isWritten) return []
    const meant = understand(rest, keywords, own)
    return meant.kind === 'file' && meant.agencyId && tellsAnother(meant.text, false) ? [index] : []
  })
}

function tellsAnother(behind: string, isSure: boolean): boolean {
  const said: Said = readMessage(behind, [], [])
  const told = said.words.filter(({ word, means }) => means !== 'file' && !isPolite(word))
  const back = goesBack(said)
  if (told.length < fewWords || back === 'surely') return false
  return isSure || (back !== 'maybe' && (told.some(isTroubling) || looksNew({ words: said.words, asks: false })))
}

function saysOnlyHello(front: string): boolean {
  return front === '' || answersNothing(front) === 'kindness' || saysIdle(readWords(front)) === 'greeting'
}
