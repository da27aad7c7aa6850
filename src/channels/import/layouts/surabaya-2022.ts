import { joinedIn, lineIn, textIn } from '../cells.ts'
import type { Layout, Row } from '../imported-report.ts'
import { localInstant } from '../local-time.ts'

/** Reports to the city of Surabaya: filed and answered by its clocks (WIB), offices named without the city, the answers' words absent. */
export const surabaya2022: Layout = {
  name: 'surabaya-2022',
  recognises: (columns) =>
    ['id', 'text', 'created_at', 'responded_at', 'topic', 'kecamatan'].every((name) => columns.has(name)),
  read: (row) => ({
    sourceId: lineIn(row, 'id'),
    text: withLines(textIn(row, 'text')),
    agencyText: lineIn(row, 'agency'),
    parentAgencyText: lineIn(row, 'kota'),
    categoryText: lineIn(row, 'topic'),
    areaCode: areaCodeIn(row),
    areaText: joinedIn(row, 'kelurahan', 'kecamatan', 'kota'),
    placeText: withLines(lineIn(row, 'address'))?.replace(/\s+/g, ' '),
    filedAt: localInstant(lineIn(row, 'created_at'), undefined, 'WIB'),
    answeredAt: localInstant(lineIn(row, 'responded_at'), undefined, 'WIB'),
  }),
}

/** The file writes the end of a line as a backslash and an n. */
function withLines(text: string | undefined): string | undefined {
  return text?.replaceAll('\\n', '\n').trim() || undefined
}

function areaCodeIn(row: Row): string | undefined {
  const code = lineIn(row, 'kode_kota')
  return code && /^\d{2}\.\d{2}$/.test(code) ? code : undefined
}
