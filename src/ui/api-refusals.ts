import type { Context } from 'hono'
import type { z } from 'zod'
import { problem } from '../platform/problem.ts'
import type { JsonBody } from '../platform/request-body.ts'
import type { Locale } from './locale.ts'
import { type Vocabulary, wordsIn } from './words/index.ts'

/** The longest JSON body that the API reads. */
export const maxApiBodyBytes = 1024 * 1024

/** Why a body could not be read as JSON: 415, 413 or 400. */
export function noJson(c: Context, why: Extract<JsonBody, { ok: false }>['why']): Response {
  if (why === 'not_json') return problem(c, 415, 'unsupported_media_type', 'Kirim sebagai application/json.')
  if (why === 'too_long') return problem(c, 413, 'too_large', 'Paling besar 1 MiB; foto dikirim tersendiri.')
  return problem(c, 400, 'malformed', 'Isi permintaan bukan JSON.')
}

/** For `safeParse`: what is wrong in the language of the call. Sentences that a schema brings itself stay. */
export function sayWrong(locale: Locale): { error: z.core.$ZodErrorMap } {
  const t = wordsIn(locale)
  return { error: (issue) => sentence(t, issue) }
}

function sentence(t: Vocabulary, issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? t.api_wrong_required : t.api_wrong_type(typeWord(t, issue.expected))
    case 'invalid_value':
      return issue.input === undefined ? t.api_wrong_required : t.api_wrong_choice(issue.values.map(String).join(', '))
    case 'too_big':
      return isLength(issue.origin) ? t.api_wrong_long(`${issue.maximum}`) : t.api_wrong_most(`${issue.maximum}`)
    case 'too_small':
      return isLength(issue.origin) ? t.api_wrong_short(`${issue.minimum}`) : t.api_wrong_least(`${issue.minimum}`)
    default:
      return t.api_wrong_value
  }
}

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array'
}

function typeWord(t: Vocabulary, expected: string): string {
  switch (expected) {
    case 'string':
      return t.api_type_string
    case 'number':
      return t.api_type_number
    case 'int':
      return t.api_type_int
    case 'boolean':
      return t.api_type_boolean
    case 'array':
      return t.api_type_array
    default:
      return t.api_type_object
  }
}
