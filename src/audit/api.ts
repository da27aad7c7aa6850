import { Hono } from 'hono'
import { z } from 'zod'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import type { ApiOperation, ApiResponse } from '../platform/api-operation.ts'
import { problem, problemSchema } from '../platform/problem.ts'
import { answer } from '../publication/answer.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { openAsReporterByApi } from '../secrecy/open-as-reporter.ts'
import { localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { receiptFile } from './check-by-hand.ts'
import { headText, publicKeyPem, type SignedHead } from './head.ts'
import { pageOfHeads } from './heads.ts'
import { readReceipt } from './read-receipt.ts'
import { receiptSchema } from './receipt.ts'

const json = 'application/json; charset=utf-8'
const perPage = 100

/** Heads for anybody, receipts for reporters. Mounted under /api/v1. */
export function auditApi(deps: Deps) {
  return new Hono()
    .get('/audit/heads', async (c) => {
      if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
      const { heads, next } = await pageOfHeads(deps.publicDb, perPage, c.req.query('cursor'))
      c.header('access-control-allow-origin', '*')
      return answer(c, JSON.stringify({ items: heads.map(headFact), next: next?.toString() ?? null }), json)
    })
    .get('/reports/:id/receipt', async (c) => {
      if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
      const actor = await openAsReporterByApi(deps, c, c.req.param('id'))
      if (!actor?.reportId) return problem(c, 404, 'not_found', 'Tidak ditemukan.')
      const reportId = actor.reportId
      const receipt = await as(deps.db, actor, (tx) => readReceipt(tx, reportId))
      c.header('cache-control', 'no-store')
      if (!receipt) return problem(c, 409, 'not_yet', wordsIn(localeOf(c)).audit_receipt_not_yet)
      return c.body(receiptFile(receipt), 200, { 'content-type': json })
    })
}

function headFact(head: SignedHead) {
  const { number, day, root, ledger = null, previous, signature, publicKey } = head
  const text = headText(head)
  return {
    number,
    day,
    root,
    ledger,
    previous,
    text,
    signature: signature.toString('base64'),
    publicKey: publicKeyPem(publicKey),
  }
}

const headSchema = z
  .object({
    number: z.int(),
    day: z.iso.date().describe('The civil day in WIB on which it was made.'),
    root: z.string().describe('Hexadecimal.'),
    ledger: z
      .string()
      .nullable()
      .describe('Salted commitment to the ledger of openings, hexadecimal; null in heads of version 1.'),
    previous: z.string().describe('SHA-256 of the text of the head before; zeros for the first.'),
    text: z.string().describe('What was signed, byte for byte.'),
    signature: z.string().describe('Ed25519, base64.'),
    publicKey: z.string().describe('PEM.'),
  })
  .meta({ id: 'AuditHead' })

const no = (description: string): ApiResponse => ({ description, body: problemSchema })

export const auditOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/audit/heads',
    tag: 'Audit',
    summary: 'The daily heads over the histories of all reports and of who opened any, newest first',
    description: 'Each is signed and names the one before. Keep them elsewhere: they show what was changed afterwards.',
    request: { query: z.object({ cursor: z.string().optional().describe('`next` of the page before.') }) },
    responses: {
      200: {
        description: 'A hundred at most.',
        body: z.object({ items: z.array(headSchema), next: z.string().nullable() }),
      },
      401: no('The token is nobody’s.'),
    },
  },
  {
    method: 'get',
    path: '/reports/{id}/receipt',
    tag: 'Audit',
    summary: 'The reporter’s proof that the report is in the newest head',
    description: 'Of the same length for every report. How to check it without us: /audit.',
    security: ['reportKey', 'token'],
    request: {
      params: z.object({ id: z.string().describe('The tracking ID; case, spaces and dashes do not matter.') }),
      headers: z.object({ 'Report-Key': z.string().optional().describe('The key that was given at filing.') }),
    },
    responses: {
      200: { description: 'The receipt.', body: receiptSchema },
      401: no('The token is nobody’s.'),
      404: no('Unknown, or not yours to know.'),
      409: no('`not_yet`: filed after the newest head; there is one every day.'),
    },
  },
]
