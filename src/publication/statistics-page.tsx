import { type Stage, stages as allStages } from '../report/lifecycle.ts'
import type { ClockPolicy } from '../report/clocks/policy.ts'
import { DataTable, PaceRibbon, StatusBadge, ThreeNumbers } from '../ui/components/index.ts'
import { count, percent, wholePercents } from '../ui/format.ts'
import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import type { Manner } from '../ui/status.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AgencyFigures } from './agency-figures.tsx'
import { type ByStage, countedIn, type Figures, threeNumbers } from './figures.ts'
import type { Pace } from './pace.ts'
import type { Reading } from './public-report.ts'

const agenciesShown = 30

type Props = {
  reading: Reading
  figures: Figures
  pace: readonly Pace[]
  policy: ClockPolicy
  baseUrl: string
  signedIn?: SignedIn | null
}

/** The country in figures: three numbers, every status, the offices with most reports. From the tally alone. */
export function StatisticsPage({ reading, figures, pace, policy, baseUrl, signedIn }: Props) {
  const { locale } = reading
  const t = wordsIn(locale)
  const lines = standings(figures.all)
  const total = lines.reduce((sum, { n }) => sum + n, 0)
  const shares = wholePercents(lines.map(({ n }) => n))
  return (
    <Page
      locale={locale}
      path="/statistik"
      title={t.public_statistics_heading}
      current="statistics"
      width="wide"
      baseUrl={baseUrl}
      signedIn={signedIn}
    >
      <h1>{t.public_statistics_heading}</h1>
      <p class="lead">{t.public_statistics_intro}</p>
      <ThreeNumbers
        locale={locale}
        {...threeNumbers(figures.all)}
        caption={t.public_numbers_caption(
          count(locale, countedIn(figures.all)),
          count(locale, figures.all.silent ?? 0),
        )}
      />
      <h2>{t.public_by_status}</h2>
      <DataTable
        caption={t.public_by_status_caption}
        columns={[
          { name: t.public_status },
          { name: t.public_reports, number: true },
          { name: t.public_share, number: true },
        ]}
        rows={lines.map(({ stage, manner, n }, index) => [
          <StatusBadge locale={locale} stage={stage} manner={manner} />,
          count(locale, n),
          total ? percent(locale, (shares[index] ?? 0) / 100) : '–',
        ])}
      />
      <h2>{t.public_pace}</h2>
      {pace.map(({ clock, days }) => (
        <>
          <h3>{t[`public_pace_${clock}`]}</h3>
          <PaceRibbon locale={locale} clock={clock} days={days} allowance={policy[clock]} />
        </>
      ))}
      <h2>{t.public_by_agency}</h2>
      <AgencyFigures reading={reading} figures={figures} limit={agenciesShown} />
    </Page>
  )
}

type Standing = { stage: Stage; manner?: Manner; n: number }

/** Every status a line; what the reporter confirmed and what ended in silence are two. */
function standings(stages: ByStage): Standing[] {
  const silent = stages.silent ?? 0
  return allStages.flatMap((stage): Standing[] => {
    const n = stages[stage] ?? 0
    if (stage !== 'closed') return [{ stage, n }]
    return [
      { stage, manner: 'confirmed', n: n - silent },
      { stage, manner: 'silent', n: silent },
    ]
  })
}
