import { Actions, Button } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

/** What is done with a report that is looked at before it is sent. */
export function SendOrChange({ locale }: { locale: Locale }) {
  const t = wordsIn(locale)
  return (
    <Actions>
      <Button tone="main" name="langkah" value="kirim">
        {t.filing_send}
      </Button>{' '}
      <Button tone="quiet" name="langkah" value="ubah">
        {t.filing_change}
      </Button>
    </Actions>
  )
}
