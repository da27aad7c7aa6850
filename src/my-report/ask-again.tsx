import { parseTrackingId } from '../report/tracking-id.ts'
import { Confirm } from '../ui/components/index.ts'
import { Page } from '../ui/frame.tsx'
import { type Locale, link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { Values } from './presses.ts'

type Props = { locale: Locale; question: 'withdraw' | 'lower'; path: string; values: Values; byKey: boolean }

/** What cannot be taken back is asked a second time, on a page of its own. */
export function AskAgain({ locale, question, path, values, byKey }: Props) {
  const t = wordsIn(locale)
  const id = parseTrackingId(path.split('/')[2] ?? '') ?? ''
  const withdraws = question === 'withdraw'
  return (
    <Page locale={locale} title={t.mine_title} path="/lacak" indexed={false}>
      <Confirm
        locale={locale}
        question={withdraws ? t.mine_withdraw_question : t.mine_lower_question}
        action={link(locale, path)}
        verb={withdraws ? t.mine_withdraw_sure : t.mine_lower_button}
        fields={{ ...Object.fromEntries(values), yakin: '1' }}
        cancel={link(locale, byKey ? `/lacak?id=${id}` : `/laporan/${id}/saya`)}
        danger
      >
        <p>{withdraws ? t.mine_withdraw_hint : t.mine_lower_text}</p>
      </Confirm>
    </Page>
  )
}
