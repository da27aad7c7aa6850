import type { Directory } from '../agencies/directory.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { saidOnce, type Understood } from './understood.ts'

type Props = { locale: Locale; directory: Directory; accused: readonly Understood[] }

/** Whom a report names, a line each, and who we take that for. For its reporter: never which person, for their office may not be theirs to know. */
export function UnderstoodNames({ locale, directory, accused }: Props) {
  const t = wordsIn(locale)
  const words = ({ named, kind, unitId }: Understood) => {
    const office = (unitId && directory.agency(unitId)?.name) || '–'
    if (kind === 'unit') return t.understood_unit(named, office)
    if (kind === 'head') return t.understood_head(named, office)
    return kind === 'person' || kind === 'outside' ? t[`understood_${kind}`](named) : t.understood_later(named)
  }
  return <div class="prose">{saidOnce(accused).map(words).join('\n')}</div>
}
