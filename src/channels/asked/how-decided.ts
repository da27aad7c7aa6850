import type { OwnReport } from '../sms/understand/understood.ts'
import type { Keyword } from '../sms/understand/understand.ts'
import { answersNothing } from '../sms/understand/answers-nothing.ts'
import { denies, disputes, isDispleased } from '../sms/understand/disputes.ts'
import { findId } from '../sms/understand/find-id.ts'
import { goesBackIn, withoutKeyword } from '../sms/understand/goes-back.ts'
import { maybeNew } from '../sms/understand/judge.ts'
import { isTroubling, looksNew } from '../sms/understand/looks-new.ts'
import { nudges } from '../sms/understand/nudges.ts'
import { objects } from '../sms/understand/object-to.ts'
import { onlyPraises, saysAgainst } from '../sms/understand/only-praises.ts'
import { readWords, textWithout } from '../sms/understand/read-words.ts'
import { complainsItself } from '../sms/understand/complains-itself.ts'
import { tellsLittle } from '../sms/understand/reply-on.ts'
import { firstWord, isPolite } from '../sms/understand/said.ts'
import { persisting } from '../sms/understand/words.ts'
import type { Decision } from './kept.ts'

/** The words that were kept, and when they came. */
type Words = { text: string; keywords: readonly Keyword[]; cameAt: Date | undefined }

/**
 * What words are that were neither taken back nor explained for a day: what loses least. About an answer they are told to its office, and move it unless
 * they only praise; "baik pak" to our question is its answer. What says that it is not done is never closed over, what goes on from a report in work is a
 * note on it, and what looks new is a report.
 */
export function howDecided(
  { decision, asked }: { decision: Decision; asked: string | null },
  { text, keywords, cameAt }: Words,
  own: OwnReport | undefined,
): Decision {
  if (decision !== 'unanswered') return decision
  if (!own) return 'report'
  const how = leastLost(asked, { text, keywords, cameAt }, own)
  // BALAS, or its number, says that it is no report of its own: never swallowed, and at least a note.
  return how === 'report' && isTold(text, own) ? (own.awaits ? 'reply' : 'note') : how
}

function isTold(text: string, own: OwnReport): boolean {
  const words = readWords(text)
  return firstWord(words)?.means === 'reply' || findId(words, [own])?.whose === 'own'
}

function leastLost(asked: string | null, { text, keywords, cameAt }: Words, own: OwnReport): Decision {
  const said = behindFront(text, keywords)
  // Said before it was settled: it opens nothing again.
  const isSettled =
    own.awaits === undefined && own.closedAt !== undefined && cameAt !== undefined && own.closedAt >= cameAt
  if (own.awaits === 'judgement' && beginsWithNot(said))
    return said !== text.trim() && maybeNew({ rest: readWords(said), text: said }) ? 'report' : 'reply'
  // "kapan dibersihkan? sampai sekarang tidak ada": whoever asks after it so says that it is not done.
  if (own.awaits === 'judgement' && nudges(said) && readWords(said).some(denies)) return 'reply'
  if (own.awaits === 'judgement' && disputes(said) && !isAnother(said)) return 'reply'
  if (answersNothing(said) || (nudges(said) && own.awaits !== 'judgement')) return 'note'
  if (own.archived && objects(readWords(text))) return 'reply'
  // It is over: nothing in these words opens it again.
  if (isOver(own) && !goesOn(said) && (isAboutAnswer(asked) || goesBackIn(said, []))) return 'note'
  if (isSettled) return isAnother(said) ? 'report' : 'note'
  if (!isAboutAnswer(asked) && own.awaits === 'details') return complainsItself(text, said) ? 'report' : 'reply'
  if (!isAboutAnswer(asked)) return unsaid(own, said)
  if (asked === 'yes_or_no' && own.awaits === 'judgement' && isAnother(said)) return 'report'
  const isIdle = own.awaits !== 'details' && tellsLittle(readWords(said)) && asked === 'yes_or_no'
  return isIdle || onlyPraises(said) ? 'note' : 'reply'
}

function isAboutAnswer(asked: string | null): boolean {
  return asked === 'yes_or_no' || asked === 'why_not'
}

/** Closed, by YA or by silence; what was archived was never worked on. */
function isOver({ open, archived }: OwnReport): boolean {
  return !open && !archived
}

/** "mampet lagi", "makin parah", "petugas belum datang": a trouble, a denial, or what is still so. "Pelayanannya cepat" is none of them. */
function goesOn(said: string): boolean {
  const words = readWords(said)
  return saysAgainst(words) || isDispleased(words) || disputes(said) || words.some(({ word }) => worsening.has(word))
}

const worsening = new Set(
  'makin semakin tambah bertambah ulang terulang terus malah ternyata parah saja aja doang'.split(' '),
)

/** "Balasan atau laporan baru?", and nobody said. */
function unsaid(own: OwnReport, said: string): Decision {
  const isBack = goesBackIn(said, [])
  if (own.awaits === 'judgement') return isBack || contradicts(said) ? 'reply' : 'report'
  if (!isBack && !beginsWithNot(said)) return 'report'
  return own.open || own.past || onlyPraises(said) ? 'note' : 'reply'
}

/** BELUM in front, or a denial anywhere: what may not be closed over, whichever report it is about. */
export function saysNotDone(text: string, keywords: readonly Keyword[]): boolean {
  const said = behindFront(text, keywords)
  return beginsWithNot(said) || contradicts(said) || disputes(said)
}

/** A complaint of its own, whatever was said before it: "ya pak, tapi lampu jalan di depan juga mati". */
export function isAnother(text: string): boolean {
  const words = readWords(text)
  const told = words.filter(({ word, means }) => !isPolite(word) && means !== 'yes')
  const [first] = told
  if (!first || goesBackIn(text.slice(first.from), []) || contradicts(text)) return false
  return told.some(isTroubling) && looksNew({ words: words.filter(({ from }) => from >= first.from), asks: false })
}

/** "gak ada yang datang", "selokan depan rumah masih penuh", "mohon dicek ulang": against what the office says. */
function contradicts(text: string): boolean {
  const words = readWords(text).filter(({ word, means }) => !isPolite(word) && means !== 'yes')
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return false
  const line = words.map(({ word }) => word).join(' ')
  return (
    denies(first) ||
    last.means === 'not' ||
    words.some(({ word }) => persisting.has(word) && word !== 'kurang') ||
    worked.test(first.word) ||
    /\b(?:bukan|sebagian|setengah|hanya|cuma) (?:yang |yg )?di\p{L}{4,}/u.test(line) ||
    /\bdi?(?:cek|tinjau|periksa|kerjakan|perbaiki|bersihkan) (?:ulang|kembali|lagi)\b/.test(line)
  )
}

const worked = /^di(?:kerja|bersih|perbaik|tambal|angku|tangan|betul|gant|pasang|benah|aspal|timbun|sedot|gal|keruk)/

/** Without LAPOR or the keyword of an office in front: they say nothing of what is said about an answer. */
function behindFront(text: string, keywords: readonly Keyword[]): string {
  const behind = withoutKeyword(text, keywords)
  const words = readWords(behind)
  const lapor = firstWord(words)
  return (lapor?.means === 'file' ? textWithout(behind, [lapor]) : behind).trim()
}

function beginsWithNot(text: string): boolean {
  return firstWord(readWords(text))?.means === 'not'
}
