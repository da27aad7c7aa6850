import {
  type Audience,
  type Sight,
  type Switches,
  thoseWhoAskToOpen,
  thoseWhoSee,
  thoseWhoSeeMasked,
  whoSees,
} from '../secrecy/who-sees.ts'
import { type Aim, anyAim } from '../secrecy/aim.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

/** Who reads the report and who learns the name, and who may do so in the desk's place; the words follow from what `can` answers. */
export function whoSeesSentence(locale: Locale, switches: Switches, aim = anyAim): string {
  const said = `${readers(locale, switches, aim)} ${nameSeers(locale, switches, aim)}`
  return aim.mayStandIn ? `${said} ${wordsIn(locale).filing_may_stand_in(eitherOf(locale, aim.mayStandIn))}` : said
}

/** Who learns whether contact details were given, in a sentence. */
export function maskedSentence(locale: Locale, switches: Switches, aim = anyAim): string {
  const t = wordsIn(locale)
  const seers = thoseWhoSeeMasked(switches, aim)
  return seers.length === 0 ? t.filing_contact_hidden : t.filing_contact_masked(listed(locale, seers, aim))
}

/** Who sees the contact details, in a sentence; undefined for a reporter whom nothing reaches. */
export function contactSentence(
  locale: Locale,
  switches: Switches,
  isReachable: boolean,
  aim = anyAim,
): string | undefined {
  if (!isReachable || switches.withoutIdentity) return undefined
  const t = wordsIn(locale)
  const seers = thoseWhoSee('contact', switches, aim)
  if (seers.length > 0) return `${t.filing_contact}: ${listed(locale, seers, aim)}.`
  return t.filing_contact_nobody
}

/** Who may have what is hidden opened, and how the reporter learns of it; undefined when there is nothing to open. */
export function openingSentence(locale: Locale, switches: Switches, aim = anyAim): string | undefined {
  const t = wordsIn(locale)
  const text = thoseWhoAskToOpen('text', switches, aim)
  const identity = thoseWhoAskToOpen('identity', switches, aim)
  const who = text.length > 0 ? text : identity
  if (who.length === 0) return undefined
  const what = listOf(locale, [
    ...(text.length > 0 ? [t.filing_openable_text] : []),
    ...(identity.length > 0 ? [t.filing_openable_identity] : []),
  ])
  return t.filing_openable(listed(locale, who, aim), what)
}

/** What whoever the report names can find of it, in a sentence or two. */
export function accusedSentence(locale: Locale, switches: Switches, aim = anyAim): string {
  const t = wordsIn(locale)
  const whoever = t.accused_whoever(accusedCan(locale, switches, aim))
  const { text, name } = whoSees(switches, aim).accused
  if (text === 'never') return whoever
  return `${whoever} ${name === 'never' ? t.accused_without_name : t.accused_with_name}`
}

/** What whoever is accused can do with the report, as the end of a sentence about them. */
export function accusedCan(locale: Locale, switches: Switches, aim = anyAim): string {
  const t = wordsIn(locale)
  const { existence, text } = whoSees(switches, aim).accused
  if (existence === 'never') return t.accused_can_nothing
  return text === 'never' ? t.accused_can_know : t.accused_can_public
}

/** What whoever is accused can do with it, for each of `choices` while none is made yet. */
export function accusedByChoice(locale: Locale, choices: Readonly<Record<string, Switches>>): string {
  const t = wordsIn(locale)
  const names = Map.groupBy(Object.keys(choices), (name) => accusedCan(locale, choices[name] as Switches))
  return [...names].map(([can, those]) => t.accused_by_choice(listOf(locale, those), can)).join(' ')
}

function readers(locale: Locale, switches: Switches, aim: Aim): string {
  const t = wordsIn(locale)
  const seen = whoSees(switches, aim)
  if (seen.public.text === 'always') return t.filing_reads_everyone
  const who = thoseWhoSee('text', switches, aim).map((audience) =>
    withSight(locale, audienceName(locale, audience, aim), seen[audience].text),
  )
  return t.filing_reads_only(listOf(locale, who))
}

function nameSeers(locale: Locale, switches: Switches, aim: Aim): string {
  const t = wordsIn(locale)
  const seers = thoseWhoSee('name', switches, aim)
  if (seers.includes('public')) return t.filing_name_everyone
  return seers.length === 0 ? t.filing_name_nobody : t.filing_name_only(listed(locale, seers, aim))
}

function withSight(locale: Locale, name: string, sight: Sight): string {
  const t = wordsIn(locale)
  if (sight === 'at_desk') return t.filing_while_at_desk(name)
  return sight === 'before' ? t.filing_before_forwarding(name) : name
}

/** Whoever it is, an office by its name where it is known which. */
export function audienceName(locale: Locale, audience: Audience, { door, standIn, mayStandIn }: Aim): string {
  const t = wordsIn(locale)
  if (audience === 'named_office' && door) return door
  if (audience === 'stand_in' && standIn?.length) return eitherOf(locale, standIn)
  if (audience === 'stand_in' && mayStandIn) return t.filing_if_standing_in(eitherOf(locale, mayStandIn))
  return t[`filing_audience_${audience}`]
}

function listed(locale: Locale, audiences: readonly Audience[], aim: Aim): string {
  return listOf(
    locale,
    audiences.map((audience) => audienceName(locale, audience, aim)),
  )
}

function eitherOf(locale: Locale, offices: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(offices)
}

function listOf(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
}
