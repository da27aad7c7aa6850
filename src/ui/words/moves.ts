import type { Words } from './words.ts'

/** What happened, as the quiet lines of a thread say it. `who` is an office's name or a role. */
export const moveWords = {
  move_submit: { id: 'Laporan diterima', en: 'Report received' },
  move_hold: { id: (who: string) => `${who} meminta kelengkapan`, en: (who: string) => `${who} asked for more detail` },
  move_complete: { id: 'Laporan dilanjutkan', en: 'Report resumed' },
  move_archive: { id: (who: string) => `Diarsipkan oleh ${who}`, en: (who: string) => `Archived by ${who}` },
  move_object: { id: 'Pelapor berkeberatan atas pengarsipan', en: 'The reporter objected to archiving' },
  move_forward: { id: (to: string) => `Diteruskan ke ${to}`, en: (to: string) => `Forwarded to ${to}` },
  move_assign: { id: (to: string) => `Didisposisikan ke ${to}`, en: (to: string) => `Assigned to ${to}` },
  move_report_progress: {
    id: (who: string) => `${who} melaporkan kemajuan`,
    en: (who: string) => `${who} reported progress`,
  },
  move_return: {
    id: (who: string) => `${who} mengembalikan: bukan wewenangnya`,
    en: (who: string) => `${who} returned it: not in its charge`,
  },
  move_answer: { id: (who: string) => `${who} menindaklanjuti`, en: (who: string) => `${who} answered` },
  move_reply: { id: 'Belum selesai menurut pelapor', en: 'Not finished, says the reporter' },
  move_confirm: { id: 'Selesai, dikonfirmasi pelapor', en: 'Closed, confirmed by the reporter' },
  move_lapse: { id: 'Ditutup: tidak ada tanggapan pelapor', en: 'Closed: no response from the reporter' },
  move_reopen: { id: 'Dibuka kembali', en: 'Reopened' },
  move_merge: { id: 'Digabung dengan laporan lain', en: 'Merged with another report' },
  move_unmerge: { id: 'Dipisahkan kembali', en: 'Separated again' },
  move_withdraw: { id: 'Dicabut oleh pelapor', en: 'Withdrawn by the reporter' },
  move_note: { id: 'Catatan', en: 'Note' },
  move_hand_back: {
    id: (who: string) => `${who} mengembalikan ke admin instansi`,
    en: (who: string) => `${who} handed it back to the office coordinator`,
  },
  move_escalate: {
    id: 'Diteruskan ke Ombudsman atas persetujuan pelapor',
    en: 'Handed to the Ombudsman with the reporter’s consent',
  },
  move_reroute: {
    id: 'Dialihkan ke penangan yang tidak dilaporkan',
    en: 'Passed to an office that the report is not about',
  },
  move_accuse: { id: 'Pelapor menyebut siapa yang dilaporkan', en: 'The reporter said whom it is about' },
  move_settle_accused: { id: 'Ditetapkan siapa yang dimaksud', en: 'It was settled who is meant' },
  move_leave_namesake: {
    id: 'Seorang yang dapat menangani laporan ini bernama mirip dengan yang Anda sebut, dan tidak ada orang lain yang dapat menanganinya. Jika memang ia yang Anda maksud, sebutkan lagi dengan nama kantor atau jabatannya.',
    en: 'Somebody who can handle this report is called much like one whom you named, and nobody else is there to handle it. If you do mean them, name them again by their office or post.',
  },
  move_unsettle_accused: {
    id: 'Seorang petugas kini bernama seperti yang Anda sebut. Admin nasional menetapkan lagi siapa yang Anda maksud.',
    en: 'Somebody on duty is now called like one whom you named. The national desk settles again whom you mean.',
  },
  move_redact: {
    id: 'Kata-kata yang dibaca umum disamarkan atau ditampilkan lagi',
    en: 'Words that the public reads were taken out or put back',
  },
  move_raise_secrecy: { id: 'Kerahasiaan dinaikkan', en: 'Secrecy raised' },
  move_lower_secrecy: { id: 'Kerahasiaan diturunkan pelapor', en: 'Secrecy lowered by the reporter' },
} as const satisfies Words
