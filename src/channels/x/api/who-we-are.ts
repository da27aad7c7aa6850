import { z } from 'zod'
import type { Us } from '../post.ts'
import type { XAccount } from './account.ts'
import { readFailure } from './read-failure.ts'
import { signAsUs } from './sign.ts'
import { XFailed } from './x-failed.ts'

const patienceMs = 10_000
const me = z.object({
  data: z.object({ id: z.string().regex(/^\d{1,20}$/), username: z.string().regex(/^\w{1,15}$/) }),
})

/** Whose keys these are, by X itself: whoever mistypes them hears it at once. @throws XFailed */
export async function readIdentityOf({ apiUrl, keys }: Pick<XAccount, 'apiUrl' | 'keys'>): Promise<Us> {
  const url = `${apiUrl}/2/users/me`
  const signal = AbortSignal.timeout(patienceMs)
  const headers = { authorization: signAsUs(keys, 'GET', url) }
  const answer = await fetch(url, { headers, signal, redirect: 'error' }).catch(() => {
    throw new XFailed('X away', { trouble: 'away' })
  })
  const text = await answer.text()
  if (!answer.ok) throw readFailure(answer.status, answer.headers, text, new Date())
  const read = me.safeParse(JSON.parse(text))
  if (!read.success) throw new XFailed('X no account', { trouble: 'away' })
  return { userId: read.data.data.id, handle: read.data.data.username }
}
