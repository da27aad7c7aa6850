import { skeleton } from '../../../accounts/skeleton.ts'
import { isGivenName } from '../../../secrecy/personal-data/given-names.ts'
import { isDuty } from '../../../secrecy/personal-data/ordinary-words.ts'
import { redacted } from '../../../secrecy/personal-data/redact.ts'
import { announces } from './cut-card.ts'
import { ownData } from './labelled-data.ts'
import { isOwnWord, type Signer } from './signer.ts'

/** Somebody signs in the last lines of a letter. */
const lastLines = 4
const said = /\p{L}[\p{L}\p{M}'’]*/gu
const selves = new Set('saya sy aku kami nama namaku pelapor'.split(' '))
/** Whoever is named behind these is somebody else. */
const others = new Set('kata menurut ujar bilang tutur'.split(' '))
/** What is named after people. */
const places = new Set(
  `toko jalan jln jl gang gg pasar warung sekolah sd smp sma smk tk rs rsud klinik apotek hotel masjid mushola gereja pura desa kelurahan
  kecamatan kampung dusun kota kabupaten perumahan perum komplek kompleks gedung jembatan bendungan kantor cv pt ud bengkel`.split(
    /\s+/,
  ),
)
const reached = /(?:\+?62|\(?0)\d[\d\s().-]{6,14}\d|[^\s@<>(]{1,64}@[^\s@<>)]{1,120}/g

/** `name`: one word or more, beside each other. */
type Run = { from: number; to: number; count: number; before: string; isLast: boolean }

/**
 * The same words without the name of whoever writes, where a letter may tell it that is cut nowhere: their whole name wherever it stands,
 * one word of it where they name themselves or sign, and numbers and mailboxes from there on; below "Nama:" and their name also what
 * else they tell of themselves under a label. A shop or an office of that name stays.
 */
export function withoutWho(text: string, signer: Signer): string {
  const ends = endsFrom(text)
  const tells = runsOf(text, signer, ends).filter((run) => run.count > 1 || isSelf(run))
  const signed = tells.find(({ from }) => from >= ends)
  const reaching = signed ? text.lastIndexOf('\n', signed.from) + 1 : text.length
  const gone = [
    ...tells,
    ...[...text.slice(reaching).matchAll(reached)].map(({ 0: number, index }) => ({
      from: reaching + index,
      to: reaching + index + number.length,
    })),
    ...ownData(text, signer),
  ].sort((one, other) => one.from - other.from)
  let done = 0
  const kept = gone.map(({ from, to }) => {
    const piece = from < done ? '' : text.slice(done, from) + redacted
    done = Math.max(done, to)
    return piece
  })
  return kept.join('') + text.slice(done)
}

/** @param ends where the last lines begin */
function runsOf(text: string, signer: Signer, ends: number): Run[] {
  const isOwn = isOwnWord(signer)
  const isCalled = (word: string) => isOwn(word) && (signer.called.has(skeleton(word)) || isGivenName(skeleton(word)))
  const words = [...text.matchAll(said)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }))
  const runs: Run[] = []
  for (let at = 0; at < words.length; at += 1) {
    let end = at
    while (
      end < words.length &&
      isOwn(words[end]?.word ?? '') &&
      (end === at || isBeside(text, words[end - 1]?.to, words[end]?.from))
    )
      end += 1
    const [first, last] = [words[at], words[end - 1]]
    if (end === at || !first || !last) continue
    const count = new Set(words.slice(at, end).map(({ word }) => skeleton(word))).size
    const before = isBeside(text, words[at - 1]?.to, first.from) ? (words[at - 1]?.word.toLowerCase() ?? '') : ''
    const isLast = first.from >= ends && /^[^\p{L}]*(?:\n|$)/u.test(text.slice(last.to, last.to + 80))
    if (count > 1 || isCalled(first.word)) runs.push({ from: first.from, to: last.to, count, before, isLast })
    at = end - 1
  }
  return runs
}

function isBeside(text: string, to = -1, from = 0): boolean {
  return to >= 0 && /^[ \t.,*_]{1,4}$/.test(text.slice(to, from))
}

/** "Nama saya Marta"; "…, Marta" at the end. "Kades Marta" and "toko Marta" are others. */
function isSelf({ before, isLast }: Run): boolean {
  if (selves.has(before)) return true
  return isLast && !places.has(before) && !others.has(before) && !isDuty(skeleton(before)) && !announces(before)
}

function endsFrom(text: string): number {
  const lines = [...text.matchAll(/\S[^\n]*/g)]
  return lines.at(-lastLines)?.index ?? 0
}
