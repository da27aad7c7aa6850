import type { Channel, Kind } from '../../intake/intake.ts'

/** What is odd about the dates of a row. Flagged for a human to see, never a reason to refuse. */
export type OddDate =
  | 'filed_unreadable'
  | 'filed_in_future'
  | 'answered_unreadable'
  | 'answered_in_future'
  | 'answered_before_filed'

/** What is odd about the cells of a row of CSV. Flagged like odd dates. */
export type OddRow =
  /** More or fewer than the header has. */
  | 'cell_count'
  /** A quotation mark in it does not close where the row ends; it is read as an ordinary character. */
  | 'open_quote'
  /** One of its lines looks like a row of its own. */
  | 'rows_inside'

/** A report as another system kept it, cleaned. What a layout lacks is absent; offices and categories are as written there. */
export type ImportedReport = {
  /** With `sourceId` the identity of the row: the same pair is the same report, however often it is imported. */
  sourceLayout: string
  sourceId: string
  title?: string
  /** As the reporter wrote it. */
  text: string
  /** As the other system's desk edited it for the public. */
  editedText?: string
  kind?: Kind
  agencyText?: string
  /** The agency above the office in `agencyText`, or the city that its name is to be read in. */
  parentAgencyText?: string
  categoryText?: string
  /** Kemendagri code. */
  areaCode?: string
  /** Names from the smallest area up, with commas: 'Oebobo, Kota Kupang, Nusa Tenggara Timur'. */
  areaText?: string
  placeText?: string
  filedAt?: Date
  answeredAt?: Date
  answerText?: string
  oddDates: OddDate[]
  oddRow?: OddRow
  /** The other system's own word for where the report was; it moves nothing here, nor does its reason. */
  status?: string
  statusReason?: string
  /** 1 to 5. */
  rating?: number
  anonymous: boolean
  confidential: boolean
  /** To be sealed, never shown. */
  reporterName?: string
  channel?: Channel
}

/** One row of a file by its column names: text from CSV, any JSON value from JSON Lines. */
export type Row = Record<string, unknown>

/** A date as a layout found it: absent, unreadable (`null`), or an instant. */
export type FoundDate = Date | null | undefined

/** What a layout reads out of a row; identity and odd dates are worked out for all layouts alike. */
export type RowRead = Omit<Partial<ImportedReport>, 'sourceLayout' | 'oddDates' | 'filedAt' | 'answeredAt'> & {
  filedAt?: FoundDate
  answeredAt?: FoundDate
}

/** One way in which another system writes its reports down, known by its columns and never by a file's name. */
export type Layout = {
  name: string
  recognises: (columns: ReadonlySet<string>) => boolean
  read: (row: Row) => RowRead
}

export type Refusal = 'no_text' | 'not_json' | 'not_a_row' | 'broken_row'

/** One row as it came out of the file. @property line of the file where it ends (CSV) or stands (JSON Lines), from 1 */
export type ReadRow = { line: number } & ({ ok: true; report: ImportedReport } | { ok: false; reason: Refusal })
