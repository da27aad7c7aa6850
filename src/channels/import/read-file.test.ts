import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportedReport, ReadRow } from './imported-report.ts'
import { recogniseFile, UnknownLayout } from './read-file.ts'

const now = new Date('2026-01-20T03:00:00Z')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lapor-import-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function read(content: string | Buffer): Promise<{ layout: string; rows: ReadRow[] }> {
  const file = path.join(folder, 'anything')
  await writeFile(file, content)
  const { layout, rows } = await recogniseFile(file)
  const all: ReadRow[] = []
  for await (const row of rows(now)) all.push(row)
  return { layout: layout.name, rows: all }
}

async function reportsIn(content: string | Buffer): Promise<ImportedReport[]> {
  return (await read(content)).rows.flatMap((row) => (row.ok ? [row.report] : []))
}

const jsonLines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')
const a2017 = {
  tracking_id: '1900001',
  title: 'Lampu mati',
  text: 'Lampu jalan mati.',
  agency_addressed: null,
  classification_from_template: 'PERMINTAAN_INFORMASI',
  source: 's',
}
const a2021 = {
  id: 'a-1',
  search_term: 'banjir',
  text: 'Banjir di gang\u2028kami 😀',
  institute: 'Pemkot Contoh',
  category: 'Topik Lainnya',
  source: 's',
}

const cityHeader =
  'id,text,address,created_at,responded_at,response_bucket,topic,agency,kecamatan,kelurahan,kota,kode_kota'
const cityRow =
  '7,"Pohon tumbang\\ndi jalan, tolong",Jl. Contoh 1,2022-01-05 10:00:00,2022-01-07 09:30:00,,PJU,Dinas Contoh,Kec,Kel,Kota Contoh,35.78'

const sp4nHeader =
  'Tracking ID,Tanggal Laporan Masuk,Waktu Laporan Masuk,Nama Pelapor,Klasifikasi Laporan,ID Kategori,Kategori,Judul Laporan,Isi Laporan Awal,Isi Laporan Akhir,Tipe Laporan (Anonim/Rahasia),Sumber Laporan,Instansi Induk,ID Instansi Terdisposisi,Instansi Terdisposisi,Status Laporan,Alasan Tunda/Arsip,Provinsi,Kota/Kabupaten,Kecamatan,Kelurahan,Nomor SK,Url SK,Url Dokumen Laporan Tahunan,Laporan yang Masuk melalui Kanal Aduan Setwapres,Rating'
const sp4nRow =
  '5000001,6 Jan 2026,10:24,Marta,Pengaduan,12,Jalan,Jalan rusak,"Jalan rusak\nsejak lama","Jalan rusak sejak lama","Anonim, Rahasia",SMS 1708,Pemerintah Kota Contoh,3,Dinas Contoh,Selesai,,Nusa Tenggara Timur,Kota Contoh,Oebobo,Fatululi,,,,,4'

describe('a file is known by its columns', () => {
  test.each([
    ['lapor-2017', jsonLines(a2017)],
    ['lapor-2021', jsonLines(a2021)],
    ['surabaya-2022', `${cityHeader}\n${cityRow}`],
    ['sp4n-export', `Judul Laporan,Semua\nNama Instansi,Contoh\n\n${sp4nHeader}\n${sp4nRow}`],
  ])('%s', async (name, content) => {
    const { layout, rows } = await read(content)
    expect(layout).toBe(name)
    expect(rows).toHaveLength(1)
  })

  test('whatever the order of its columns, the delimiter, the line ends and the mark at its start', async () => {
    const content = `\ufeff${sp4nHeader}\r\n${sp4nRow.replace('\n', '\r\n')}\r\n`.replace('"Anonim, Rahasia"', 'Anonim')
    const semicolons = content.replaceAll(',', ';')
    const [withCommas] = await reportsIn(content)
    expect((await reportsIn(semicolons))[0]).toEqual(withCommas)
    expect((await reportsIn(content.replaceAll(',', '\t')))[0]).toEqual(withCommas)
    expect((await reportsIn(Buffer.from(content, 'utf16le')))[0]).toEqual(withCommas)
    const reversed = (line: string) => line.split(',').reverse().join(',')
    const plain = '1,halo dunia,x,2022-01-05 10:00:00,,,PJU,Dinas,Kec,Kel,Kota,35.78'
    expect((await reportsIn(`${reversed(cityHeader)}\n${reversed(plain)}`))[0]).toMatchObject({
      sourceId: '1',
      text: 'halo dunia',
    })
  })

  test.each([
    ['a table of something else', 'name,age\nx,1'],
    ['rows of something else', jsonLines({ a: 1 })],
    ['an empty file', ''],
    ['a workbook', 'PK\x03\x04…'],
    ['a picture', '\xff\xd8\xff'],
  ])('%s is refused whole, with a sentence', async (_, content) => {
    await expect(read(content)).rejects.toThrow(UnknownLayout)
  })
})

