/** One thing to say, in both languages: a string, or a function of the same arguments in both. */
export type Phrase = string | ((...args: never[]) => string)

/** A room's part of the catalogue. Keys begin with the room's name: `filing_heading`. */
export type Words = Readonly<Record<string, { readonly id: Phrase; readonly en: Phrase }>>

/** What a phrase looks like once a language is chosen. */
export type Spoken<W extends Words> = {
  readonly [K in keyof W]: W[K]['id'] extends string ? string : W[K]['id'] | W[K]['en']
}
