import { groupTrackingId } from '../report/tracking-id.ts'
import { type Request, stateOf } from '../secrecy/ledger.ts'
import { OpeningFacts } from '../secrecy/opening-facts.tsx'
import { Actions, Button, Card, LinkButton } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import type { Duty } from './duty.ts'

/** One opening as a colleague sees it, with what this person may do about it: decide, or look. */
export function OpeningCard({ duty, request, named }: { duty: Duty; request: Request; named?: boolean }) {
  const { t, locale, zone, setting } = duty
  const id = request.trackingId
  const what = t[`opening_what_${request.what}`]
  return (
    <Card title={named ? `${groupTrackingId(id)}: ${what}` : what}>
      <OpeningFacts
        {...{ locale, zone, now: setting.now, directory: setting.directory }}
        line={request}
        askedName={request.askedName}
      />
      <NextSteps duty={duty} request={request} />
      {named ? (
        <p>
          <a class="lone" href={link(locale, `/kelola/laporan/${id}/pembukaan`)}>
            {t.opening_heading(groupTrackingId(id))}
          </a>
        </p>
      ) : null}
    </Card>
  )
}

function NextSteps({ duty, request }: { duty: Duty; request: Request }) {
  const { t, locale, setting, person } = duty
  const state = stateOf(request, setting.now)
  const isMine = request.askedBy === person.accountId
  const address = link(locale, `/kelola/laporan/${request.trackingId}/pembukaan/${request.n}`)
  if (state === 'waiting' && isMine) return <p class="hint">{t.opening_own}</p>
  if (state === 'waiting')
    return (
      <Actions>
        <form method="post" action={`${address}/persetujuan`}>
          <Button>{t.opening_approve}</Button>
        </form>
        <form method="post" action={`${address}/penolakan`}>
          <Button>{t.opening_refuse}</Button>
        </form>
      </Actions>
    )
  if (state !== 'open' || !isMine) return null
  if (request.what === 'text')
    return <LinkButton href={link(locale, `/kelola/laporan/${request.trackingId}`)}>{t.opening_read}</LinkButton>
  return (
    <form method="post" action={`${address}/kunci`}>
      <Button>{t.opening_show}</Button>
    </form>
  )
}
