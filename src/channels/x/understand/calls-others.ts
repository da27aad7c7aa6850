import type { Us } from '../post.ts'
import { speaksForOffice } from './speaks-for-office.ts'

const bodies = /\b(?:bnpb|bmkg|basarnas|pvmbg|pmi|kpk|kpai)\b/i
/** Who speaks, before a colon: "BNPB: …", "Info Dishub Kupang: …". */
const inFront = /^\W*([\p{L}][\p{L}\d .]{1,40}):\s/u
/** At the beginning of a sentence, so that nobody says it of themselves: "saya laporkan …", "mohon laporkan …" do not. */
const call = String.raw`(?:^|[.!?:\n]\s*)(?:(?:segera|silakan|silahkan|yuk|ayo|mari)\s+)?(?:laporkan|adukan|sampaikan|laporin)\b[^.!?\n]{0,60}\b(?:ke|kepada|melalui|lewat|via)\s+`

/**
 * Whether a post tells others to call us: `office` where somebody who speaks for one is named in front, `maybe` where whoever
 * writes may as well tell of a trouble of their own.
 */
export function callsOthers(text: string, { handle }: Us): 'office' | 'maybe' | undefined {
  if (!new RegExp(`${call}[@#]${handle}(?![\\p{L}\\p{N}_])`, 'iu').test(text)) return undefined
  const who = inFront.exec(text.replace(/^(?:\s*@\w{1,15}\s)+/, ''))?.[1] ?? ''
  return bodies.test(who) || speaksForOffice(who) ? 'office' : 'maybe'
}
