import { type Context, Hono } from 'hono'
import type { Person } from '../accounts/person.ts'
import { hasWrongToken } from '../accounts/who-is-asking.ts'
import { keyedHash } from '../platform/keyed-hash.ts'
import { problem, problemErrors } from '../platform/problem.ts'
import { readJsonBody } from '../platform/request-body.ts'
import { randomId } from '../platform/uuid.ts'
import type { Deps } from '../secrecy/deps.ts'
import { maxApiBodyBytes, noJson, sayWrong } from '../ui/api-refusals.ts'
import { localeOf } from '../ui/locale.ts'
import { statusLook, statusWord } from '../ui/status.ts'
import { type FilingRequest, filingRequestSchema } from './api-schemas.ts'
import { attachPhotos } from './attach-photos.ts'
import { saysSomething } from './clean-text.ts'
import { fileFor } from './file-for.ts'
import { walksIn } from './form-to-intake.ts'
import type { Intake } from './intake.ts'

const maxKeyLength = 255

/** Filing by programs: POST /reports and its attachments. Who files is known by token alone; cookies do not count here. */
export function intakeApi(deps: Deps) {
  return new Hono()
    .post('/reports', async (c) => {
      if (hasWrongToken(c)) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
      const read = await readJsonBody(c.req.raw, maxApiBodyBytes)
      if (!read.ok) return noJson(c, read.why)
      const body = filingRequestSchema.safeParse(read.sent, sayWrong(localeOf(c)))
      if (!body.success)
        return problem(c, 422, 'invalid', 'Ada isian yang perlu diperbaiki.', { errors: problemErrors(body.error) })
      const key = c.req.header('idempotency-key')?.trim()
      if ((key?.length ?? 0) > maxKeyLength)
        return problem(c, 422, 'idempotency_key_too_long', `Idempotency-Key paling panjang ${maxKeyLength} huruf.`)
      return file(deps, c, body.data, key || randomId())
    })
    .post('/reports/:id/attachments', (c) => attachPhotos(deps, c))
}

async function file(deps: Deps, c: Context, body: FilingRequest, key: string) {
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const person = c.get('knownBy') === 'token' ? c.get('person') : undefined
  const filing = { db: deps.db, keys: deps.keys, rules, directory }
  const intake = intakeFromApi(body, key, person, deps.keys.indexSecret)
  const filed = await fileFor(filing, intake, deps.now(), person, false)
  if (filed.outcome === 'in_flight') {
    c.header('retry-after', '1')
    return problem(c, 409, 'in_flight', 'Laporan yang sama sedang disimpan. Coba lagi sebentar lagi.')
  }
  if (filed.outcome === 'other_body')
    return problem(c, 422, 'idempotency_key_reused', 'Idempotency-Key ini sudah dipakai untuk isi yang lain.')
  if (filed.outcome === 'no_way_back')
    return problem(
      c,
      422,
      'no_way_back',
      'Laporan ini tentang Anda: tanpa telepon atau surel pelapor, tidak ada jalan kembali.',
    )
  const trackingId = filed.outcome === 'accused' ? filed.report.tracking_id : filed.trackingId
  const reportKey = filed.outcome === 'accused' ? undefined : filed.key
  const self = `/api/v1/reports/${trackingId}`
  const { baseUrl } = deps.config
  c.header('location', self)
  c.header('cache-control', 'no-store')
  return c.json(
    {
      id: trackingId,
      ...(reportKey ? { key: reportKey } : {}),
      status: {
        code: 'received',
        label: statusWord(localeOf(c), 'received'),
        colour: statusLook('received').colour,
      },
      links: {
        self: `${baseUrl}${self}`,
        page: `${baseUrl}/laporan/${trackingId}`,
        track: `${baseUrl}/lacak?id=${trackingId}`,
      },
    },
    201,
  )
}

/**
 * Keys of one account are not those of another, nor those of our own forms. What programs choose is often a small number: only its
 * keyed hash goes on, or a dump could be searched for who filed what. Whoever files without identity shares keys with all strangers.
 */
function intakeFromApi(body: FilingRequest, key: string, person: Person | undefined, secret: Uint8Array): Intake {
  const withoutIdentity = body.withoutIdentity === true
  const keyOf = withoutIdentity ? '' : (person?.accountId ?? '')
  const contact = Object.values(body.contact ?? {}).some(Boolean) ? (body.contact ?? undefined) : undefined
  const accused = body.accused?.filter(Boolean)
  return {
    channel: walksIn(person) ? 'walk_in' : 'api',
    text: body.text,
    title: body.title && saysSomething(body.title) ? body.title : undefined,
    kind: body.kind ?? undefined,
    agency: body.agencySlug ?? undefined,
    category: body.categorySlug ?? undefined,
    areaCode: body.areaCode ?? undefined,
    point: body.location ?? undefined,
    anonymous: body.anonymous === true,
    confidential: body.confidential === true,
    withoutIdentity,
    showName: body.showName === true,
    contact: contact && {
      name: contact.name ?? undefined,
      phone: contact.phone ?? undefined,
      email: contact.email ?? undefined,
    },
    accused: accused?.length ? accused : undefined,
    accountId: person?.role === 'citizen' && !withoutIdentity ? person.accountId : undefined,
    idempotencyKey: `api ${keyedHash(secret, `filing ${keyOf} ${key}`).toString('hex')}`,
  }
}
