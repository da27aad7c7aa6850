import type { UnsurePost } from '../intake/unsure-posts.ts'
import { Button, Card, EmptyState, Moment } from '../ui/components/index.ts'
import { link } from '../ui/locale.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'

/** Posts of which nobody was sure whether they are a report: the desk says. */
export function UnsurePage({ duty, posts }: { duty: Duty; posts: readonly UnsurePost[] }) {
  const { t, locale, zone } = duty
  return (
    <DeskPage duty={duty} title={t.desk_unsure} current="pintu">
      <div class="desk-column">
        <h1>{t.desk_unsure}</h1>
        <p>{t.desk_unsure_intro}</p>
        {posts.length === 0 ? <EmptyState title={t.desk_quarantined_none} /> : null}
        {posts.map(({ id, arrivedAt, text }, at) => (
          <Card title={`${t.desk_unsure_post} ${at + 1}`}>
            <p class="quiet">
              <Moment locale={locale} at={arrivedAt} zone={zone} />
            </p>
            <p class="prose">{text}</p>
            <form method="post" action={link(locale, `/kelola/pintu/x/${id}`)}>
              <Button name="keputusan" value="laporan">
                {t.desk_unsure_is}
              </Button>{' '}
              <Button name="keputusan" value="bukan">
                {t.desk_unsure_is_not}
              </Button>
            </form>
          </Card>
        ))}
        <p>
          <a href={link(locale, '/kelola/pintu')}>{t.desk_page_pintu}</a>
        </p>
      </div>
    </DeskPage>
  )
}
