import fc from 'fast-check'
import { groupTrackingId, makeTrackingId } from '../../../../report/tracking-id.ts'
import type { OwnReport, Understood } from '../understand.ts'
import { mistyped, written } from './writing.ts'

/** What somebody wrote, what they had filed, and what they wanted: where that can be two things, to be asked which, the words kept. */
export type Utterance = {
  wants: string
  text: string
  own: OwnReport[]
  expected: Understood | 'asked about' | 'refused' | 'told or asked' | 'both done'
}

const anId = fc.integer({ min: 1, max: 2 ** 31 }).map((seed) => {
  let state = seed
  return makeTrackingId((count) =>
    Uint8Array.from({ length: count }, () => (state = (state * 48271) % 2147483647) % 251),
  )
})
const asWritten = (id: string) =>
  fc.constantFrom(id, id.toLowerCase(), groupTrackingId(id), groupTrackingId(id).replaceAll('-', ' '))
const stars = fc.integer({ min: 1, max: 5 })
const kindly = fc.constantFrom('', '', '', ' pak', ' min', ' bu, terima kasih', ' ya pak', ' dong', ' makasih')

export type Scene = { id: string; shown: string; kind: string }
const scene: fc.Arbitrary<Scene> = anId.chain((id) =>
  fc.record({ id: fc.constant(id), shown: asWritten(id), kind: kindly }),
)
export const one = (id: string, awaits?: OwnReport['awaits'], open = true): OwnReport[] => [
  { trackingId: id, open, ...(awaits && { awaits }) },
]

/** `{CEK}` in a form is a command word: it may be mistyped. */
export function uttered(
  wants: string,
  forms: readonly string[],
  own: (scene: Scene) => OwnReport[],
  expected: (scene: Scene, told: string, rating: number) => Utterance['expected'],
  tells: readonly string[] = [''],
): fc.Arbitrary<Utterance> {
  return fc
    .record({
      at: scene,
      form: fc.constantFrom(...forms).chain(mistyped),
      told: fc.constantFrom(...tells),
      rating: stars,
      style: written,
    })
    .map(({ at, form, told, rating, style }) => {
      const shown = style
        .voice(form.replace('<kind>', at.kind))
        .replace(/<id>/i, at.shown)
        .replace(/<n>/i, String(rating))
      const text = style.around(shown.replace(/<told>/i, told))
      return { wants, text, own: own(at), expected: expected(at, told, rating) }
    })
}

/** Two commands at once. */
export const beside = (
  wants: string,
  forms: readonly string[],
  own: (scene: Scene) => OwnReport[],
  each: (id: string) => Understood[],
) => uttered(wants, forms, own, ({ id }) => ({ kind: 'several', each: each(id), clauses: [] }))
export const raise = (trackingId: string, what: 'anonymous' | 'confidential' = 'confidential'): Understood => ({
  kind: 'raise',
  trackingId,
  what,
})
