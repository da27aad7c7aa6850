import { Hono } from 'hono'
import { z } from 'zod'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { judgePost, unsurePosts } from '../intake/unsure-posts.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import { dutyOf, type KnownPerson } from './duty.ts'
import { readShortForm } from './read-short-form.ts'
import { UnsurePage } from './unsure-page.tsx'

const decisions: Readonly<Record<string, 'report' | 'no_report'>> = { laporan: 'report', bukan: 'no_report' }

/** /kelola/pintu/x, for the national desk alone: posts that a human has to judge. Judged twice, the first word stands. */
export function unsureRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/pintu/x', staffOnly, async (c) => {
      if (c.get('person').role !== 'verifier') return c.notFound()
      const duty = await dutyOf(deps, c)
      const posts = await as(deps.db, duty.actor, (tx) => unsurePosts(tx, deps.keys.keeper))
      c.header('cache-control', 'no-store')
      return c.html(<UnsurePage duty={duty} posts={posts} />)
    })
    .post('/kelola/pintu/x/:id', staffOnly, async (c) => {
      if (c.get('person').role !== 'verifier') return c.notFound()
      const duty = await dutyOf(deps, c)
      const id = z.uuid().safeParse(c.req.param('id')).data
      const decision = decisions[(await readShortForm(c)).keputusan ?? '']
      if (!id || !decision) return c.notFound()
      await as(deps.db, duty.actor, (tx) => judgePost(tx, id, decision, duty.setting.now))
      return c.redirect(link(duty.locale, '/kelola/pintu/x'), 303)
    })
}
