import type { Child } from 'hono/jsx'
import type { Office } from '../report/clocks/clocks.ts'
import { ombudsmanOfferAt } from '../report/clocks/escalation.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { formatDay } from '../report/clocks/day-words.ts'
import { Actions, Button, Card, Details, Facts, Select, TextArea } from '../ui/components/index.ts'
import { accusedSentence } from '../intake/who-sees-words.ts'
import { erasable, mayErase } from '../secrecy/ask-erasure.ts'
import { switchesOf } from '../secrecy/facts.ts'
import { UnderstoodNames } from '../secrecy/understood-names.tsx'
import { link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { effectOf } from './receive-message.ts'
import { NewsFields } from './news-fields.tsx'
import { CameraPlace, TakenBack } from './taken-back.tsx'
import type { MyReportPageProps } from './my-report-page.tsx'

type Props = MyReportPageProps & { office: Office }

/** The steps that are the reporter's to take now. "Belum selesai" is as easy to reach as "Selesai". */
export function MyActions(props: Props) {
  const { report } = props.mine
  const effect = effectOf(report, props)
  return (
    <>
      {report.stage === 'answered' ? <Judge {...props} /> : null}
      {effect === 'complete' ? <Question {...props} /> : null}
      {effect === 'reopen' ? <Reopen {...props} /> : null}
      {effect === 'object' ? <Message {...props} name="keberatan" words="object" hint="mine_object_hint" /> : null}
      {report.stage === 'merged' ? <Leave {...props} /> : null}
      <Ombudsman {...props} />
      {effect === 'note' && report.stage !== 'withdrawn' && report.stage !== 'merged' ? (
        <Message {...props} name="balasan" words="note" />
      ) : null}
      <TakenBack
        {...props}
        form={(children) => (
          <ReporterForm {...props} name="kerahasiaan">
            <input type="hidden" name="naikkan" value="anonim" />
            {children}
          </ReporterForm>
        )}
      />
      <Proof {...props} />
      {report.stage === 'withdrawn' ? <EraseCard {...props} /> : <More {...props} />}
    </>
  )
}

function Judge(props: Props) {
  const t = wordsIn(props.locale)
  const answer = props.mine.events.findLast((event) => event.move === 'answer')
  return (
    <Card title={t.mine_judge}>
      {answer?.text ? <blockquote class="prose">{answer.text}</blockquote> : null}
      <p>{t.mine_judge_hint}</p>
      <ReporterForm {...props} name="penilaian">
        <Select
          name="nilai"
          label={t.mine_rating}
          options={[5, 4, 3, 2, 1].map((n) => ({ value: String(n), label: t.mine_rating_n(n) }))}
          value=""
          blank={t.mine_rating_none}
        />
        <Button tone="main">{t.mine_yes}</Button>
      </ReporterForm>
      <hr />
      <ReporterForm {...props} name="balasan">
        <MessageField {...props} label={t.mine_no_label} />
        <Button tone="main">{t.mine_no_button}</Button>
      </ReporterForm>
    </Card>
  )
}

function Question(props: Props) {
  const t = wordsIn(props.locale)
  const question = props.mine.events.findLast((event) => event.move === 'hold')
  return (
    <Card title={t.mine_question}>
      <blockquote class="prose">{question?.text}</blockquote>
      <ReporterForm {...props} name="balasan">
        <MessageField {...props} label={t.mine_complete_label} />
        <Button tone="main">{t.mine_complete_button}</Button>
      </ReporterForm>
    </Card>
  )
}

function Reopen(props: Props) {
  const { locale, mine, rules } = props
  const t = wordsIn(locale)
  const window = currentClock(mine.report.clocks, 'closed')
  return (
    <Card title={t.mine_reopen_heading}>
      {window ? <p>{t.mine_reopen_until(formatDay(dueOf(window, rules.calendar).dueDay, locale))}</p> : null}
      <ReporterForm {...props} name="pembukaan-kembali">
        <MessageField {...props} label={t.mine_reopen_label} />
        <Button>{t.mine_reopen_button}</Button>
      </ReporterForm>
    </Card>
  )
}

function Message(props: Props & { name: string; words: 'object' | 'note'; hint?: 'mine_object_hint' }) {
  const t = wordsIn(props.locale)
  return (
    <Card title={t[`mine_${props.words}_heading`]}>
      {props.hint ? <p>{t[props.hint]}</p> : null}
      <ReporterForm {...props}>
        <MessageField {...props} label={t[`mine_${props.words}_label`]} />
        <Button>{t[`mine_${props.words}_button`]}</Button>
      </ReporterForm>
    </Card>
  )
}

function Leave(props: Props) {
  const t = wordsIn(props.locale)
  return (
    <Card title={t.mine_leave_heading}>
      <p>{t.mine_leave_hint}</p>
      <ReporterForm {...props} name="pemisahan">
        <Button>{t.mine_leave_button}</Button>
      </ReporterForm>
    </Card>
  )
}

function Ombudsman(props: Props) {
  const { mine, now, office, rules } = props
  const { report } = mine
  const unresolved = ['received', 'on_hold', 'forwarded', 'in_progress', 'answered'].includes(report.stage)
  if (!unresolved || report.ombudsman_at || now < ombudsmanOfferAt(report.filed_at, office.zone, rules.policy))
    return null
  const t = wordsIn(props.locale)
  return (
    <Card title={t.mine_ombudsman_heading}>
      <p>{t.mine_ombudsman_hint}</p>
      <ReporterForm {...props} name="ombudsman">
        <Button>{t.mine_ombudsman_button}</Button>
      </ReporterForm>
    </Card>
  )
}

/** To the page that proves that the report stands in a daily head (room `audit`). */
function Proof(props: Props) {
  const t = wordsIn(props.locale)
  return (
    <ReporterForm {...props} name="bukti">
      <p class="hint">{t.audit_receipt_ask}</p>
      <Button tone="quiet">{t.audit_receipt_button}</Button>
    </ReporterForm>
  )
}

function More(props: Props) {
  const { report } = props.mine
  const t = wordsIn(props.locale)
  const withdrawable = ['received', 'on_hold', 'forwarded', 'in_progress', 'answered'].includes(report.stage)
  return (
    <Details summary={t.mine_more} open={props.errors?.terlapor !== undefined}>
      <h3>{t.mine_secrecy_heading}</h3>
      <ReporterForm {...props} name="kerahasiaan">
        <CameraPlace {...props} />
        <p class="actions">
          {report.anonymous ? null : (
            <Button name="naikkan" value="anonim">
              {t.mine_raise_anonymous}
            </Button>
          )}
          {report.confidential ? null : (
            <Button name="naikkan" value="rahasia">
              {t.mine_raise_confidential}
            </Button>
          )}
          {report.anonymous && !report.without_identity ? (
            <Button tone="quiet" name="turunkan" value="anonim">
              {t.mine_lower_anonymous}
            </Button>
          ) : null}
          {report.confidential ? (
            <Button tone="quiet" name="turunkan" value="rahasia">
              {t.mine_lower_confidential}
            </Button>
          ) : null}
        </p>
      </ReporterForm>
      <NewsChoice {...props} />
      <h3>{t.accused_mine_heading}</h3>
      <Facts
        facts={[
          props.mine.accused.length > 0
            ? { name: t.accused_mine_so_far, value: <UnderstoodNames {...props} accused={props.mine.accused} /> }
            : null,
        ]}
      />
      <ReporterForm {...props} name="terlapor">
        <TextArea
          name="terlapor"
          label={t.accused_mine_heading}
          hint={t.accused_mine_hint(accusedSentence(props.locale, switchesOf(report)))}
          value={props.values?.get('terlapor')}
          error={props.errors?.terlapor}
          rows={2}
        />
        <Button>{t.accused_mine_button}</Button>
      </ReporterForm>
      {withdrawable ? (
        <>
          <h3>{t.mine_withdraw_heading}</h3>
          <p>{t.mine_withdraw_hint}</p>
          <ReporterForm {...props} name="pencabutan">
            <Button tone="danger">{t.mine_withdraw_button}</Button>
          </ReporterForm>
        </>
      ) : null}
      {erasableIn(report).length > 0 ? <h3>{t.erase_heading}</h3> : null}
      <Erase {...props} />
    </Details>
  )
}

/** What they want to hear of it, and by which way where they gave both. */
function NewsChoice(props: Props) {
  const { news } = props.mine
  const t = wordsIn(props.locale)
  return news ? (
    <ReporterForm {...props} name="kabar">
      <NewsFields locale={props.locale} chosen={news} />
      <Button>{t.news_button}</Button>
    </ReporterForm>
  ) : null
}

/** All that is left to do with a report that was withdrawn. */
function EraseCard(props: Props) {
  return (
    <Card title={wordsIn(props.locale).erase_heading}>
      <Erase {...props} />
    </Card>
  )
}

function Erase(props: Props) {
  const t = wordsIn(props.locale)
  return (
    <>
      {erasableIn(props.mine.report).map((what) => (
        <ReporterForm {...props} name="penghapusan">
          <p>{t[`erase_${what}_hint`]}</p>
          <Actions>
            <Button tone="danger" name="hapus" value={what}>
              {t[`erase_${what}_button`]}
            </Button>
          </Actions>
        </ReporterForm>
      ))}
    </>
  )
}

/** What may be erased now; of a report filed without identity there is nothing of who. */
function erasableIn(report: Props['mine']['report']) {
  return erasable.filter((what) => mayErase(report.stage, what) && !(what === 'identity' && report.without_identity))
}

/** A form to one of the report's sub-resources; the key and what was read so far travel along, posted, never in an address. */
function ReporterForm({ locale, mine, reportKey, name, children }: Props & { name: string; children: Child }) {
  return (
    <form method="post" action={link(locale, `/laporan/${mine.report.tracking_id}/${name}`)} novalidate>
      {reportKey ? <input type="hidden" name="kunci" value={reportKey} /> : null}
      <input type="hidden" name="terbaca" value={String(mine.report.last_seq)} />
      {children}
    </form>
  )
}

function MessageField({ values, errors, label }: Props & { label: string }) {
  return <TextArea name="pesan" label={label} value={values?.get('pesan')} error={errors?.pesan} rows={5} required />
}
