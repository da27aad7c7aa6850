import { type Context, Hono } from 'hono'
import { staffOnly } from '../../accounts/signed-in-only.ts'
import { cleanText } from '../../intake/clean-text.ts'
import { checkWording, type Fault } from '../../notifications/wording/check-wording.ts'
import {
  readWordingName,
  type WordedDoor,
  type Wording,
  type WordingName,
} from '../../notifications/wording/delivered.ts'
import { doorsOfWording } from '../../notifications/wording/told.ts'
import { wordedByDesk, wordingVersions, writeWording } from '../../notifications/wording/wordings.ts'
import { as } from '../../report/as.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { link } from '../../ui/locale.ts'
import type { Vocabulary } from '../../ui/words/index.ts'
import type { Values } from '../action.ts'
import { type Duty, dutyOf, type KnownPerson } from '../duty.ts'
import { mayOpen } from '../home.ts'
import { readShortForm } from '../read-short-form.ts'
import { WordingPage, type WordingPageProps } from './wording-page.tsx'
import { readShownWords } from './wording-filter.tsx'
import { WordingPreview } from './wording-preview.tsx'
import { WordingTablePage } from './wording-table-page.tsx'

/** /kelola/pemberitahuan: the table of notifications, read by supervisors, its words edited by the national desk. */
export function wordingRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .get('/kelola/pemberitahuan', staffOnly, async (c) => {
      if (!mayOpen(c.get('person').role, 'pemberitahuan')) return c.notFound()
      const duty = await dutyOf(deps, c)
      const own = await as(deps.db, duty.actor, wordedByDesk)
      return c.html(
        <WordingTablePage {...{ duty, own }} baseUrl={deps.config.baseUrl} shown={readShownWords(c.req.query())} />,
      )
    })
    .get('/kelola/pemberitahuan/:name', staffOnly, async (c) => {
      const name = readWordingName(c.req.param('name'))
      if (!name || !mayOpen(c.get('person').role, 'pemberitahuan')) return c.notFound()
      const duty = await dutyOf(deps, c)
      return show(deps, c, duty, name, { done: c.req.query('sudah') ? duty.t.wording_saved : undefined })
    })
    .post('/kelola/pemberitahuan/:name', staffOnly, async (c) => {
      const name = readWordingName(c.req.param('name'))
      if (!name || c.get('person').role !== 'verifier') return c.notFound()
      const values = await readShortForm(c)
      const door = doorsOfWording(name).find((one) => one === values.door)
      return door ? edit(deps, c, { name, door, values }) : c.notFound()
    })
}

type Edit = { name: WordingName; door: WordedDoor; values: Values }

async function edit(deps: Deps, c: Context<KnownPerson>, { name, door, values }: Edit) {
  const duty = await dutyOf(deps, c)
  const { baseUrl } = deps.config
  const wording: Wording = {
    subject: door === 'email' ? cleanText(values.subject ?? '').replaceAll('\n', ' ') : null,
    words: cleanText(values.words ?? ''),
  }
  const tried = { door, wording }
  if (values.again) return show(deps, c, duty, name, { tried })
  if (!values.restore) {
    const offices = duty.setting.directory.agencies.flatMap((agency) => [agency.name, agency.shortName ?? agency.name])
    const faults = checkWording(door, name, wording, { offices, baseUrl })
    if (faults.length > 0) return show(deps, c, duty, name, { tried, errors: errorsOf(duty.t, door, faults) }, 422)
    if (!values.sure)
      return c.html(<WordingPreview {...{ duty, door, name, wording, baseUrl }} seen={values.seen ?? '0'} />)
  }
  const by = duty.person.accountId
  const seen = Number(values.seen)
  const written = await as(deps.db, duty.actor, (tx) =>
    writeWording(tx, { door, name, wording: values.restore ? null : wording, seen, by, at: duty.setting.now }),
  )
  if (!written) return show(deps, c, duty, name, { tried: values.restore ? undefined : tried, changed: true }, 409)
  return c.redirect(link(duty.locale, `/kelola/pemberitahuan/${name}?sudah=1`), 303)
}

type Shown = Pick<WordingPageProps, 'done' | 'tried' | 'errors' | 'changed'>

async function show(
  deps: Deps,
  c: Context,
  duty: Duty,
  name: WordingName,
  shown: Shown,
  status: 200 | 409 | 422 = 200,
) {
  const doors = await as(deps.db, duty.actor, async (tx) => {
    const worded = []
    for (const door of doorsOfWording(name)) worded.push({ door, versions: await wordingVersions(tx, door, name) })
    return worded
  })
  return c.html(<WordingPage {...{ duty, name, doors }} baseUrl={deps.config.baseUrl} {...shown} />, status)
}

/** The first thing wrong with each field, by the id of its input. */
function errorsOf(t: Vocabulary, door: WordedDoor, faults: readonly Fault[]): Record<string, string> {
  const said = faults.toReversed().map(({ field, why, what = '' }) => {
    const words = t[`wording_error_${why}`]
    return [`${door}-${field}`, typeof words === 'string' ? words : words(what)]
  })
  return Object.fromEntries(said)
}
