import { cleanLine, maxTitleGraphemes, shorten } from './clean-text.ts'

/** A sentence shorter than this (a greeting, "Kpd Yth. Bapak.") does not say what a report is about. In UTF-16 units. */
const shortestTitle = 20

/** After these a full stop does not end a sentence. */
const abbreviations =
  /(?:^|[\s("'])(?:yth|kpd|sdr|sdri|bpk|bp|ibu|jl|jln|jend|gg|no|nmr|kec|kel|kab|kp|ds|rt|rw|tgl|pkl|pt|cv|ud|dr|drs|ir|hj?|prof|st|a\.?n|u\.?p|s\.?d|d\.?a|dll|dsb|dst|sbb|tlp|telp|hp|\p{Lu})$/iu

/** A title for a report that came without one: its first sentence that says something, at most 100 graphemes, cut between words. */
export function titleFrom(text: string): string {
  const line = firstSentence(text.slice(0, 2000).toWellFormed())
  const title = shorten(line, maxTitleGraphemes)
  if (title === line) return title
  const words = title.slice(0, -1)
  const lastSpace = words.lastIndexOf(' ')
  return lastSpace > words.length / 2 ? `${words.slice(0, lastSpace).replace(/[\s,;:–-]+$/u, '')}…` : title
}

function firstSentence(text: string): string {
  let from = 0
  for (const end of text.matchAll(/[.!?]+(?=\s|$)|\n+/g)) {
    if (end[0].startsWith('.') && abbreviations.test(text.slice(0, end.index))) continue
    const sentence = trimmed(text.slice(from, end.index + end[0].length))
    if (sentence.length >= shortestTitle) return sentence
    if (isGreeting(sentence)) from = end.index + end[0].length
  }
  return trimmed(text.slice(from)) || trimmed(text)
}

/** "Assalamualaikum.", "Selamat pagi, Pak!": polite, but no title. */
function isGreeting(sentence: string): boolean {
  return (
    sentence.length < shortestTitle &&
    /^(?:ass?al|salam|selamat|halo|hai|yth|kepada|kpd|permisi|mohon maaf|min\b)/i.test(sentence)
  )
}

function trimmed(sentence: string): string {
  return cleanLine(sentence).replace(/(?<!\.)[.,;:]$/, '')
}
