import type { Words } from './words.ts'

/** Signing in and out, signing up, one's own account. */
export const accountWords = {
  account_sign_in: { id: 'Masuk', en: 'Sign in' },
  account_sign_in_intro: {
    id: 'Anda tidak perlu akun untuk melapor. Dengan akun, semua laporan Anda terkumpul di satu tempat.',
    en: 'You need no account to report. With one, all your reports are kept in one place.',
  },
  account_email: { id: 'Alamat surel (e-mail)', en: 'E-mail address' },
  account_password: { id: 'Kata sandi', en: 'Password' },
  account_wrong: {
    id: 'Alamat surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.',
    en: 'The e-mail address or the password does not match. Please check both and try again.',
  },
  account_no_account: { id: 'Belum punya akun?', en: 'No account yet?' },
  account_sign_up_link: { id: 'Daftar', en: 'Sign up' },
  account_must_sign_in: {
    id: 'Masuk dahulu untuk membuka halaman ini.',
    en: 'Please sign in first to open this page.',
  },
  account_signed_up: { id: 'Pendaftaran Anda kami terima', en: 'We have received your sign-up' },
  account_signed_up_text: {
    id: 'Silakan masuk dengan alamat surel dan kata sandi Anda. Bila alamat itu sudah punya akun, kata sandi lamanya tetap berlaku.',
    en: 'Please sign in with your e-mail address and password. If that address had an account before, its old password still holds.',
  },
  account_signed_out: { id: 'Anda sudah keluar', en: 'You are signed out' },
  account_sign_up: { id: 'Daftar akun', en: 'Sign up' },
  account_sign_up_intro: {
    id: 'Nama dan alamat surel disimpan tersegel, hanya untuk mengabari Anda. Publik melihat nama Anda hanya bila Anda memilihnya.',
    en: 'Your name and e-mail address are kept sealed, only to send you news. The public sees your name only if you choose so.',
  },
  account_name: { id: 'Nama Anda', en: 'Your name' },
  account_name_missing: { id: 'Tulis nama Anda.', en: 'Please write your name.' },
  account_name_long: {
    id: 'Nama paling panjang 200 huruf. Singkatkan sedikit.',
    en: 'A name has at most 200 letters. Please shorten it.',
  },
  account_email_hint: {
    id: 'Kabar tentang laporan Anda dikirim ke sini.',
    en: 'News about your reports is sent here.',
  },
  account_email_wrong: {
    id: 'Tulis alamat surel lengkap, misalnya marta@contoh.id.',
    en: 'Please write a full e-mail address, such as marta@contoh.id.',
  },
  account_password_hint: {
    id: 'Paling sedikit 10 huruf. Beberapa kata yang mudah Anda ingat sudah baik.',
    en: 'At least 10 letters. A few words that you remember easily are fine.',
  },
  account_password_short: {
    id: 'Kata sandi paling sedikit 10 huruf.',
    en: 'A password has at least 10 letters.',
  },
  account_password_is_email: {
    id: 'Pilih kata sandi yang lain dari alamat surel Anda.',
    en: 'Please choose a password other than your e-mail address.',
  },
  account_have_account: { id: 'Sudah punya akun?', en: 'Already have an account?' },
  account_mine: { id: 'Akun Anda', en: 'Your account' },
  account_on_duty: {
    id: (name: string, role: string) => `Anda masuk sebagai ${name}, ${role}.`,
    en: (name: string, role: string) => `You are signed in as ${name}, ${role}.`,
  },
  account_my_reports: { id: 'Laporan Anda', en: 'Your reports' },
  account_no_reports: { id: 'Belum ada laporan dari akun ini', en: 'No reports from this account yet' },
  account_no_reports_text: {
    id: 'Laporan yang Anda kirim setelah masuk akan tampil di sini. Yang dikirim tanpa akun dibuka dengan kuncinya.',
    en: 'Reports that you send while signed in appear here. Those sent without an account open with their key.',
  },
  account_file: { id: 'Tulis laporan', en: 'Write a report' },
  account_track: { id: 'Buka laporan dengan kunci', en: 'Open a report with its key' },
  account_filed: { id: 'Dikirim', en: 'Sent' },
  account_due: { id: 'Tenggat', en: 'Due' },
  account_settings: { id: 'Pengaturan', en: 'Settings' },
  account_change_password: { id: 'Ganti kata sandi', en: 'Change password' },
  account_change_password_text: {
    id: 'Setelah diganti, peramban lain yang memakai akun ini keluar dengan sendirinya.',
    en: 'Once it is changed, other browsers that use this account are signed out.',
  },
  account_old_password: { id: 'Kata sandi sekarang', en: 'Present password' },
  account_old_password_wrong: {
    id: 'Kata sandi sekarang tidak cocok.',
    en: 'The present password does not match.',
  },
  account_new_password: { id: 'Kata sandi baru', en: 'New password' },
  account_password_changed: { id: 'Kata sandi sudah diganti', en: 'The password is changed' },
  account_sign_out_question: { id: 'Keluar dari akun ini?', en: 'Sign out of this account?' },
  account_sign_out_text: {
    id: 'Di komputer bersama, keluarlah setiap kali selesai.',
    en: 'On a shared computer, please sign out each time you finish.',
  },
  account_foreign: { id: 'Kiriman ini tidak kami terima', en: 'We did not accept this' },
  account_foreign_text: {
    id: 'Kiriman ini tidak datang dari halaman kami. Buka halamannya lagi dari sini, lalu ulangi.',
    en: 'It did not come from our own pages. Please open the page again from here and repeat the step.',
  },
  account_session_ended: { id: 'Sesi Anda sudah berakhir', en: 'Your session has ended' },
  account_session_ended_text: {
    id: 'Kiriman ini belum diproses. Salin tulisan Anda di bawah ini, masuk lagi, lalu kirim ulang.',
    en: 'Nothing was done yet. Copy your words from below, sign in again and send them once more.',
  },
  account_session_ended_words: { id: 'Tulisan Anda', en: 'Your words' },
  account_session_ended_again: { id: 'Masuk lagi', en: 'Sign in again' },
  account_too_big: {
    id: 'Isian ini terlalu besar. Singkatkan, lalu coba lagi.',
    en: 'This form is too big. Please shorten it and try again.',
  },
} as const satisfies Words
