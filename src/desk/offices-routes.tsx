import { type Context, Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { addKeywordAlias, type KeywordRefused, keywordOf, removeKeywordAlias } from '../agencies/change-keyword.ts'
import { cleanLine } from '../intake/clean-text.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import type { FormErrors, Values } from './action.ts'
import { type Duty, dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { editsKeywords } from './office-keywords.tsx'
import { officeName } from './office-name.ts'
import { officeKinds, type OfficesWish, readOffices } from './offices.ts'
import { OfficesPage } from './offices-page.tsx'
import { readShortForm } from './read-short-form.ts'

export function officesRoutes(deps: Deps) {
  return (
    new Hono<KnownPerson>()
      .get('/kelola/instansi', staffOnly, async (c) => {
        if (!mayOpen(c.get('person').role, 'instansi')) return c.notFound()
        const duty = await dutyOf(deps, c)
        const at = c.req.query('di')
        const name = cleanLine(c.req.query('q') ?? '').slice(0, 100) || undefined
        const kind =
          officeKinds.find((known) => known === c.req.query('jenis')) ?? (at || name ? undefined : 'ministry')
        const done = at && c.req.query('sudah') ? duty.t.desk_keyword_done : undefined
        return show(deps, c, duty, { wish: { at: at && cleanLine(at), name, kind }, done })
      })
      // Where it is read it is changed, so that the page with errors has an address.
      .post('/kelola/instansi', staffOnly, async (c) => {
        const duty = await dutyOf(deps, c)
        const at = cleanLine(c.req.query('di') ?? '')
        if (!editsKeywords(duty) || !duty.setting.directory.agency(at)) return c.notFound()
        const values = await readShortForm(c)
        const { remove, word = '' } = values
        const refused = await as(deps.db, duty.actor, async (tx) => {
          if (!remove) return addKeywordAlias(tx, at, keywordOf(cleanLine(word)))
          await removeKeywordAlias(tx, at, keywordOf(remove))
          return undefined
        })
        if (refused) return show(deps, c, duty, { wish: { at }, values, errors: { word: whyNot(duty, refused) } })
        return c.redirect(link(duty.locale, `/kelola/instansi?di=${at}&sudah=1`), 303)
      })
  )
}

type Shown = { wish: OfficesWish; values?: Values; errors?: FormErrors; done?: string }

async function show(deps: Deps, c: Context, duty: Duty, { wish, ...rest }: Shown) {
  const { open, rows, aliases } = await readOffices(deps.publicDb, wish)
  if (wish.at && !open) return c.notFound()
  return c.html(<OfficesPage {...{ duty, wish, open, rows, aliases, ...rest }} />, rest.errors ? 422 : 200)
}

function whyNot({ t, setting }: Duty, refused: KeywordRefused): string {
  if (refused.why === 'taken') return t.desk_keyword_error_taken(officeName(setting.directory, refused.by))
  return refused.why === 'command' ? t.desk_keyword_error_command : t.desk_keyword_error_unfit
}
