import { isTroubling } from './looks-new.ts'
import { readWords } from './read-words.ts'

const report = /\b(?:laporan|aduan|pengaduan|keluhan)(?:nya|ku)?\b/iu
const everyReport = new RegExp(report, 'giu')
const wondering =
  /\b(?:menanyakan|bertanya|tanya|mengetahui|perkembangan|kelanjutan|progres|tindak lanjut|sampai (?:di )?mana|bagaimana status|status)(?:nya)?\b/iu

/**
 * "Saya ingin menanyakan perkembangan laporan saya nomor …", in however many words: some sentence asks after a report, and no other tells a trouble.
 */
export function asksAfter(text: string): boolean {
  const sentences = text.split(/[.!?\n]+/)
  const others = sentences.filter((sentence) => !report.test(sentence) || !wondering.test(sentence))
  const tells = (sentence: string) => readWords(sentence.replace(everyReport, ' ')).some(isTroubling)
  return others.length < sentences.length && !others.some(tells)
}
