import type { Words } from './words.ts'

/** Break-glass and its ledger: asking, deciding, looking, and what the reporter reads of it. */
export const openingWords = {
  opening_what_text: { id: 'Isi laporan', en: 'The words of the report' },
  opening_what_identity: { id: 'Identitas pelapor', en: 'Who filed the report' },
  opening_ask_text: { id: 'Buka isi laporan', en: 'Open the words' },
  opening_ask_identity: { id: 'Buka identitas pelapor', en: 'Open who filed it' },
  opening_link: { id: 'Buka isi atau identitas', en: 'Open words or identity' },
  opening_heading: {
    id: (id: string) => `Pembukaan laporan ${id}`,
    en: (id: string) => `Openings of report ${id}`,
  },
  opening_intro: {
    id: 'Tulis alasannya. Orang kedua memutuskan. Bila disetujui, terbuka lima belas menit untuk Anda saja. Pelapor membaca siapa yang meminta, kapan, dan mengapa.',
    en: 'Write why. A second person decides. Once approved it is open for fifteen minutes, for you alone. The reporter reads who asked, when and why.',
  },
  opening_nothing_text: { id: 'Isi laporan ini sudah dapat Anda baca.', en: 'You can read the words already.' },
  opening_nothing_identity: {
    id: 'Pelapor tidak menyimpan identitas. Tidak ada yang dapat dibuka.',
    en: 'No identity was stored. There is nothing to open.',
  },
  opening_ground: { id: 'Dasar', en: 'Ground' },
  opening_ground_safety: { id: 'Keselamatan pelapor', en: 'The reporter’s safety' },
  opening_ground_law: { id: 'Perintah hukum', en: 'An order by law' },
  opening_ground_contact: { id: 'Pelapor perlu dihubungi langsung', en: 'The reporter must be reached in person' },
  opening_ground_oversight: { id: 'Pemeriksaan penanganan', en: 'Looking into how it is handled' },
  opening_ground_reporter: { id: 'Pelapor sendiri memintanya', en: 'The reporter asked for it' },
  opening_reason: { id: 'Alasan', en: 'Reason' },
  opening_reason_hint: {
    id: 'Pelapor membaca kalimat ini. Jangan menulis nama.',
    en: 'The reporter reads this. Write no names.',
  },
  opening_error_ground: { id: 'Pilih dasarnya.', en: 'Choose the ground.' },
  opening_error_reason: { id: 'Tulis alasannya, sedikitnya tiga kata.', en: 'Write the reason, at least three words.' },
  opening_error_what: { id: 'Pilih apa yang perlu dibuka.', en: 'Choose what must be opened.' },
  opening_send: { id: 'Minta persetujuan', en: 'Ask for approval' },
  opening_list: { id: 'Menunggu keputusan Anda', en: 'Waiting for your decision' },
  opening_list_empty: { id: 'Tidak ada permintaan yang menunggu.', en: 'No request is waiting.' },
  opening_mine: { id: 'Permintaan Anda', en: 'Your requests' },
  opening_asked_by: { id: 'Diminta oleh', en: 'Asked by' },
  opening_asked_at: { id: 'Diminta pada', en: 'Asked on' },
  opening_decided_by: { id: 'Diputuskan oleh', en: 'Decided by' },
  opening_looks: { id: 'Dibaca', en: 'Read' },
  opening_looks_n: {
    id: (n: number, pictures: number, last: string) =>
      last
        ? [
            ...(n > 0 ? [`${n} kali`] : []),
            ...(pictures > 0 ? [`foto ${pictures} kali`] : []),
            `terakhir ${last}`,
          ].join(', ')
        : 'belum pernah',
    en: (n: number, pictures: number, last: string) =>
      last
        ? [
            ...(n > 0 ? [`${n} ${n === 1 ? 'time' : 'times'}`] : []),
            ...(pictures > 0 ? [`pictures ${pictures} ${pictures === 1 ? 'time' : 'times'}`] : []),
            `last ${last}`,
          ].join(', ')
        : 'never',
  },
  opening_state: { id: 'Keadaan', en: 'State' },
  opening_state_waiting: { id: 'Menunggu orang kedua', en: 'Waiting for a second person' },
  opening_state_lapsed: { id: 'Gugur, tidak diputuskan dalam 24 jam', en: 'Lapsed, not decided within 24 hours' },
  opening_state_refused: { id: 'Ditolak', en: 'Refused' },
  opening_state_open: {
    id: (until: string) => `Terbuka sampai pukul ${until}`,
    en: (until: string) => `Open until ${until}`,
  },
  opening_state_ended: {
    id: (until: string) => `Sudah tertutup pukul ${until}`,
    en: (until: string) => `Closed again at ${until}`,
  },
  opening_approve: { id: 'Setujui, lima belas menit', en: 'Approve, fifteen minutes' },
  opening_refuse: { id: 'Tolak', en: 'Refuse' },
  opening_own: {
    id: 'Permintaan Anda sendiri diputuskan orang lain.',
    en: 'Your own request is decided by somebody else.',
  },
  opening_over: { id: 'Permintaan ini sudah diputuskan atau gugur.', en: 'This request was decided or has lapsed.' },
  opening_done_asked: {
    id: 'Terkirim. Anda diberi tahu bila sudah diputuskan.',
    en: 'Sent. You will be told when it is decided.',
  },
  opening_done_approved: { id: 'Disetujui.', en: 'Approved.' },
  opening_done_refused: { id: 'Ditolak.', en: 'Refused.' },
  opening_read: { id: 'Baca laporan', en: 'Read the report' },
  opening_show: { id: 'Tampilkan identitas', en: 'Show who it is' },
  opening_preparing: {
    id: 'Sedang disiapkan. Kembali, lalu tekan "Tampilkan identitas" sekali lagi.',
    en: 'Being prepared. Go back and press “Show who it is” once more.',
  },
  opening_no_contact: {
    id: 'Pelapor tidak meninggalkan nama atau kontak.',
    en: 'The reporter left neither name nor contact.',
  },
  opening_name: { id: 'Nama', en: 'Name' },
  opening_phone: { id: 'Telepon', en: 'Phone' },
  opening_email: { id: 'Surel', en: 'E-mail' },
  opening_counted: {
    id: (until: string) =>
      `Terbuka untuk Anda sampai pukul ${until}. Pembacaan ini tercatat dan terlihat oleh pelapor.`,
    en: (until: string) => `Open for you until ${until}. This reading is recorded and the reporter sees it.`,
  },
  opening_back: { id: 'Kembali ke laporan', en: 'Back to the report' },
  opening_back_openings: { id: 'Kembali ke pembukaan', en: 'Back to the openings' },
  opening_none: { id: 'Belum ada yang meminta.', en: 'Nobody has asked.' },
  opening_ledger: { id: 'Siapa yang pernah membuka?', en: 'Who has opened it?' },
  opening_ledger_intro: {
    id: 'Setiap permintaan untuk membuka isi rahasia atau identitas Anda, yang ditolak pun, tercatat di sini dan tidak dapat dihapus.',
    en: 'Every request to open your confidential words or your identity, refused ones too, is recorded here and cannot be erased.',
  },
  opening_ledger_empty: { id: 'belum pernah dibuka', en: 'never opened' },
  opening_ledger_none_known: { id: 'tidak ada pembukaan yang tercatat', en: 'no opening is recorded' },
  opening_ledger_restored: {
    id: (backup: string, restored: string, known: string) =>
      `Basis data ini dipulihkan pada ${restored} dari cadangan ${backup}. Pembukaan sampai ${known} dicatat kembali; yang terjadi sesudah itu sampai pemulihan tidak diketahui halaman ini.`,
    en: (backup: string, restored: string, known: string) =>
      `This database was restored on ${restored} from a backup of ${backup}. Openings until ${known} are recorded again; of what happened after that, until the restore, this page knows nothing.`,
  },
  opening_ledger_lost: {
    id: (backup: string, restored: string) =>
      `Basis data ini dipulihkan pada ${restored} dari cadangan ${backup}. Halaman ini tidak mengetahui apa pun yang dibuka di antara keduanya.`,
    en: (backup: string, restored: string) =>
      `This database was restored on ${restored} from a backup of ${backup}. This page knows nothing of what was opened between the two.`,
  },
  opening_embargo: { id: 'Penundaan terbit (embargo)', en: 'Publication held back (embargo)' },
  opening_embargo_link: { id: 'Tunda penerbitan (embargo)', en: 'Hold back publication (embargo)' },
  opening_embargo_intro: {
    id: 'Hanya dengan dasar hukum. Laporan tetap ditangani dan berjalan jamnya, tetapi baru terbit sesudah hari yang ditentukan. Pelapor membaca siapa yang menunda, dasarnya, dan sampai kapan.',
    en: 'On a legal ground only. The report is handled and its clocks run, but it is published only after the day named. The reporter reads who held it back, on what ground, and until when.',
  },
  opening_embargo_investigation: { id: 'Penyidikan sedang berjalan', en: 'A criminal investigation is under way' },
  opening_embargo_witness: { id: 'Perlindungan saksi dan korban', en: 'Protection of witnesses and victims' },
  opening_embargo_child: { id: 'Perlindungan anak', en: 'Protection of a child' },
  opening_embargo_court: { id: 'Perintah pengadilan', en: 'An order of a court' },
  opening_statute: { id: 'Peraturan atau penetapan', en: 'Statute or order' },
  opening_statute_hint: { id: 'Contoh: UU 14/2008 Pasal 17 huruf a', en: 'Example: UU 14/2008 Pasal 17 huruf a' },
  opening_until: { id: 'Sampai', en: 'Until' },
  opening_error_statute: { id: 'Sebut peraturan atau penetapannya.', en: 'Name the statute or order.' },
  opening_error_until: { id: 'Pilih hari, paling lama 90 hari lagi.', en: 'Choose a day, at most 90 days from now.' },
  opening_embargo_lay: { id: 'Tunda penerbitan', en: 'Hold back publication' },
  opening_embargo_end: { id: 'Akhiri sekarang', en: 'End it now' },
  opening_embargo_done: { id: 'Penerbitan ditunda.', en: 'Publication is held back.' },
  opening_embargo_by: { id: 'Ditunda oleh', en: 'Held back by' },
  opening_embargo_at: { id: 'Ditunda sejak', en: 'Held back since' },
  opening_embargo_running: { id: 'Penerbitan ditunda', en: 'Publication is held back' },
  opening_embargo_preview: {
    id: (until: string) => `Yang di bawah ini baru dibaca umum sesudah ${until}.`,
    en: (until: string) => `The public reads what stands below only after ${until}.`,
  },
  opening_embargo_over: { id: 'Sudah berakhir', en: 'Over' },
  opening_ledger_back: { id: 'Kembali ke laporan Anda', en: 'Back to your report' },
} as const satisfies Words
