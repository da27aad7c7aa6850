import type { Directory } from '../agencies/directory.ts'
import type { Zone } from '../report/clocks/day.ts'
import { Facts, Moment } from '../ui/components/index.ts'
import { clockTime, longMoment } from '../ui/format.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { type LedgerLine, stateOf } from './ledger.ts'

type Reader = { locale: Locale; zone: Zone; now: Date; directory: Directory }

/** What there is to know of one opening: who asked for what, why, who decided, and how often it was used. */
export function OpeningFacts({
  line,
  askedName,
  ...reader
}: Reader & {
  line: LedgerLine
  /** The name on duty: for colleagues, never for the reporter. */
  askedName?: string | null
}) {
  const { locale, zone } = reader
  const t = wordsIn(locale)
  const asker = [roleAndOffice(reader, line.askedRole, line.askedOffice), askedName].filter(Boolean).join(' · ')
  return (
    <Facts
      facts={[
        { name: t.opening_state, value: stateWords(line, reader) },
        { name: t.opening_asked_by, value: asker },
        { name: t.opening_asked_at, value: <Moment locale={locale} at={line.askedAt} zone={zone} /> },
        { name: t.opening_ground, value: t[`opening_ground_${line.ground}`] },
        { name: t.opening_reason, value: <span class="prose">{line.reason}</span> },
        line.decidedRole && {
          name: t.opening_decided_by,
          value: roleAndOffice(reader, line.decidedRole, line.decidedOffice),
        },
        line.decision === 'approved' && {
          name: t.opening_looks,
          value: t.opening_looks_n(
            line.looks,
            line.pictureLooks,
            line.lastLook ? longMoment(locale, line.lastLook, zone) : '',
          ),
        },
      ]}
    />
  )
}

/** 'Terbuka sampai pukul 14.35 WIB': a countdown that needs no script. */
export function stateWords(line: LedgerLine, { locale, zone, now }: Pick<Reader, 'locale' | 'zone' | 'now'>): string {
  const t = wordsIn(locale)
  const state = stateOf(line, now)
  if (state !== 'open' && state !== 'ended') return t[`opening_state_${state}`]
  return t[`opening_state_${state}`](line.endsAt ? clockTime(locale, line.endsAt, zone) : '')
}

function roleAndOffice({ locale, directory }: Reader, role: 'verifier' | 'supervisor', office: string | null): string {
  const words = wordsIn(locale)[`report_role_${role}`]
  const agency = office ? directory.agency(office) : undefined
  return agency ? `${words} (${agency.shortName ?? agency.name})` : words
}
