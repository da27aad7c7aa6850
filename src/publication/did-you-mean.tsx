import { groupTrackingId } from '../report/tracking-id.ts'
import { Notice } from '../ui/components/index.ts'
import { link, type Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

/** One public report has an ID that is a slip away from what was typed. */
export function DidYouMean({ locale, id }: { locale: Locale; id: string }) {
  return (
    <Notice>
      <p>
        {wordsIn(locale).public_did_you_mean}{' '}
        <a class="code" href={link(locale, `/laporan/${id}`)}>
          {groupTrackingId(id)}
        </a>
        ?
      </p>
    </Notice>
  )
}
