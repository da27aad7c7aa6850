import { type Canary, canaryWord } from '../../../testing/proofs/canaries.ts'
import type { ImportedReport } from '../imported-report.ts'

const fields = [
  'title',
  'text',
  'edited',
  'agency',
  'category',
  'area',
  'place',
  'status',
  'reason',
  'answer',
  'id',
  'name',
]

/** What each field of the row for `report` holds. */
export function canariesOfRow(report: string): Canary[] {
  return fields.map((field) => ({ kind: 'word', report, field, value: canaryWord(report, field) }))
}

/** A row that holds a word of its own wherever the file has room for words, also where a code or a number belongs. */
export function fullRow(report: string): ImportedReport {
  const word = (field: string) => canaryWord(report, field)
  return {
    sourceLayout: 'uji',
    sourceId: `baris ${word('id')} yang bergeser`,
    title: `Laporan ${word('title')}`,
    text: `Jalan ${word('text')} rusak.`,
    editedText: `Jalan ${word('edited')} rusak.`,
    agencyText: `Dinas ${word('agency')}`,
    categoryText: `Perihal ${word('category')}`,
    areaText: `Dusun ${word('area')}`,
    placeText: `Dekat ${word('place')}`,
    status: `Menurut ${word('status')} beres`,
    statusReason: `Ditunda karena ${word('reason')} pindah`,
    answerText: `Sudah dijawab ${word('answer')}.`,
    reporterName: `Ibu ${word('name')}`,
    oddDates: [],
    anonymous: false,
    confidential: false,
  }
}
