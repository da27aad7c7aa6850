import { answersNothing } from './answers-nothing.ts'
import { findKeyword } from './find-keyword.ts'
import { nearlyCommands } from './nearly-commands.ts'
import { nudges } from './nudges.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import { saysNew } from './reply-on.ts'
import { ask, awaiting, isPolite, type Said } from './said.ts'
import { secrecyInFront } from './secrecy-in-front.ts'
import { tellsNothing } from './tells-nothing.ts'
import type { Understood } from './understood.ts'
import { address } from './words.ts'
import { onlyCommands } from './wish-beside.ts'

/** A new report that says so, by RAHASIA, ANONIM, LAPOR or nearly a keyword in front. Elsewhere in a text they are only words. */
export function sayNew(said: Said): Understood | undefined {
  if (said.id?.whose === 'own') return undefined
  const secrecy = secrecyInFront(said.words)
  const nearly = findKeyword(said.words.slice(secrecy?.upTo ?? 0), said.keywords)
  const open = said.own.find(({ awaits }) => awaits)
  // "RAHASIA ANONIM?", RAHASIA BELUM: no report is made of commands.
  if (secrecy && !nearly && onlyCommands(said.bare)) return ask('what_happened')
  if (open && (secrecy || nearly)) return ask('new_or_reply', open.trackingId)
  const behind = nearly && said.words[said.words.indexOf(nearly.words.at(-1) as Word) + 1]
  if (behind?.means === 'reply' && said.own[0]) return ask('new_or_reply', said.own[0].trackingId)
  const raise = secrecy && { raise: secrecy.raise }
  if (nearly) return { kind: 'file', text: said.text.trim(), ...raise, unsure: nearly.keyword }
  if (secrecy) return { kind: 'file', text: secrecy.text(said.text), ...raise }
  if (open && announcesNew(said)) return ask('new_or_reply', open.trackingId)
  return open && byLapor(said, open.trackingId)
}

/** "laporan baru: …", "mau lapor …" */
export function announcesNew({ words }: Pick<Said, 'words'>): boolean {
  const text = words.flatMap(({ word }) => (address.has(word) ? [] : [word])).join(' ')
  return /^(?:(?:saya|sy|aku|kami|ini|ada|juga) )*(?:(?:mau|ingin|pengen|hendak|akan) (?:juga )?(?:lapor|melapor|melaporkan|laporkan|mengadu|mengadukan)|(?:lapor|laporan|aduan|pengaduan|keluhan) (?:baru|lain|lagi))\b/.test(
    text,
  )
}

/** LAPOR is how we ask for a new report while a question is open; "lapor pak" may also be how somebody answers it. */
function byLapor({ words, text, own }: Said, about: string): Understood | undefined {
  const at = words.findIndex(({ word }) => !address.has(word))
  const [lapor, next] = words.slice(Math.max(0, at))
  if (lapor?.means !== 'file' || words.length < at + 3) return undefined
  if (next && address.has(next.word) && awaiting(own, 'details').length > 0) return ask('new_or_reply', about)
  const left = textWithout(text, [lapor])
  const told = readWords(left)
  const isIdle =
    saysNew(told) ||
    nudges(left) ||
    answersNothing(left) !== undefined ||
    tellsNothing(told) ||
    told.every((one) => isPolite(one.word) || nearlyCommands(one))
  return isIdle ? ask('what_happened') : { kind: 'file', text: left }
}
