import { createReadStream } from 'node:fs'
import type { Refusal, Row } from './imported-report.ts'

export type JsonLine = { line: number } & ({ row: Row } | { row: null; reason: Refusal })

/**
 * One JSON object a line, blank lines left out. Streams, whatever the file's size. Only LF ends a line: Node's own reader also
 * breaks at U+2028, which may stand inside a text.
 */
export async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
  let line = 0
  for await (const text of linesOf(file)) {
    line++
    if (text.trim() !== '') yield { line, ...parsed(text) }
  }
}

function parsed(text: string): { row: Row } | { row: null; reason: Refusal } {
  try {
    const value: unknown = JSON.parse(text)
    const isRow = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRow ? { row: value as Row } : { row: null, reason: 'not_a_row' }
  } catch {
    return { row: null, reason: 'not_json' }
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of createReadStream(file)) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest + decoder.decode()
}
