import type { Aim } from '../secrecy/aim.ts'
import { perhapsAudiencesOf, type Switches, whoSees } from '../secrecy/who-sees.ts'
import { DataTable } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { audienceName } from './who-sees-words.ts'

/** Who sees what for exactly these choices, row by row as `can` answers. */
export function WhoSeesTable({ locale, switches, aim }: { locale: Locale; switches: Switches; aim: Aim }) {
  const t = wordsIn(locale)
  const seen = whoSees(switches, aim)
  const columns = [t.filing_who, t.filing_column_text, t.filing_column_name, t.filing_column_contact]
  return (
    <DataTable
      caption={t.filing_by_your_choice}
      stacks="beside"
      columns={columns.map((name) => ({ name }))}
      rows={perhapsAudiencesOf(aim).map((audience) => [
        capital(audienceName(locale, audience, aim)),
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
