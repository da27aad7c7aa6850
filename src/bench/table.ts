import type { Figure } from './figures.ts'
import type { AskedAgain } from './http-client.ts'
import type { Measured } from './measure.ts'
import type { Bar } from './rows.ts'
import { type Sealing, shareOfFiling } from './sealing.ts'
import type { Memory } from './site.ts'

const growthBar = 1.5
const memoryBarMegabytes = 300
/** Encryption may cost this part of filing and of reading. */
const secrecyBar = 0.15

/** The figures as a person reads them: medians, least to most beneath, limits and bars beside. */
export function tableOf(measured: readonly Measured[], memory: Memory, sealing: Sealing, heading: string): string {
  const head = ['', 'p50, 1 at a time', 'req/s, 16', 'p95, 16', 'limit, req/s', 'of limit', 'growth, p50', 'bar']
  const body = measured.flatMap((row) => [
    [
      row.name,
      ms(row.p50.median),
      whole(row.perSecond.median),
      ms(row.p95.median),
      row.limitPerSecond ? whole(row.limitPerSecond.median) : '',
      row.share ? percent(row.share.median) : '',
      row.growth ? `× ${row.growth.median.toFixed(2)}` : '',
      verdicts(row),
    ],
    [
      row.limitName ? `  limit: ${row.limitName}` : '',
      spread(row.p50, ms),
      spread(row.perSecond, whole),
      spread(row.p95, ms),
      row.limitPerSecond ? spread(row.limitPerSecond, whole) : '',
      row.share ? spread(row.share, percent) : '',
      row.growth ? spread(row.growth, (value) => value.toFixed(2)) : '',
      '',
    ],
  ])
  const sum = memory.web + memory.worker
  const memoryLine = `memory, web + worker: ${memory.web} + ${memory.worker} = ${sum} MB (${memory.proportional} with what they share counted once)  ${verdict(sum <= memoryBarMegabytes, `≤ ${memoryBarMegabytes} MB`)}`
  return `${heading}\n\n${aligned([head, ...body])}\n\n${memoryLine}\n${sealingLine(sealing, measured)}\n`
}

/** How much of what was measured took a second try. */
export function askedAgainLine({ count }: AskedAgain): string {
  return `asked again, on a new connection, because the server had closed the idle one: ${whole(count)}\n`
}

/** The first row files; the last reads a report at its desk. */
function sealingLine({ filing, opening }: Sealing, measured: readonly Measured[]): string {
  const filings = measured[0]?.perSecond.median ?? 0
  const page = measured.at(-1)?.p50.median ?? 0
  const share = shareOfFiling(filing.median, filings)
  const ofPage = opening.median / page
  const bar = (part: number) => verdict(part <= secrecyBar, `≤ ${percent(secrecyBar)}`)
  return `sealing: who files and where ${ms(filing.median)} of CPU = ${percent(share)} of a filing at that rate  ${bar(share)}
opening: the words of a confidential report ${ms(opening.median)} = ${percent(ofPage)} of its page at a desk  ${bar(ofPage)}`
}

/** Each bar that the row has, and whether its median keeps it. */
export function verdicts({ bar, perSecond, p95, share, growth }: Omit<Measured, 'name' | 'p50'>): string {
  const said = judged(bar, perSecond, p95, share)
  if (growth) said.push(verdict(growth.median <= growthBar, `growth ≤ ${growthBar}`))
  return said.join(' · ')
}

function judged(bar: Bar, perSecond: Figure, p95: Figure, share: Figure | undefined): string[] {
  const said: string[] = []
  if (bar.share !== undefined && share) said.push(verdict(share.median >= bar.share, `≥ ${percent(bar.share)}`))
  if (bar.perSecond !== undefined) said.push(verdict(perSecond.median >= bar.perSecond, `≥ ${whole(bar.perSecond)}/s`))
  if (bar.p95 !== undefined) said.push(verdict(p95.median <= bar.p95, `p95 ≤ ${bar.p95} ms`))
  return said
}

const verdict = (held: boolean, words: string) => `${held ? '✓' : '✗ MISSED'} ${words}`
const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`
const whole = (value: number) => Math.round(value).toLocaleString('en-GB')
const percent = (value: number) => `${(value * 100).toFixed(1)} %`
const spread = ({ least, most }: Figure, write: (value: number) => string) => `${write(least)}–${write(most)}`

function aligned(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
