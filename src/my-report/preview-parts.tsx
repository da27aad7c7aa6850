import type { Child } from 'hono/jsx'
import type { Find } from '../secrecy/personal-data/find.ts'
import { redact } from '../secrecy/personal-data/redact.ts'
import { RedactionPanel } from '../secrecy/redaction-panel.tsx'
import { carryingFound, notFoundIn, piecesOf } from '../secrecy/redactions.ts'
import { HiddenFields, MarkedText } from '../ui/components/index.ts'
import type { Locale } from '../ui/locale.ts'
import { carriedIn, redactionsOf, type Values } from './presses.ts'

/** How a reporter's own words are looked at before everybody reads them. */
export type Looked = { values: Values; look: (text: string) => Find[] }

/** Words as everybody would read them: what is taken out is out, what may point at somebody is marked. */
export function AsPublic({ text, values, look }: Looked & { text: string }) {
  const shown = redact(text, redactionsOf(values))
  return <MarkedText text={shown} marks={look(shown)} />
}

type PanelProps = Looked & { locale: Locale; address: string; texts: readonly string[] }

export function Redactions({ locale, address, texts, values, look }: PanelProps) {
  const typed = Object.fromEntries(values)
  const [pieces, notFound] = [piecesOf(typed, texts, look), notFoundIn(typed, texts)]
  const carried = <Carried values={new Map(Object.entries(carryingFound(typed, texts)))} />
  return <RedactionPanel {...{ locale, pieces, notFound, address, carried }} isReadBy="public" />
}

/** The form as it stands, unseen. */
export function Carried({ values }: { values: Values }): Child {
  return <HiddenFields values={carriedIn(values)} />
}
