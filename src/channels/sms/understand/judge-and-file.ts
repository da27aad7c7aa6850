import { behindDenial } from './behind-denial.ts'
import { findKeyword } from './find-keyword.ts'
import { judge } from './judge.ts'
import { nameOffice } from './name-office.ts'
import { readWords, textWithout } from './read-words.ts'
import { ask, awaiting, isPolite, readMessage, type Said } from './said.ts'
import { secrecyInFront } from './secrecy-in-front.ts'
import { tellsNothing } from './tells-nothing.ts'
import type { OwnReport, Understood } from './understood.ts'
import { already, thanks } from './words.ts'

/** Behind the end of a sentence: "lapor lagi, …", "sy mau lapor …", "ada lagi pak, …". */
const announced =
  /[.,;!\n]\s*((?:(?:pak|bapak|bu|ibu|min|kak|saya|sy|aku|kami|oh|ya|dan|ini|juga|mau|ingin|hendak|sekalian)\s+)*(?:lapor(?:an baru|an lain)?|melapor|melaporkan|laporkan|ada lagi|satu lagi)\b)/i
const sentence = /[.;!\n]\s*/g
const fewWords = 2

/**
 * "YA terima kasih. KOTKUPANG lampu mati di Oesapa", "sudah selesai. Ada lagi pak, pohon tumbang": what is announced behind a verdict is a report of its
 * own. The verdict is done where it is clear by itself, and else asked about alone.
 */
export function judgeAndFile(said: Said): Understood | undefined {
  const { text, own, keywords } = said
  const answered = awaiting(own, 'judgement')
  const at = answered.length > 0 ? whereAnother(said) : undefined
  if (at === undefined) return undefined
  const [verdict, rest] = [text.slice(0, at).trim(), text.slice(at).trim()]
  const balas = readWords(verdict).filter(({ means }) => means === 'reply')
  const front = readMessage(textWithout(verdict, balas), [], own)
  const judged = withItsWord(judgedIn(front, answered), verdict)
  const another = reportIn(readMessage(rest, keywords, own))
  if (!judged || !another || isRefusalOfSome(judged, front)) return undefined
  return { kind: 'several', each: [another, judged], clauses: [text, verdict] }
}

/** BELUM, of which of several we ask: kept whole, for beside a report it would be forgotten and its report closed over it. */
function isRefusalOfSome(judged: Understood, front: Said): boolean {
  return judged.kind === 'ask' && judged.question === 'which_report' && front.rest.some(({ means }) => means === 'not')
}

/** BELUM alone, where we would ask why not: the answer would come behind another report, and the refusal stands without it. */
function withItsWord(judged: Understood | undefined, verdict: string): Understood | undefined {
  if (judged?.kind !== 'ask' || judged.question !== 'why_not' || !judged.about) return judged
  return { kind: 'not_done', trackingId: judged.about, text: verdict.replace(/[\s,;]+$/, '') }
}

/** Where another report begins, in UTF-16 units. */
function whereAnother(said: Said): number | undefined {
  const begins = [whereAnnounced(said), behindDenial(said.text)].filter((at) => at !== undefined)
  return begins.length > 0 ? Math.min(...begins) : undefined
}

function whereAnnounced({ text, keywords }: Said): number | undefined {
  const found = announced.exec(text)
  const starts = [...text.matchAll(sentence)].map((end) => end.index + end[0].length)
  const named = starts.find((start) => findKeyword(readWords(text.slice(start)), keywords)?.sure)
  const said = found ? found.index + found[0].length - (found[1]?.length ?? 0) : undefined
  return named !== undefined && (said === undefined || named < said) ? named : said
}

/** YA in capitals, or that it is settled, closes; "ya", "ok" and "sudah" may be no more than how somebody begins. */
export function judgedIn(front: Said, answered: readonly OwnReport[]): Understood | undefined {
  const judged = judge(front)
  const isClear = front.bare.some(
    ({ word, means, from, to }) =>
      (means === 'done' && !already.has(word)) || (means === 'yes' && /^\p{Lu}{2,}$/u.test(front.text.slice(from, to))),
  )
  if (judged?.kind === 'not_done' || (judged?.kind === 'confirm' && isClear)) return judged
  if (judged?.kind === 'ask')
    return judged.question === 'why_not' || judged.question === 'which_report' ? judged : undefined
  const [only, ...others] = answered
  const report = front.id?.whose === 'own' ? front.id.report : only
  const isSaid = front.words.some(({ word, means }) => means === 'yes' || means === 'done' || thanks.has(word))
  if (!report || report.awaits !== 'judgement' || !isSaid || (!judged && !tellsNothing(front.bare))) return undefined
  return others.length > 0 && !front.id ? ask('which_report') : ask('yes_or_no', report.trackingId)
}

/** What is told there: behind a keyword, or with its LAPOR, for no word is cut. */
function reportIn(rest: Said): Understood | undefined {
  if (rest.id?.whose === 'own') return undefined
  const office = nameOffice(rest)
  if (office) return office.understood.kind === 'file' ? office.understood : undefined
  const left = rest.text.trim()
  const secrecy = secrecyInFront(rest.words)
  const told = rest.words.filter(({ word, means }) => means !== 'file' && !isPolite(word))
  if (told.length < fewWords) return undefined
  return secrecy ? { kind: 'file', text: secrecy.text(left), raise: secrecy.raise } : { kind: 'file', text: left }
}

/** Whether another report is filed beside a verdict. */
export function filesBeside(understood: Understood): boolean {
  return understood.kind === 'several' && understood.each.some(({ kind }) => kind === 'file')
}

/** Where a message is about one report, whether that is settled is asked first. */
export function askedInstead(understood: Understood, about: string): Understood {
  return filesBeside(understood) ? ask('yes_or_no', about) : understood
}
