/** `broken`: the sender went away; `too_long`: there was more than we read. */
export type BodyEnd = 'whole' | 'broken' | 'too_long'

/** At most `maxBytes` of a body; `end` says whether that is all of it. */
export async function readBody(request: Request, maxBytes: number): Promise<{ bytes: Buffer; end: BodyEnd }> {
  const parts: Uint8Array[] = []
  const end = await readChunks(request, maxBytes, async (chunk) => void parts.push(chunk))
  return { bytes: Buffer.concat(parts), end }
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
