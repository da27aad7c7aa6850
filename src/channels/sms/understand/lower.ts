import { ask, awaiting, isPolite, nearest, readMessage, type Said } from './said.ts'
import type { Understood } from './understood.ts'
import { wordSet } from './word-set.ts'

const refusing = wordSet(
  'tidak tdk tak gak ga gk nggak ngga enggak engga jangan jgn bukan batal batalkan cabut gausah gakusah',
)
const needing = wordSet('perlu prlu usah harus jadi mau ingin boleh')
const hiding = wordSet(
  'rahasia dirahasiakan rahasiakan merahasiakan rahasianya kerahasiaan kerahasiaannya anonim dianonimkan anonimkan',
)
const again = wordSet('lagi lg lagi2 sekarang skrg skrng')
const beside = wordSet(
  'saja aja sudah sdh udah bisa boleh ya oke ok kok deh dong nama namanya identitas identitasnya jadi ditampilkan',
)

/**
 * "tidak perlu rahasia lagi pak", "jangan dirahasiakan lagi": whoever filed a report opens it themselves, on its page and confirmed there (secrecy.md); how
 * is told, and no report is made of it. Behind "lagi", or of somebody whose report it is; anything else in it says that it is about something else.
 */
export function wantsLowered({ bare, own, id }: Said): Understood | undefined {
  if (!lowers(bare)) return undefined
  // "tidak perlu dirahasiakan": to our question it may be the answer.
  const isAsked = awaiting(own, 'details').length > 0
  if (isAsked && !bare.some(({ word }) => again.has(word))) return undefined
  if (id && id.whose !== 'own') return ask('no_such_report', id.id)
  const [report, ...others] = id ? [id.report] : nearest(own)
  if (!report) return ask('no_such_report')
  if (others.length > 0) return ask('which_report')
  return { kind: 'lower', trackingId: report.trackingId }
}

/** Nothing but that: no report is made of it. */
export function saysLowered(text: string): boolean {
  return lowers(readMessage(text, [], []).bare)
}

function lowers(bare: Said['bare']): boolean {
  const words = bare.map(({ word }) => word)
  const says = (some: ReadonlySet<string>) => words.some((word) => some.has(word))
  const isKnown = words.every(
    (word) => isPolite(word) || [refusing, needing, hiding, again, beside].some((some) => some.has(word)),
  )
  return isKnown && says(refusing) && says(hiding) && (says(again) || says(needing) || words[0] === 'batal')
}
