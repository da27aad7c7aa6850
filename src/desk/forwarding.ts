import { z } from 'zod'
import type { Agency } from '../agencies/directory.ts'
import { cleanLine, maxTitleGraphemes, saysSomething, shorten } from '../intake/clean-text.ts'
import { type FormErrors, maybeLine, readFields, type Values, words } from './action.ts'
import { typedArea } from './area-names.ts'
import { kinds } from './desk-filters.ts'
import type { Duty } from './duty.ts'
import { redact } from '../secrecy/personal-data/redact.ts'
import { redactionsIn } from '../secrecy/redactions.ts'

/** UTF-16 units; an imported place may be long. */
const longestPlace = 2_000

const schema = z.object({
  title: z
    .string()
    .default('')
    .transform(cleanLine)
    .refine(saysSomething, 'desk_error_title')
    .refine((title) => shorten(title, maxTitleGraphemes) === title, 'desk_error_title_long'),
  text: words('desk_error_text'),
  /** Empty: the public reads none. */
  place: z
    .string()
    .default('')
    .transform(cleanLine)
    .refine((place) => place.length <= longestPlace, 'desk_error_long'),
  kind: z.enum(kinds, 'desk_error_kind'),
  category: maybeLine(),
  area: maybeLine(),
  /** Chosen among the suggestions, or a unit of one's own. */
  suggested: maybeLine(),
  /** Typed; it counts before the suggestion. */
  agency: maybeLine(),
})

/** What a forward form asks for, checked, what was taken out left out: the edited report and the office that shall answer it. */
export type Forwarding = Pick<z.output<typeof schema>, 'title' | 'text' | 'place' | 'kind'> & {
  categoryId: string | undefined
  areaCode: string | undefined
  agency: Agency
}

export function readForwarding(
  duty: Duty,
  values: Values,
): { ok: true; forwarding: Forwarding } | { ok: false; errors: FormErrors } {
  const { t, actor, setting } = duty
  const read = readFields(schema, values, t)
  const given = read.ok ? read.value : { agency: values.agency, suggested: values.suggested, area: values.area }
  const agency = given.agency ? setting.directory.find(given.agency) : setting.directory.agency(given.suggested ?? '')
  const area = given.area ? typedArea(setting.directory, given.area) : undefined
  const foreign = actor.role === 'coordinator' && agency?.rootId !== actor.agencyId
  const errors: FormErrors = {
    ...(read.ok ? {} : read.errors),
    ...(given.area && !area ? { area: t.desk_error_area } : {}),
    ...(agency?.active ? {} : { agency: given.agency ? t.desk_error_unknown_agency : t.desk_error_agency }),
    ...(agency?.active && foreign ? { agency: t.desk_error_only_own_agency } : {}),
  }
  if (!read.ok || !agency || Object.keys(errors).length > 0) return { ok: false, errors }
  const { kind, category } = read.value
  const gone = redactionsIn(values)
  const title = redact(read.value.title, gone)
  const text = redact(read.value.text, gone)
  const place = redact(read.value.place, gone)
  const categoryId = setting.directory.category(category ?? '')?.id
  return { ok: true, forwarding: { title, text, place, kind, categoryId, areaCode: area?.code, agency } }
}
