import { parseTrackingId } from '../../report/tracking-id.ts'
import { partHeard } from '../sms/understand/part-heard.ts'
import { isPolite, readMessage } from '../sms/understand/said.ts'
import { readWords, type Word } from '../sms/understand/read-words.ts'
import { findWishes } from '../sms/understand/find-wishes.ts'
import { wishesAlone } from '../sms/understand/wish-beside.ts'
import { secrecyInFront } from '../sms/understand/secrecy-in-front.ts'
import type { Secrecy } from '../sms/understand/understood.ts'
import { wishesInFront } from '../sms/understand/wish-in.ts'
import type { Hides } from './plain-intake.ts'

/** "sudah rahasia umum", "bukan rahasia lagi", "rahasia jabatan", "jangan dirahasiakan", "email ini bersifat rahasia": no wish. */
const noWish =
  /\brahasia (?:umum|negara|dagang|jabatan|bank|lagi)\b|\b(?:jangan|jgn|tidak|tdk|tak|bukan|bkn|gak|nggak|tanpa)\s+(?:perlu |usah )?(?:di|me)?rahasia(?:kan)?\b|\b(?:e-?mail|pesan|surel|dokumen|informasi)\b[^.!?\n]{0,60}\bbersifat rahasia\b/gi
/** Letters from the beginning, and from the end, in which a wish is looked for: as long as a form's text. */
const farthest = 10_000
const who =
  '(?:nama|namaku|identitas|identitasku|data|akun|nomor|no|pelapor(?:nya)?|diri|(?:saya|sy|aku|siapa) (?:yang |yg )?(?:me)?lapor(?:kan)?)'
const hiding = '(?:(?:(?:di|me)?rahasiakan|(?:ke)?rahasia(?:an)?|(?:di)?sembunyikan|anonim(?:kan)?)(?:nya)?)'
const accused = '(?!\\s+(?:pelaku|oknum|terlapor))'
const hidesName = new RegExp(
  String.raw`\b${hiding}\b[^.!?\n]{0,30}\b${who}\b${accused}|\b${who}\b${accused}[^.!?\n]{0,30}\b${hiding}\b`,
  'giu',
)
const hidesAll =
  /#rahasia\b|\b(?:mohon|mhn|tolong|tlg|minta|harap|please|laporan ini|bersifat|secara)\b[^.!?\n]{0,25}\b(?:di|me|ke)?rahasia(?:kan|an)?(?:nya)?\b|\bkerahasiaan(?:nya)?\b[^.!?\n]{0,25}\b(?:mohon|tolong|minta|harap|di?jaga)\b/iu
const hidesWriter = /#anonim\b|\b(?:secara|lapor|pelapor|sebagai) anonim\b/i

/**
 * What somebody asks to be hidden, by RAHASIA or ANONIM in front, as a hashtag, at the end, or in a sentence about themselves; in front
 * the word is taken out. Raising too much is mended by the reporter; too little never.
 */
export function raisedBy(text: string): { raise?: Secrecy; text: string } {
  const front = secrecyInFront(readWords(partHeard(text).heard.replace(noWish, blank)))
  const { anonymous, confidential } = wishesIn(text)
  if (front) return { raise: confidential ? 'confidential' : front.raise, text: front.text(text) }
  if (confidential) return { raise: 'confidential', text }
  return anonymous ? { raise: 'anonymous', text } : { text }
}

/** Everything that these words ask to be hidden; also behind BALAS, BELUM or a report's number. */
export function wishesIn(text: string): Hides {
  const told = bothEnds(text).replace(noWish, blank)
  const others = told.replace(hidesName, blank)
  const said = [
    ...findWishes(told).map(({ what }) => what),
    ...wishesInFront(others),
    ...told.split(/[.!?;\n]+/).flatMap(wishesOf),
    ...others.split(/[.!?;,\n]+/).map(wishBehind),
  ]
  return {
    anonymous: others !== told || hidesWriter.test(others) || said.includes('anonymous'),
    confidential: hidesAll.test(others) || said.includes('confidential'),
  }
}

/** Whether they ask that anything be hidden. */
export function wishesAnything(text: string): boolean {
  const { anonymous, confidential } = wishesIn(text)
  return Boolean(anonymous || confidential)
}

/** Nobody asks in the middle of forty pages. */
function bothEnds(text: string): string {
  return text.length > 2 * farthest ? `${text.slice(0, farthest)}\n${text.slice(-farthest)}` : text
}

/** RAHASIA or ANONIM alone, or in front of what is said. */
function wishesOf(sentence: string): (Secrecy | undefined)[] {
  const { bare } = readMessage(sentence, [], [])
  const begins = bare.findIndex((word) => !isCommand(word) && !isPolite(word.word))
  const words = begins < 0 ? [] : bare.slice(begins)
  const alone = wishesAlone({ bare: words })
  return alone.length > 0 ? alone : [secrecyInFront(words)?.raise]
}

function wishBehind(sentence: string): Secrecy | undefined {
  const last = readWords(sentence).findLast(({ word }) => !isPolite(word) && word !== 'ya' && !parseTrackingId(word))
  return (['confidential', 'anonymous'] as const).find((one) => last?.means === one)
}

/** What stands before words of one's own: BALAS, BELUM, YA, a report's number goes before. */
function isCommand({ means }: Word): boolean {
  return means === 'reply' || means === 'not' || means === 'yes' || means === 'done' || means === 'file'
}

/** As long as it was: places in the text stay. */
function blank(found: string): string {
  return ' '.repeat(found.length)
}
