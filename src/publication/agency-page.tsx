import { raw } from 'hono/html'
import type { Agency } from '../agencies/directory.ts'
import { Actions, Breadcrumb, LinkButton, ThreeNumbers } from '../ui/components/index.ts'
import { count } from '../ui/format.ts'
import { Page } from '../ui/frame.tsx'
import type { SignedIn } from '../ui/frame-parts.tsx'
import { link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { type ByStage, countedIn, threeNumbers } from './figures.ts'
import { listPath } from './list-filters.ts'
import { listRows } from './list-rows.ts'
import type { Reading, SummaryRow } from './public-report.ts'
import { UnitTree } from './unit-tree.tsx'

type Props = {
  reading: Reading
  agency: Agency
  /** Public reports of this office and the offices below it. */
  stages: ByStage
  latest: readonly SummaryRow[]
  baseUrl: string
  signedIn?: SignedIn | null
}

/** One office: how to reach it, how it answers, what it has. A unit shows the office that answers for it. */
export function AgencyPage({ reading, agency, stages, latest, baseUrl, signedIn }: Props) {
  const { locale, directory } = reading
  const t = wordsIn(locale)
  const root = directory.agency(agency.rootId) ?? agency
  const parent = agency.parentId ? directory.agency(agency.parentId) : undefined
  return (
    <Page
      locale={locale}
      path={`/instansi/${agency.id}`}
      title={agency.name}
      current="agencies"
      width="wide"
      baseUrl={baseUrl}
      signedIn={signedIn}
    >
      <Breadcrumb
        locale={locale}
        links={[
          { href: link(locale, '/instansi'), words: t.public_agencies_heading },
          ...(parent ? [{ href: link(locale, `/instansi/${parent.id}`), words: parent.name }] : []),
        ]}
      />
      <h1>{agency.name}</h1>
      {root.id === agency.id ? null : <p>{t.public_agency_part_of(root.name)}</p>}
      <Actions>
        <LinkButton tone="main" href={link(locale, `/lapor?instansi=${agency.id}`)}>
          {t.public_agency_report}
        </LinkButton>
        {agency.smsKeyword ? <span class="hint">{t.public_agency_sms(agency.smsKeyword)}</span> : null}
      </Actions>
      <h2>{root.id === agency.id ? t.public_agency_numbers : root.name}</h2>
      <ThreeNumbers
        locale={locale}
        {...threeNumbers(stages)}
        caption={t.public_numbers_caption(count(locale, countedIn(stages)), count(locale, stages.silent ?? 0))}
      />
      <div class="columns">
        <section>
          <h2>{t.public_agency_latest}</h2>
          {latest.length > 0 ? raw(listRows(latest, reading, false)) : <p>{t.public_no_reports}</p>}
          {latest.length > 0 ? (
            <p>
              <a class="lone" href={link(locale, listPath({ agency: root.id }))}>
                {t.public_agency_all}
              </a>
            </p>
          ) : null}
        </section>
        <UnitTree reading={reading} agency={agency} />
      </div>
    </Page>
  )
}
