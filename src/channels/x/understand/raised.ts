import { readWords } from '../../sms/understand/read-words.ts'
import { secrecyInFront } from '../../sms/understand/secrecy-in-front.ts'
import type { Secrecy } from '../../sms/understand/understood.ts'

const hidesName =
  /\b(?:(?:me)?rahasiakan|dirahasiakan|rahasia|anonim(?:kan)?|sembunyikan|disembunyikan|jaga (?:ke)?rahasia(?:an)?)\b[^.!?\n]{0,30}\b(?:nama|identitas|data|akun|pelapor|diri)\b|\b(?:nama|identitas|data|akun|pelapor)\b[^.!?\n]{0,30}\b(?:di)?(?:rahasiakan|sembunyikan)\b/i
const hidesAll =
  /#rahasia\b|\b(?:mohon|tolong|minta|harap|laporan ini|bersifat|secara)\b[^.!?\n]{0,25}\b(?:di)?rahasia(?:kan)?\b|\brahasia[.!]*\s*$/i
const anonymous = /#anonim\b|\b(?:secara|lapor|pelapor|sebagai) anonim\b|\banonim[.!]*\s*$/i

/**
 * What somebody asks to be hidden, by RAHASIA or ANONIM in front, as a hashtag, at the end, or in a sentence about themselves.
 * Raising too much is mended by the reporter; too little never.
 */
export function raisedBy(text: string): { raise?: Secrecy; text: string } {
  const front = secrecyInFront(readWords(text))
  if (front) return { raise: front.raise, text: front.text(text) }
  if (hidesName.test(text)) return { raise: 'anonymous', text }
  if (hidesAll.test(text)) return { raise: 'confidential', text }
  return anonymous.test(text) ? { raise: 'anonymous', text } : { text }
}
