import { crc32 } from 'node:zlib'
import type { Context } from 'hono'

/** Kept by browsers and proxies, but asked about every time: what stops being public is gone at the next look. */
const revalidated = 'public, no-cache'

/** Answer a page or a document with its ETag (length and checksum: cheap, and wrong once in four billion changes); 304 without a body when the asker has it already. */
export async function answer(c: Context, body: unknown, type = 'text/html; charset=utf-8'): Promise<Response> {
  const bytes = Buffer.from(String(await body))
  const tag = `W/"${bytes.length.toString(36)}-${crc32(bytes).toString(36)}"`
  const headers = { etag: tag, 'cache-control': c.get('person') ? 'private, no-cache' : revalidated }
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, headers)
  return c.body(bytes, 200, { ...headers, 'content-type': type })
}
