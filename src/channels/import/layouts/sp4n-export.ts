import { channelIn, joinedIn, kindIn, lineIn, ratingIn, textIn } from '../cells.ts'
import type { Layout } from '../imported-report.ts'
import { localInstant } from '../local-time.ts'

/**
 * What SP4N-LAPOR! gives the admin of an office to download, saved as CSV. A few lines about the export stand above the header.
 * Times are WIB unless they say otherwise.
 */
export const sp4nExport: Layout = {
  name: 'sp4n-export',
  recognises: (columns) => columns.has('Tracking ID') && columns.has('Isi Laporan Awal'),
  read: (row) => {
    const secrecy = lineIn(row, 'Tipe Laporan (Anonim/Rahasia)') ?? ''
    const original = textIn(row, 'Isi Laporan Awal')
    const edited = textIn(row, 'Isi Laporan Akhir')
    return {
      sourceId: lineIn(row, 'Tracking ID'),
      title: lineIn(row, 'Judul Laporan'),
      text: original ?? edited,
      editedText: original && edited !== original ? edited : undefined,
      kind: kindIn(row, 'Klasifikasi Laporan'),
      agencyText: lineIn(row, 'Instansi Terdisposisi') ?? lineIn(row, 'Instansi Induk'),
      parentAgencyText: lineIn(row, 'Instansi Induk'),
      categoryText: lineIn(row, 'Kategori'),
      areaText: joinedIn(row, 'Kelurahan', 'Kecamatan', 'Kota/Kabupaten', 'Provinsi'),
      filedAt: localInstant(lineIn(row, 'Tanggal Laporan Masuk'), lineIn(row, 'Waktu Laporan Masuk'), 'WIB'),
      status: lineIn(row, 'Status Laporan'),
      statusReason: lineIn(row, 'Alasan Tunda/Arsip'),
      rating: ratingIn(row, 'Rating'),
      anonymous: /anonim/i.test(secrecy),
      confidential: /rahasia/i.test(secrecy),
      reporterName: nameIn(lineIn(row, 'Nama Pelapor')),
      channel: channelIn(row, 'Sumber Laporan'),
    }
  },
}

/** Their export writes "Anonim" where a name is hidden. */
function nameIn(name: string | undefined): string | undefined {
  return name && !/^(?:anonim|rahasia|disembunyikan|[*.x]+)$/i.test(name) ? name : undefined
}
