import { Hono } from 'hono'
import { readPicture } from '../report/kept-pictures.ts'
import { stagedPictures } from '../report/staged-pictures.ts'
import type { Deps } from '../secrecy/deps.ts'
import { readFormKey } from './form-key.ts'
import { stagedFor } from './read-report-form.ts'

/** The photos that wait with a form, small or whole, for whoever holds its key, until it is sent. */
export function stagedPhotoRoutes(deps: Deps) {
  return new Hono().get('/lapor/foto/:key/:id', async (c) => {
    const key = readFormKey(deps.keys.reportSecret, c.req.param('key'))
    if (!key) return c.notFound()
    const pictures = await stagedPictures(deps.db, stagedFor(key))
    const picture = pictures.find(({ id }) => id === c.req.param('id'))
    const kept = picture && (await readPicture(deps, picture.id, c.req.query('besar') ? 'full' : 'small'))
    if (!kept) return c.notFound()
    return c.body(kept, 200, {
      'content-type': 'image/jpeg',
      'content-length': String(kept.length),
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
  })
}
