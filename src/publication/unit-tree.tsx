import type { Agency, Directory } from '../agencies/directory.ts'
import { link } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { Reading } from './public-report.ts'

/** What stands below an office, level by level. */
export function UnitTree({ reading, agency }: { reading: Reading; agency: Agency }) {
  if (childrenOf(reading.directory, agency).length === 0) return null
  return (
    <section>
      <h2>{wordsIn(reading.locale).public_agency_units}</h2>
      <Level reading={reading} agency={agency} above={[]} />
    </section>
  )
}

/** A loop in the rows ends the walk. */
function Level({ reading, agency, above }: { reading: Reading; agency: Agency; above: readonly string[] }) {
  const children = childrenOf(reading.directory, agency).filter((child) => !above.includes(child.id))
  if (children.length === 0) return null
  return (
    <ul class="plain-list">
      {children.map((child) => (
        <li>
          <a href={link(reading.locale, `/instansi/${child.id}`)}>{child.name}</a>
          <Level reading={reading} agency={child} above={[...above, agency.id]} />
        </li>
      ))}
    </ul>
  )
}

function childrenOf(directory: Directory, agency: Agency): Agency[] {
  return directory.agencies.filter((other) => other.parentId === agency.id && other.active)
}
