import { z } from 'zod'
import type { Item } from '../post.ts'
import { readPost } from './read-v2.ts'

const line2 = z.object({
  data: z.unknown().optional(),
  includes: z.unknown().optional(),
  errors: z.unknown().optional(),
})

/** What one line of the stream brings; nothing for a word of X about the connection itself. */
export function readLine(line: string): Item[] {
  const sent = parse(line)
  const read = line2.safeParse(sent)
  if (!read.success) return [{ kind: 'unread', raw: line }]
  const { data, includes, errors } = read.data
  if (data === undefined && errors !== undefined) return []
  const post = readPost(data, includes)
  return [post ?? { kind: 'unread', raw: line }]
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
