import { maxPictures } from '../../report/staged-pictures.ts'
import { type PhotoDeps, putAside } from '../../intake/put-aside.ts'
import type { XAccount } from './api/account.ts'
import { signAsUs } from './api/sign.ts'

const maxBytes = 10 * 1024 * 1024
const patienceMs = 10_000

/**
 * Fetches pictures from the media hosts that the operator has set, and from no other, and puts them aside, drawn anew; those of direct
 * messages as our account, to which alone they are shown. A picture that fails costs itself alone.
 * @param account undefined when none is set: then none is fetched
 */
export async function fetchPictures(
  deps: PhotoDeps,
  account: XAccount | undefined,
  isDirect: boolean,
  urls: readonly string[],
  key: Buffer,
): Promise<{ kept: number; missing: number }> {
  let kept = 0
  for (const url of urls.slice(0, maxPictures)) {
    const bytes = account && (await fetchOne(account, isDirect, url))
    const refused = bytes ? await putAside(deps, key, { field: '', name: '', bytes, cut: null }) : 'failed'
    if (!refused) kept += 1
  }
  return { kept, missing: urls.length - kept }
}

async function fetchOne(
  { mediaUrl, directMediaUrl, keys }: XAccount,
  isDirect: boolean,
  url: string,
): Promise<Buffer | undefined> {
  const host = isDirect ? directMediaUrl : mediaUrl
  if (!URL.canParse(url) || new URL(url).origin !== new URL(host).origin) return undefined
  const headers: Record<string, string> = isDirect ? { authorization: signAsUs(keys, 'GET', url) } : {}
  try {
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
    if (!answer.ok || !answer.body || Number(answer.headers.get('content-length') ?? 0) > maxBytes) {
      await answer.body?.cancel()
      return undefined
    }
    const parts: Uint8Array[] = []
    let read = 0
    for await (const part of answer.body as AsyncIterable<Uint8Array>) {
      read += part.length
      if (read > maxBytes) return undefined
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch {
    return undefined
  }
}
