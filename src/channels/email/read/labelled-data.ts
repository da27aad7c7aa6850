import { bareLine, wordsOf } from './bare-line.ts'
import { isClosing } from './closings.ts'
import { isBelowName, isOwnLine } from './cut-card.ts'
import { isOwnName, type Signer } from './signer.ts'

const longestLine = 200
/** Nobody fills in more forms in one letter; the last count. */
const mostRuns = 20
/** Lines of a card beside them that have no label. */
const mostBeside = 4
/** Stands for a run of lines while the rest is judged, and is in no alphabet. */
const mark = '\u{f8fd}'

const called = String.raw`nama(?: lengkap| pelapor| saya)?`
const reached = String.raw`(?:no(?:mor|\.)?\s*)?(?:hp|wa|whatsapp|telp|tlp|telepon|ponsel)(?:\s*\/\s*(?:wa|hp|telp))?|e-?mail|surel`
const known = String.raw`(?:no(?:mor|\.)?\s*)?(?:nik|ktp|kk|kartu keluarga|bpjs)|ttl|tempat,? ?(?:dan |\/ ?)?tanggal lahir|(?:tanggal|tgl) lahir`
const lives = String.raw`alamat(?: rumah| lengkap| tinggal| domisili)?|domisili`
const place = String.raw`lokasi(?: kejadian)?|tempat kejadian|tkp|alamat (?:lokasi|kejadian)|rt ?\/ ?rw|dusun|desa|kelurahan|kecamatan|kabupaten|kota`
const being = String.raw`pekerjaan|jabatan|umur|usia|agama|jenis kelamin`

const labelled = new RegExp(
  String.raw`^(?:${called}|${reached}|${known}|${lives}|${place}|${being})\s*[:=]\s*\S|^nik\s+\d{16}$`,
  'i',
)
/** More than how somebody is called and reached: what a complaint or an answer is about. */
const tellsMore = new RegExp(String.raw`^(?:(?:${known}|${lives}|${place})\s*[:=]|nik\s+\d)`, 'i')
const names = new RegExp(String.raw`^(?:${called})\s*[:=]\s*`, 'i')
const personal = new RegExp(
  String.raw`^([\s>*•·–—-]*(?:${reached}|${known}|${lives}|${being})\s*[:=]\s*|\s*nik\s+)\S.*$`,
  'i',
)

type Run = { from: number; to: number }

/**
 * "Nama: …", "NIK: …", "Alamat: …" below each other are data, and no signature: what we asked for, or whose identity card and which house a
 * complaint is about. Of a name and a number alone, and of what stands below a leave taken, that is said only where we asked.
 * @param isAsked our question waits for an answer
 * @param cut what cuts all else: these lines are not shown to it
 */
export function keepingData(text: string, isAsked: boolean, cut: (text: string) => string): string {
  if (text.includes(mark)) return cut(text)
  const lines = text.split('\n')
  const kept = runsOf(lines).filter((run) => isData(lines, run, isAsked))
  if (kept.length === 0) return cut(text)
  const shown = lines.flatMap((line, at) => {
    const run = kept.find(({ from, to }) => at >= from && at < to)
    return run ? (run.from === at ? [mark] : []) : [line]
  })
  let next = 0
  return cut(shown.join('\n')).replaceAll(mark, () => {
    const { from, to } = kept[next++] ?? { from: 0, to: 0 }
    return lines.slice(from, to).join('\n').trimEnd()
  })
}

/**
 * Where a run is of whoever writes, by their name in it or over it: the values that tell who they are and where they live, and what stands
 * beside it as on a card. A place under a label of its own ("Lokasi: …") is none.
 */
export function ownData(text: string, signer: Signer): { from: number; to: number }[] {
  const lines = text.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const gone = runsOf(lines).flatMap((run) => linesOfTheirs(lines, run, signer))
  return gone.flatMap((at) => {
    const line = lines[at] ?? ''
    const label = isLabelled(line) ? personal.exec(line)?.[1] : ''
    const from = (starts[at] ?? 0) + (label?.length ?? 0)
    return label === undefined ? [] : [{ from, to: (starts[at] ?? 0) + line.trimEnd().length }]
  })
}

function runsOf(lines: readonly string[]): Run[] {
  const runs: Run[] = []
  for (const [at, line] of lines.entries()) {
    if (!isLabelled(line)) continue
    const last = runs.at(-1)
    const isBeside = last && lines.slice(last.to, at).every((between) => between.trim() === '')
    if (last && isBeside) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs.slice(-mostRuns)
}

function isData(lines: readonly string[], { from, to }: Run, isAsked: boolean): boolean {
  const above = lines.slice(0, from)
  if (above.includes('-- ')) return false
  if (isAsked) return true
  const over = above.findLast((line) => line.trim() !== '') ?? ''
  const said = lines.slice(from, to).filter((line) => line.trim() !== '')
  return said.length > 1 && said.some((line) => tellsMore.test(bareLine(line))) && !isClosing(over)
}

/** The run, and the bare lines of a card over and below it; none where it is not of whoever writes. */
function linesOfTheirs(lines: readonly string[], { from, to }: Run, signer: Signer): number[] {
  const isOfCard = (at: number) => isBelowName(bareLine(lines[at] ?? ''), signer) && !isLabelled(lines[at] ?? '')
  let begins = from
  while (begins > 0 && from - begins < mostBeside && isOfCard(begins - 1)) begins -= 1
  const isSigned = isOwnLine(lines[begins - 1] ?? '', signer) || isOwnLine(lines[begins] ?? '', signer)
  const isNamed = lines.slice(from, to).some((line) => {
    const bare = bareLine(line)
    return names.test(bare) && isOwnName(wordsOf(bare.replace(names, '')), signer)
  })
  if (!isSigned && !isNamed) return []
  let ends = to
  while (ends < lines.length && ends - to < mostBeside && isOfCard(ends)) ends += 1
  return Array.from({ length: ends - begins }, (_, at) => begins + at)
}

function isLabelled(line: string): boolean {
  return line.length <= longestLine && labelled.test(bareLine(line))
}
