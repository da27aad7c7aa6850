/** How other systems say where a report stood: those of SP4N-LAPOR! and of our own export, in their words. */
const known = [
  'Belum terverifikasi',
  'Menunggu verifikasi',
  'Terverifikasi',
  'Terdisposisi',
  'Belum ditindaklanjuti',
  'Proses',
  'Sedang diproses',
  'Sudah ditindaklanjuti',
  'Sudah ditindaklanjuti, menunggu pelapor',
  'Tunda',
  'Ditunda',
  'Ditunda, perlu dilengkapi',
  'Selesai',
  'Selesai, dikonfirmasi pelapor',
  'Selesai, tanpa tanggapan',
  'Ditutup oleh Admin',
  'Ditutup oleh Sistem',
  'Ditutup oleh Admin/Sistem',
  'Diarsipkan',
  'Digabung',
  'Dicabut',
]

const words = new Map(known.map((status) => [nameOf(status), status]))

/** The name under which a status is kept as a fact: 'ditutup-oleh-admin'. Undefined for one that is not on the list, which is words. */
export function oldStatus(written: string): string | undefined {
  const name = nameOf(written)
  return words.has(name) ? name : undefined
}

/** As the other system says it, whatever our reader's language. */
export function oldStatusWords(name: string): string | undefined {
  return words.get(name)
}

function nameOf(status: string): string {
  return status
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
