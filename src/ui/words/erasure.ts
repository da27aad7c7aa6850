import type { Words } from './words.ts'

/** Erasing one's traces: what goes, what stays, and that it cannot be taken back. */
export const erasureWords = {
  erase_heading: { id: 'Hapus jejak', en: 'Erase your traces' },
  erase_identity_hint: {
    id: 'Nama, telepon, dan surel Anda dihapus selamanya, juga dari cadangan lama. Laporannya sendiri tetap. Akun, atau tautan dari SMS, tidak membukanya lagi: bila itu jalan Anda ke sini, Anda diberi kunci baru, satu-satunya jalan kembali.',
    en: 'Your name, phone number and e-mail are erased for good, from old backups too. The report itself stays. No account, and no link from an SMS, opens it any more: if that is how you came here you are given a new key, the only way back.',
  },
  erase_identity_button: { id: 'Hapus siapa saya', en: 'Erase who I am' },
  erase_all_hint: {
    id: 'Siapa Anda dihapus selamanya, juga dari cadangan lama. Bila laporan rahasia, dicabut, atau belum pernah terbit, semua isi dan fotonya ikut dihapus; laporan yang masih terbuka untuk umum tetap. Di cadangan lama, foto dan isi rahasia tidak terbaca lagi. Isi yang dicadangkan selagi laporan tidak rahasia tetap terbaca di sana, juga bila belum pernah terbit, karena tidak disandikan. Setelah itu kunci dan akun Anda tidak lagi membuka laporan ini.',
    en: 'Who you are is erased for good, from old backups too. If the report is confidential, withdrawn or was never public, all its words and pictures go as well; a report that is still public stays. In old backups pictures and confidential words cannot be read any more. Words that were backed up while the report was not confidential can, even if it was never public, because they are not encrypted. After that neither your key nor your account opens it.',
  },
  erase_all_button: { id: 'Hapus semua jejak', en: 'Erase everything' },
  erase_question: { id: 'Yakin menghapus jejak?', en: 'Erase your traces?' },
  erase_sure: { id: 'Ya, hapus selamanya', en: 'Yes, erase for good' },
  erase_done: { id: 'Jejak Anda dihapus', en: 'Your traces are erased' },
  erase_done_text: {
    id: 'Penghapusan selesai dalam semenit dan tidak dapat dibatalkan, oleh siapa pun.',
    en: 'It is complete within a minute, and nobody can undo it.',
  },
  erase_new_key: {
    id: 'Akun Anda tidak lagi terhubung dengan laporan ini. Simpan kunci ini: hanya kunci ini yang membukanya.',
    en: 'Your account no longer leads to this report. Keep this key: it alone opens it.',
  },
} as const satisfies Words
