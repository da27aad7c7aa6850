import type { Secrecy } from './understood.ts'
import { partsOf } from './wish-clauses.ts'
import { has, placesOf, type Span, type Token } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'

const soft: Sense[] = ['all', 'article', 'ask', 'fill', 'idle', 'kind', 'own', 'self', 'want', 'whose']

/**
 * Wishes that are only ones where nothing else stands between two commas: "identitas dijaga ya", "jgn bocor ya pak", "jaga kerahasiaan saya", "dirahasiakan
 * juga laporannya". Beside another word "bocor" is a pipe and "dijaga" a road.
 */
export function wholePartsIn(tokens: readonly Token[]): (Span & { what: Secrecy })[] {
  return partsOf(tokens).flatMap(({ from, to }): (Span & { what: Secrecy })[] => {
    const says = (sense: Sense) => placesOf(tokens, from, to + 1, sense).length > 0
    const isOnly = (...beside: Sense[]) =>
      tokens.slice(from, to + 1).every((_, at) => has(tokens, from + at, ...soft, ...beside))
    if (says('hide') && !says('self') && (says('shield') || says('all')) && isOnly('hide', 'shield'))
      return [{ what: 'confidential', from, to }]
    if (says('never') && says('leak') && !says('self') && isOnly('never', 'leak', 'all'))
      return [{ what: 'confidential', from, to }]
    return says('shield') && says('self') && isOnly('shield') ? [{ what: 'anonymous', from, to }] : []
  })
}
