/**
 * Keeps what must not be readable in the database, its backups or the store of pictures, each thing under a key of its own.
 * Whoever opens has asked `can` and row-level security first; this is no judge.
 */
export type Keeper = {
  /** Words of a confidential report, sealed: they begin with U+0001, which no cleaned text holds. */
  sealWords(reportId: string, words: string): string
  /** Who filed, what is known of the place: under a key that can be destroyed without the words. */
  sealIdentity(reportId: string, words: string): string
  /** The words of an event, or why an opening was asked for, with the salt of the commitment in a chain (migrations 28, 45). */
  sealEvent(reportId: string, words: string, salt?: Buffer): SealedEvent
  openEvent(reportId: string, kept: string): { words: string; salt: Buffer } | null
  sealPicture(pictureId: string, bytes: Uint8Array): Buffer
  /** Any of these again; '' when its key was destroyed. @throws when it was changed */
  open(reportId: string, kept: string): string
  /** Null when its key was destroyed. @throws when it was changed */
  openPicture(pictureId: string, kept: Uint8Array): Buffer | null
  /** What stands in the database for the account, by the report's number among its own: 0, 1, 2 … */
  links(accountId: string, n: number): Links
  /** Behind the prints by which whoever filed is recognised in words; undefined where it is not at hand, so that nobody is. */
  readonly indexSecret?: Uint8Array | undefined
}

/** 32 bytes each. `newest`: to be written now; undefined once this number's report was erased. `all`: under every epoch in hand. */
export type Links = { newest: Buffer | undefined; all: Buffer[] }

/** Thrown where something should be sealed under a key that its reporter had destroyed. */
export class KeyDestroyed extends Error {
  override name = 'KeyDestroyed'
}

/** `words_hash` in hexadecimal: SHA-256 over salt and words. */
export type SealedEvent = { text: string; words_hash: string }

const sign = '\u0001'

export function isSealed(kept: string | null | undefined): boolean {
  return kept?.startsWith(sign) ?? false
}

/** Bytes as sealed words are stored. */
export function asWords(sealed: Uint8Array): string {
  return sign + Buffer.from(sealed).toString('base64')
}

export function asBytes(kept: string): Buffer {
  return Buffer.from(kept.slice(sign.length), 'base64')
}

/** Of those who hold no keys: words that must be sealed or opened end what they do. */
export const noKeeper: Keeper = {
  sealWords: refuse,
  sealIdentity: refuse,
  sealEvent: refuse,
  openEvent: refuse,
  sealPicture: refuse,
  open: refuse,
  openPicture: refuse,
  links: refuse,
}

function refuse(): never {
  throw new Error('There are no keys at hand')
}

/**
 * The one way to read words from a row of this report: each of `columns` opened where it was sealed.
 * @param keeper null for those who may know of the report but not read it: what is sealed is then null
 */
export function openWords<Row extends object>(
  keeper: Keeper | null,
  reportId: string,
  row: Row,
  columns: readonly (keyof Row)[],
): Row {
  const opened = { ...row }
  for (const column of columns) {
    const kept = row[column]
    if (typeof kept === 'string' && isSealed(kept))
      opened[column] = (keeper && keeper.open(reportId, kept)) as Row[typeof column]
  }
  return opened
}