describe('what a row becomes', () => {
  test('the SP4N export: both versions of the text, the switches, the door and the rating', async () => {
    expect((await reportsIn(`${sp4nHeader}\n${sp4nRow}`))[0]).toMatchObject({
      sourceLayout: 'sp4n-export',
      sourceId: '5000001',
      title: 'Jalan rusak',
      text: 'Jalan rusak\nsejak lama',
      editedText: 'Jalan rusak sejak lama',
      kind: 'complaint',
      agencyText: 'Dinas Contoh',
      parentAgencyText: 'Pemerintah Kota Contoh',
      areaText: 'Fatululi, Oebobo, Kota Contoh, Nusa Tenggara Timur',
      filedAt: new Date('2026-01-06T03:24:00Z'),
      status: 'Selesai',
      rating: 4,
      anonymous: true,
      confidential: true,
      reporterName: 'Marta',
      channel: 'sms',
      oddDates: [],
    })
  })

  test('a city: local time, an answer without words, line ends written out', async () => {
    const [report] = await reportsIn(`${cityHeader}\n${cityRow}`)
    expect(report).toMatchObject({
      text: 'Pohon tumbang\ndi jalan, tolong',
      placeText: 'Jl. Contoh 1',
      filedAt: new Date('2022-01-05T03:00:00Z'),
      answeredAt: new Date('2022-01-07T02:30:00Z'),
      areaCode: '35.78',
      areaText: 'Kel, Kec, Kota Contoh',
    })
    expect(report?.answerText).toBeUndefined()
  })

  test('reports without dates, with line separators and emoji inside', async () => {
    expect((await reportsIn(jsonLines(a2017)))[0]).toMatchObject({
      sourceId: '1900001',
      kind: 'information_request',
      agencyText: undefined,
    })
    expect((await reportsIn(jsonLines(a2021)))[0]).toMatchObject({
      text: 'Banjir di gang\nkami 😀',
      categoryText: 'Topik Lainnya',
    })
  })

  test.each([
    ['2022-01-05 10:00:00', '2022-01-04 10:00:00', ['answered_before_filed']],
    ['2027-01-05 10:00:00', '', ['filed_in_future']],
    ['entah', '2027-01-01', ['filed_unreadable', 'answered_in_future']],
    ['2022-02-30', '0000', ['filed_unreadable', 'answered_unreadable']],
    ['', '', []],
  ])('dates %s and %s are flagged, not refused', async (filed, answered, oddDates) => {
    const row = cityRow.replace('2022-01-05 10:00:00', filed).replace('2022-01-07 09:30:00', answered)
    expect((await reportsIn(`${cityHeader}\n${row}`))[0]?.oddDates).toEqual(oddDates)
  })

  test('a day that has not come yet is not believed: filed and answered on the day of import', async () => {
    const [report] = await reportsIn(`${cityHeader}\n${cityRow.replaceAll('2022-01', '2099-01')}`)
    expect(report).toMatchObject({ answeredAt: now, oddDates: ['filed_in_future', 'answered_in_future'] })
    expect(report?.filedAt).toBeUndefined()
    const [answered] = await reportsIn(`${cityHeader}\n${cityRow.replace('2022-01-05', '2099-01-05')}`)
    expect(answered?.answeredAt).toEqual(new Date('2022-01-07T02:30:00Z'))
    expect(answered?.oddDates).toEqual(['filed_in_future'])
  })

  test('a row without its own id is known by its content and its occurrence', async () => {
    const nameless = jsonLines({ ...a2021, id: '' }, { ...a2021, id: '', text: 'lain' }, { ...a2021, id: '' })
    const ids = (await reportsIn(nameless)).map((report) => report.sourceId)
    expect(new Set(ids).size).toBe(3)
    expect((await reportsIn(nameless)).map((report) => report.sourceId)).toEqual(ids)
    const reordered = jsonLines(Object.fromEntries(Object.entries({ ...a2021, id: '' }).reverse()))
    expect((await reportsIn(reordered))[0]?.sourceId).toBe(ids[0])
  })
})

describe('rows that are refused, each with its line', () => {
  test('a row that says nothing; a row with only a title says its title', async () => {
    const { rows } = await read(jsonLines({ ...a2017, text: ' \0', title: '' }, { ...a2017, text: null }, a2017))
    expect(rows[0]).toEqual({ line: 1, ok: false, reason: 'no_text' })
    expect(rows[1]).toMatchObject({ ok: true, report: { text: 'Lampu mati' } })
    expect(rows).toHaveLength(3)
  })

  test('a damaged line does not stop the others', async () => {
    const { rows } = await read(`${jsonLines(a2017)}\n{"tracking_id": "19\n\n[1,2]\n${jsonLines(a2017)}`)
    expect(rows.map((row) => [row.line, row.ok || row.reason])).toEqual([
      [1, true],
      [2, 'not_json'],
      [4, 'not_a_row'],
      [5, true],
    ])
  })

  test('too few or too many cells are told; empty ones behind the last are how Excel ends a row', async () => {
    const reports = await reportsIn(`${cityHeader}\n8,halo dunia\n${cityRow},x,y,z\n${cityRow.replace('7', '9')},,,`)
    expect(reports.map(({ sourceId, oddRow }) => [sourceId, oddRow])).toEqual([
      ['8', 'cell_count'],
      ['7', 'cell_count'],
      ['9', undefined],
    ])
  })

  test('line ends of several systems in one file end lines all the same', async () => {
    expect(await reportsIn(`${cityHeader}\r\n${cityRow}\n8,halo dunia\r9,halo lagi\n`)).toHaveLength(3)
  })

  test('text that is no UTF-8 comes through with replacement characters', async () => {
    const content = Buffer.concat([
      Buffer.from(`${cityHeader}\n1,"jalan `),
      Buffer.from([0xff, 0xfe, 0x41]),
      Buffer.from('",x'),
    ])
    expect((await reportsIn(content))[0]?.text).toBe('jalan \ufffd\ufffdA')
  })
})
