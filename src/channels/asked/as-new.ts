import { readWords, textWithout, type Word } from '../sms/understand/read-words.ts'
import { saysLowered } from '../sms/understand/lower.ts'
import { idles } from '../sms/understand/idles.ts'
import { nearlyCommands } from '../sms/understand/nearly-commands.ts'
import { isPolite, readMessage } from '../sms/understand/said.ts'
import { saysWithdrawal } from '../sms/understand/withdraw.ts'
import { secrecyAlone } from '../sms/understand/wish-beside.ts'
import { type Keyword, type Understood, understand } from '../sms/understand/understand.ts'
import { content, troubles, wondering } from '../sms/understand/words.ts'
import { readAnswer } from './read-answer.ts'

const shortest = 3
const empty = new Set(
  `apa apakah siapa mana dimana gimana hmm ehm oh anda kamu sini sana lanjut lanjutkan lanjutin teruskan batal batalkan dibatalkan batalin jadi gajadi tidak
  tdk gak nggak`.split(/\s+/),
)

/**
 * What words would be as a new report, whatever their sender has filed: its office, its secrecy. Undefined where they tell nothing: YA, CEK, CABUT,
 * a number, a greeting. One word may tell something ("banjir"), beside a number that is not theirs two, or a trouble.
 */
export function asNew(
  written: string,
  keywords: readonly Keyword[],
): Extract<Understood, { kind: 'file' }> | undefined {
  const text = withoutBalas(written)
  if (idles(text)) return undefined
  const meant = understand(text, keywords, [])
  if (meant.kind === 'file') return meant
  if (meant.kind !== 'ask' || readAnswer(text, undefined, []) || saysWithdrawal(text) || saysLowered(text))
    return undefined
  const { bare } = readMessage(text, keywords, [])
  if (secrecyAlone({ bare })) return undefined
  const told = bare.filter(tells)
  const isEnough =
    meant.question === 'no_such_report'
      ? told.length > 1 || told.some(({ word }) => troubles.has(word))
      : meant.question === 'what_happened' && told.length > 0
  return isEnough ? { kind: 'file', text: text.trim() } : undefined
}

/** BALAS in front is said to us; "balas dendam antar warga" is told. */
function withoutBalas(text: string): string {
  const [first, next] = readWords(text)
  const isCommand = first?.means === 'reply' && next && !/^(?:dendam|budi|jasa|membalas|pantun)$/.test(next.word)
  return isCommand ? textWithout(text, [first]) : text
}

function tells({ word, means, might }: Word): boolean {
  if (means || isPolite(word)) return false
  if (troubles.has(word)) return true
  const isWord = word.length >= shortest && /^\p{L}+$/u.test(word)
  const isOfTalk = [content, wondering, empty].some((words) => words.has(word))
  return isWord && !nearlyCommands({ word, might }) && !isOfTalk
}
