import type { Audience } from '../../report/audience.ts'
import { lookFor } from '../../secrecy/before-publishing.ts'
import { findInOfficeWords, findPersonalData } from '../../secrecy/personal-data/find-personal-data.ts'
import { redact } from '../../secrecy/personal-data/redact.ts'
import type { ImportedReport } from './imported-report.ts'

type Kept = { title: string; text: string; place: string | null }

/**
 * How the public reads an imported report that comes in answered: nobody looks at it first, so population numbers, telephones, mailboxes,
 * plates and accounts are left out of the edited words. The reporter's own stay as they were.
 */
export function withoutNumbers({ title, text, place }: Kept) {
  const edited = { title: numbersOut(title), text: numbersOut(text), shown_place: numbersOut(place ?? '') }
  return {
    ...(edited.title === title ? {} : { title: edited.title }),
    ...(edited.text === text ? {} : { text: edited.text }),
    ...(edited.shown_place === (place ?? '') ? {} : { shown_place: edited.shown_place }),
  }
}

/** Who reads its answer: of a confidential report, or where it points at somebody, the parties alone. */
export function audienceOfImported({ answerText = '', anonymous, confidential }: ImportedReport): Audience {
  if (confidential) return 'line'
  const finds = anonymous
    ? lookFor({ anonymous, confidential, without_identity: false })(answerText)
    : findInOfficeWords(answerText).filter(({ kind }) => kind !== 'name')
  return finds.length > 0 ? 'line' : 'public'
}

function numbersOut(words: string): string {
  const finds = findPersonalData(words).filter(({ kind }) => kind !== 'name')
  return redact(
    words,
    finds.map(({ start, end }) => words.slice(start, end)),
  )
}
