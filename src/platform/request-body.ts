/** `broken`: the sender went away; `too_long`: there was more than we read. */
export type BodyEnd = 'whole' | 'broken' | 'too_long'

/** At most `maxBytes` of a body; `end` says whether that is all of it. */
export async function readBody(request: Request, maxBytes: number): Promise<{ bytes: Buffer; end: BodyEnd }> {
  // A length that was announced is what the parser lets through, so the whole can be taken at once: a third of the cost.
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) <= maxBytes) return readWhole(request)
  const parts: Uint8Array[] = []
  const end = await readChunks(request, maxBytes, async (chunk) => void parts.push(chunk))
  return { bytes: Buffer.concat(parts), end }
}

async function readWhole(request: Request): Promise<{ bytes: Buffer; end: BodyEnd }> {
  try {
    return { bytes: Buffer.from(await request.arrayBuffer()), end: 'whole' }
  } catch {
    return { bytes: Buffer.alloc(0), end: 'broken' }
  }
}

/** `empty`: what a body without bytes stands for; left out, it is malformed like any other that is no JSON. */
export type JsonBody = { ok: true; sent: unknown } | { ok: false; why: 'not_json' | 'too_long' | 'malformed' }

/** A JSON body of at most `maxBytes`. Bytes that are no UTF-8 become U+FFFD. Never throws because of what was sent. */
export async function readJsonBody(request: Request, maxBytes: number, empty?: unknown): Promise<JsonBody> {
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(request.headers.get('content-type') ?? '')
  if (!isJson && empty === undefined) return { ok: false, why: 'not_json' }
  const { bytes, end } = await readBody(request, maxBytes)
  const text = new TextDecoder('utf-8').decode(bytes)
  if (end === 'whole' && empty !== undefined && text.trim() === '') return { ok: true, sent: empty }
  if (!isJson) return { ok: false, why: 'not_json' }
  if (end === 'too_long') return { ok: false, why: 'too_long' }
  try {
    return { ok: true, sent: JSON.parse(text) }
  } catch {
    return { ok: false, why: 'malformed' }
  }
}

/** Hands on the body chunk by chunk. Beyond the limit it stops reading without closing the connection, so that an answer can go out. */
export async function readChunks(
  request: Request,
  maxBytes: number,
  onChunk: (chunk: Uint8Array) => Promise<void>,
): Promise<BodyEnd> {
  if (!request.body) return 'whole'
  const reader = request.body.getReader()
  let read = 0
  for (;;) {
    const next = await reader.read().catch(() => null)
    if (!next) return 'broken'
    if (next.done) return 'whole'
    read += next.value.length
    if (read > maxBytes) {
      reader.releaseLock()
      return 'too_long'
    }
    await onChunk(next.value)
  }
}
