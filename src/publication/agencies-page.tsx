import type { Agency } from '../agencies/directory.ts'
import { Button, Details, EmptyState, Field } from '../ui/components/index.ts'
import { count } from '../ui/format.ts'
import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AgencyFigures } from './agency-figures.tsx'
import type { Figures } from './figures.ts'
import type { Reading } from './public-report.ts'

const agencyKinds = ['ministry', 'agency', 'province', 'regency', 'city', 'state_company', 'university'] as const
const shownWithFigures = 15
const shownWhenSearched = 50

type Props = { reading: Reading; figures: Figures; q: string; baseUrl: string; signedIn?: SignedIn | null }

/** Every office that answers: a search, those with most reports, and all of them by kind. */
export function AgenciesPage({ reading, figures, q, baseUrl, signedIn }: Props) {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  return (
    <Page
      locale={locale}
      path="/instansi"
      title={t.public_agencies_heading}
      current="agencies"
      width="wide"
      baseUrl={baseUrl}
      signedIn={signedIn}
      indexed={q === ''}
    >
      <h1>{t.public_agencies_heading}</h1>
      <p class="lead">{t.public_agencies_intro}</p>
      <form class="search-line" method="get" action={link(locale, '/instansi')} role="search">
        <Field name="q" type="search" label={t.public_agency_search} value={q} maxlength={200} />
        <Button>{t.common_search}</Button>
      </form>
      {q ? <Found reading={reading} q={q} /> : null}
      <h2>{t.public_by_agency}</h2>
      <AgencyFigures reading={reading} figures={figures} limit={shownWithFigures} />
      {agencyKinds.map((kind) => {
        const agencies = directory.agencies.filter((agency) => agency.kind === kind && agency.active)
        return agencies.length === 0 ? null : (
          <Details summary={`${t[`public_kind_${kind}`]} (${count(locale, agencies.length)})`}>
            <AgencyList reading={reading} agencies={agencies} />
          </Details>
        )
      })}
    </Page>
  )
}

function Found({ reading, q }: { reading: Reading; q: string }) {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  const wanted = q.toLowerCase().split(/\s+/)
  const exact = directory.find(q)
  const found = directory.agencies.filter((agency) => {
    const names = `${agency.name} ${agency.shortName ?? ''}`.toLowerCase()
    return agency !== exact && wanted.every((word) => names.includes(word))
  })
  const [units, offices] = [found.filter(isUnit), found.filter((agency) => !isUnit(agency))]
  const all = [...(exact ? [exact] : []), ...offices, ...units]
  if (all.length === 0) return <EmptyState title={t.public_agency_none} />
  return (
    <section>
      <p role="status">{t.public_agency_found(count(locale, all.length))}</p>
      <AgencyList reading={reading} agencies={all.slice(0, shownWhenSearched)} />
    </section>
  )
}

const isUnit = (agency: Agency) => agency.kind === 'unit'

export function AgencyList({ reading, agencies }: { reading: Reading; agencies: readonly Agency[] }) {
  return (
    <ul class="plain-list">
      {agencies.map((agency) => (
        <li>
          <a href={link(reading.locale, `/instansi/${agency.id}`)}>{agency.name}</a>
        </li>
      ))}
    </ul>
  )
}
