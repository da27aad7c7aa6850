import { looksNew } from './looks-new.ts'
import { partHeard } from './part-heard.ts'
import type { Word } from './read-words.ts'
import { ask, isPolite, readMessage, type Said, textBeside } from './said.ts'
import type { OwnReport, Understood } from './understood.ts'
import { everything, forbidding, merely, refusing } from './words.ts'
import { wordSet } from './word-set.ts'

/** CABUT, "mau batalkan": alone they are about a report. */
export const taking = wordSet('cabut mencabut cabutkan batalkan membatalkan batalin')
/** Of a report these say it too; alone they may be an answer, or another thing that was taken away. */
const besideReport = wordSet(
  'batal dicabut dibatalkan tarik menarik ditarik hapus hapuskan menghapus dihapus pencabutan pembatalan penarikan',
)
const reported = /^(?:laporan|aduan|pengaduan|keluhan|lapor$|melapor$)/
const beside = wordSet(
  'jadi kembali dulu lagi ya iya ok oke sudah dan dengan saja bisa bs bisakah apa apakah boleh bolehkah bagaimana gimana gmn cara caranya supaya agar dapat dpt untuk nya dari sistem hendak akan ingin pengen pengin perlu lewat sms',
)
/** "gak jadi pak", "gajadi deh"; "gak jadi dikerjakan" is another thing. */
const undoing =
  /^(?:(?:eh|oh|ah|wah|aduh|sori|sorry|ya|yah|ok|oke) )*(?:tidak|tdk|tak|gak|ga|gk|g|nggak|ngga|enggak|engga|kagak|ndak|nda)(?: ?jadi| ?jd)(?: (?:ya|saja|aja|sj|dulu|lagi|kok|lapor))*$/
const because = wordSet('karena krn karna sebab soalnya sbb')

/**
 * CABUT, "saya mau batalkan laporan saya", "cara mencabut laporan?": how to withdraw is told, for it is asked again and confirmed on the page of the
 * report. What stands beside it is told to whoever has the report; what may be another complaint is asked about.
 */
export function wantsWithdrawal(said: Said): Understood | undefined {
  const { own, id } = said
  const how = readWithdrawal(said)
  if (!how) return undoes(said) && !id ? ofTheOnlyOne(own) : undefined
  if (id && id.whose !== 'own') return ask('no_such_report', id.id)
  const open = own.filter((report) => report.open)
  const report = id?.report ?? open[0] ?? own[0]
  const isNew = mayBeNew(how.reason, said)
  if (!report) return isNew ? undefined : ask('no_such_report')
  if (isNew) return ask('new_or_reply', report.trackingId)
  if (!id && open.length > 1) return ask('which_report')
  const text = how.reason.length > 0 ? { text: textBeside(said) } : {}
  return { kind: 'withdraw', trackingId: report.trackingId, ...text }
}

/** "gak jadi pak": of the only one that is open, unless it asks something; "jadi" may be the answer. */
function ofTheOnlyOne(own: readonly OwnReport[]): Understood | undefined {
  const [report, ...others] = own.filter(({ open }) => open)
  if (own.length === 0) return ask('what_happened')
  const isAlone = report && others.length === 0 && !own.some(({ awaits }) => awaits)
  return isAlone ? { kind: 'withdraw', trackingId: report.trackingId } : undefined
}

function undoes({ bare, text }: Said): boolean {
  const told = clausesOf(bare, text).filter((words) => !words.every(({ word }) => isPolite(word)))
  return told.length > 0 && told.every(saysUndone)
}

function saysUndone(words: readonly Word[]): boolean {
  const line = words.filter(({ word }) => !isPolite(word)).map(({ word }) => word)
  return undoing.test(line.join(' '))
}

/** Nothing but that: no report is made of it. */
export function saysWithdrawal(text: string): boolean {
  return readWithdrawal(readMessage(text, [], []))?.reason.length === 0
}

/** That, and at most why: whoever's report nobody finds is asked for it. */
export function asksToWithdraw(text: string, own: readonly OwnReport[] = []): boolean {
  const said = readMessage(partHeard(text).heard, [], own)
  const how = readWithdrawal(said)
  return how !== undefined && !mayBeNew(how.reason, said)
}

function mayBeNew(reason: readonly Word[], { asks }: Said): boolean {
  return reason.length > 0 && looksNew({ words: [...reason], asks })
}

/** `reason`: what is said besides. Whoever denies it, or says only that something was taken away, withdraws nothing. */
function readWithdrawal({ bare, text, id }: Said): { reason: Word[] } | undefined {
  const clauses = clausesOf(bare, text)
  const isOwn = id?.whose === 'own'
  const found = clauses.find((words) => withdraws(words, isOwn))
  if (!found) return undefined
  const reason = clauses.filter((words) => words !== found && !saysUndone(words)).flat()
  const told = reason.filter(({ word }) => !isPolite(word) && word !== 'ya')
  const isAbout = isOwn || found.some(({ word }) => reported.test(word))
  // "sudah, batal": to our question it may be the answer.
  if (told.length > 0 && !isAbout) return undefined
  return { reason: told.length > 0 ? reason : [] }
}

function withdraws(words: readonly Word[], isOwn: boolean): boolean {
  const isAbout = isOwn || words.some(({ word }) => reported.test(word))
  const at = words.findIndex(({ word }) => taking.has(word) || (isAbout && besideReport.has(word)))
  // "tidak jadi lapor"
  const not = words.findIndex(({ word }) => refusing.has(word))
  const isUndone = at < 0 && isAbout && not >= 0 && words[not + 1]?.word === 'jadi'
  const says = (word: string) => taking.has(word) || besideReport.has(word) || beside.has(word) || reported.test(word)
  const isKnown = words.every(
    ({ word }, place) =>
      says(word) || isPolite(word) || merely.has(word) || everything.has(word) || (isUndone && place === not),
  )
  return isKnown && (at >= 0 || isUndone) && !words.some(({ word }) => forbidding.has(word))
}

function clausesOf(words: readonly Word[], text: string): Word[][] {
  const clauses: Word[][] = []
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]
    const isApart = before === undefined || /[.,;:!?\n]/.test(text.slice(before.to, word.from))
    if (isApart || because.has(word.word)) clauses.push([])
    clauses.at(-1)?.push(word)
  }
  return clauses
}
