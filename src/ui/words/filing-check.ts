import type { Words } from './words.ts'

/** The screen before sending: what was written, and who will see what. */
export const filingCheckWords = {
  filing_check_title: { id: 'Periksa, lalu kirim', en: 'Check, then send' },
  filing_check_lead: { id: 'Belum terkirim. Satu tombol lagi.', en: 'Not sent yet. One more button.' },
  filing_preview: { id: 'Yang dibaca umum', en: 'What the public reads' },
  filing_preview_when: {
    id: 'Baru tampil setelah laporan diverifikasi dan diteruskan.',
    en: 'Shown only after the report is verified and forwarded.',
  },
  filing_preview_nothing: {
    id: 'Tidak ada. Bagi umum, laporan ini seolah tidak pernah ada.',
    en: 'Nothing. To the public it is as if this report did not exist.',
  },
  filing_your_words: { id: 'Tulisan Anda', en: 'Your words' },
  filing_public_name: { id: 'Nama yang tampil', en: 'Name shown' },
  filing_public_name_none: { id: 'Tidak ada', en: 'None' },
  filing_public_place: { id: 'Tempat yang tampil', en: 'Place shown' },
  filing_public_point_exact: { id: 'Titik di peta, tepat', en: 'The exact point' },
  filing_public_point_coarse: { id: 'Titik kasar, sekitar 500 meter', en: 'A coarse point, about 500 metres' },
  filing_not_public: { id: 'Yang tidak dibaca umum', en: 'What the public does not read' },
  filing_contact_given: { id: 'Kontak', en: 'Contact' },
  filing_contact_none: {
    id: 'Tidak ada. Simpan nomor dan kunci laporan.',
    en: 'None. Keep the ID and the report key.',
  },
  filing_contact_at_account: { id: 'Lewat akun Anda', en: 'Through your account' },
  filing_agency_not_known: {
    id: (written: string) => `${written} (kami yang mencarikan instansinya)`,
    en: (written: string) => `${written} (we find the right office)`,
  },
  filing_agency_none: { id: 'Kami yang mencarikan', en: 'We find it for you' },
  filing_send: { id: 'Kirim laporan', en: 'Send the report' },
  filing_change: { id: 'Ubah dulu', en: 'Change it first' },
  filing_without_identity_warning: {
    id: 'Setelah dikirim, kunci laporan adalah satu-satunya jalan kembali. Kami tidak bisa menggantinya.',
    en: 'Once sent, the report key is the only way back. We cannot replace it.',
  },

  filing_who_sees: { id: 'Siapa melihat apa', en: 'Who sees what' },
  filing_by_your_choice: { id: 'Menurut pilihan Anda', en: 'With your choice' },
  filing_who: { id: 'Siapa', en: 'Who' },
  filing_column_text: { id: 'Isi', en: 'Text' },
  filing_column_name: { id: 'Nama', en: 'Name' },
  filing_column_contact: { id: 'Kontak', en: 'Contact' },
  filing_audience_public: { id: 'umum', en: 'the public' },
  filing_audience_office: { id: 'instansi yang menangani', en: 'the office that handles it' },
  filing_audience_named_office: { id: 'instansi yang Anda sebut, bila ada', en: 'the office you name, if any' },
  filing_audience_other_offices: { id: 'instansi lain', en: 'other offices' },
  filing_audience_desk: { id: 'admin nasional', en: 'the national desk' },
  filing_audience_stand_in: { id: 'Ombudsman', en: 'the Ombudsman' },
  filing_if_standing_in: {
    id: (who: string) => `${who}, bila menggantikan admin nasional`,
    en: (who: string) => `${who}, where in place of the national desk`,
  },
  filing_audience_supervisors: { id: 'pengawas', en: 'supervisors' },
  filing_audience_accused: { id: 'siapa pun yang Anda laporkan', en: 'whoever you report' },
  filing_audience_operator: { id: 'pengelola sistem', en: 'the system operator' },
  filing_sight_always: { id: 'Ya', en: 'Yes' },
  filing_sight_at_desk: { id: 'Di awal dan bila dikembalikan', en: 'At first and if returned' },
  filing_sight_before: { id: 'Sebelum diteruskan', en: 'Until it is forwarded' },
  filing_sight_never: { id: 'Tidak', en: 'No' },
  filing_reads_everyone: {
    id: 'Siapa saja dapat membaca isinya.',
    en: 'Anyone can read it.',
  },
  filing_reads_only: {
    id: (who: string) => `Isinya hanya dibaca ${who}.`,
    en: (who: string) => `Only ${who} can read it.`,
  },
  filing_may_stand_in: {
    id: (who: string) =>
      `Bila yang Anda laporkan bertugas di admin nasional, ${who} dapat membaca dan menangani laporan ini sebagai gantinya.`,
    en: (who: string) =>
      `If whoever you report works at the national desk, ${who} may read and handle this report in its place.`,
  },
  filing_name_everyone: { id: 'Nama Anda tampil.', en: 'Your name is shown.' },
  filing_name_only: {
    id: (who: string) => `Nama Anda hanya diketahui ${who}.`,
    en: (who: string) => `Your name is known only to ${who}.`,
  },
  filing_name_nobody: {
    id: 'Nama Anda tidak dilihat siapa pun.',
    en: 'Nobody sees your name.',
  },
  filing_contact_masked: {
    id: (who: string) => `Apakah Anda memberi kontak hanya dilihat ${who}.`,
    en: (who: string) => `Whether you gave contact details is seen only by ${who}.`,
  },
  filing_contact_hidden: {
    id: 'Tidak terlihat pula apakah Anda memberi kontak.',
    en: 'Nor does anybody see whether you gave contact details.',
  },
  filing_contact_nobody: {
    id: 'Kontak Anda tidak dilihat siapa pun; kabar dikirim oleh sistem.',
    en: 'Nobody sees your contact details; the system sends the news.',
  },
  filing_openable: {
    id: (who: string, what: string) =>
      `Bila hukum menuntut, ${who} dapat meminta ${what} dibuka: harus beralasan, disetujui orang kedua, dan berakhir dalam 15 menit. Anda melihat setiap pembukaan pada laporan Anda.`,
    en: (who: string, what: string) =>
      `Where the law demands it, ${who} may ask to have ${what} opened: with a reason, approved by a second person, over after 15 minutes. You see every opening on your report.`,
  },
  filing_openable_text: { id: 'isi laporan', en: 'what it says' },
  filing_openable_identity: { id: 'identitas Anda', en: 'who you are' },
  filing_before_forwarding: {
    id: (who: string) => `${who} (sebelum diteruskan)`,
    en: (who: string) => `${who} (until it is forwarded)`,
  },
  filing_while_at_desk: {
    id: (who: string) => `${who} (sebelum diteruskan, dan bila dikembalikan instansi)`,
    en: (who: string) => `${who} (until it is forwarded, and if an office returns it)`,
  },
} as const satisfies Words
