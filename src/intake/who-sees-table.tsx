import { audiences, type Switches, whoSees } from '../secrecy/who-sees.ts'
import { DataTable } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

/** Who sees what for exactly these choices, row by row as `can` answers. */
export function WhoSeesTable({ locale, switches }: { locale: Locale; switches: Switches }) {
  const t = wordsIn(locale)
  const seen = whoSees(switches)
  const columns = [t.filing_who, t.filing_column_text, t.filing_column_name, t.filing_column_contact]
  return (
    <DataTable
      caption={t.filing_by_your_choice}
      columns={columns.map((name) => ({ name }))}
      rows={audiences.map((audience) => [
        capital(t[`filing_audience_${audience}`]),
        t[`filing_sight_${seen[audience].text}`],
        t[`filing_sight_${seen[audience].name}`],
        t[`filing_sight_${seen[audience].contact}`],
      ])}
    />
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
