import { type WordedDoor, deliveredWording, type WordingName } from '../../notifications/wording/delivered.ts'

/** Whether these are the words of this message, whatever it names; what an SMS or a post cuts off is not asked for. */
export function isSaidAs(door: WordedDoor, name: WordingName, words: string): boolean {
  const delivered = deliveredWording(door, name)?.words
  if (!delivered) return false
  const dated = delivered.replaceAll(/[[\]]/g, '')
  const dateless = delivered.replaceAll(/\[.*?\]/gs, '')
  return [dated, dateless].some((one) => likeness(one).test(plain(words)))
}

function likeness(words: string): RegExp {
  const parts = plain(words)
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(parts.join('.*'))
}

/** Letters break their lines; an SMS has plain letters. */
function plain(words: string): string {
  return words.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'").replaceAll(/[–—]/g, '-').replaceAll(/\s+/g, ' ')
}
