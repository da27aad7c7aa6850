import type { Words } from './words.ts'

/** Filing a report: the form, the check before sending, the receipt. Said as a helpful clerk would. */
export const filingWords = {
  filing_title: { id: 'Kirim laporan', en: 'File a report' },
  filing_intro: {
    id: 'Satu isian saja yang wajib. Akun tidak diperlukan.',
    en: 'Only one answer is required. No account needed.',
  },
  filing_urgent: {
    id: 'Nyawa terancam? Telepon 112 sekarang.',
    en: 'Is a life in danger? Call 112 now.',
  },
  filing_story: { id: 'Apa yang terjadi?', en: 'What happened?' },
  filing_story_hint: {
    id: 'Tulis dengan kata sendiri: apa, sejak kapan, dan apa yang Anda harapkan.',
    en: 'In your own words: what, since when, and what you hope for.',
  },
  filing_photos: { id: 'Foto', en: 'Photos' },
  filing_photos_hint: {
    id: 'JPEG, PNG, atau WebP, masing-masing paling besar 10 MB. Data lokasi di dalam foto kami hapus.',
    en: 'JPEG, PNG or WebP, each at most 10 MB. We remove the location hidden inside photos.',
  },
  filing_photos_preview: { id: '{n} foto, {size} kB', en: '{n} photos, {size} kB' },
  filing_photos_kept: {
    id: (n: number) => `${n} foto sudah kami terima`,
    en: (n: number) => (n === 1 ? 'We have received 1 photo' : `We have received ${n} photos`),
  },
  filing_photo_remove: { id: (n: number) => `Hapus foto ${n}`, en: (n: number) => `Remove photo ${n}` },
  filing_where: { id: 'Di mana?', en: 'Where?' },
  filing_place: { id: 'Tempat, dengan kata-kata', en: 'The place, in words' },
  filing_place_hint: {
    id: 'Misalnya: Jalan El Tari, depan puskesmas, Oebobo.',
    en: 'For example: Jalan El Tari, in front of the health centre, Oebobo.',
  },
  filing_area: { id: 'Kabupaten atau kota', en: 'Regency or city' },
  filing_point: { id: 'Titik di peta', en: 'Point on the map' },
  filing_point_hint: {
    id: 'Laporan anonim hanya menampilkan titik kasar, sekitar 500 meter.',
    en: 'An anonymous report shows only a coarse point, about 500 metres.',
  },
  filing_lat: { id: 'Lintang', en: 'Latitude' },
  filing_lon: { id: 'Bujur', en: 'Longitude' },
  filing_my_position: { id: 'Pakai posisi saya', en: 'Use my position' },
  filing_my_position_busy: { id: 'Mencari posisi…', en: 'Looking for your position…' },
  filing_my_position_found: { id: 'Posisi sudah diisikan.', en: 'Your position is filled in.' },
  filing_my_position_failed: {
    id: 'Posisi tidak ditemukan. Cukup tulis tempatnya.',
    en: 'No position found. Writing the place is enough.',
  },
  filing_secrecy: { id: 'Siapa yang boleh melihatnya?', en: 'Who may see it?' },
  filing_open: { id: 'Terbuka', en: 'Open' },
  filing_anonymous: { id: 'Anonim', en: 'Anonymous' },
  filing_confidential: { id: 'Rahasia', en: 'Confidential' },
  filing_safer: { id: 'Perlu lebih aman?', en: 'Need more protection?' },
  filing_both: { id: 'Rahasia dan anonim sekaligus', en: 'Confidential and anonymous together' },
  filing_without_identity: { id: 'Tanpa identitas', en: 'Without identity' },
  filing_without_identity_hint: {
    id: 'Kami tidak menyimpan siapa Anda, tidak pula alamat internet Anda. Kunci laporan menjadi satu-satunya jalan kembali. Biarkan isian kontak di bawah kosong.',
    en: 'We store nothing about who you are, not even your internet address. The report key becomes the only way back. Leave the contact details below empty.',
  },
  filing_contact: { id: 'Bagaimana kami mengabari Anda?', en: 'How can we reach you?' },
  filing_contact_hint: {
    id: 'Boleh kosong semua: Anda mendapat nomor dan kunci untuk melacak sendiri.',
    en: 'You may leave it all empty: you get an ID and a key to track it yourself.',
  },
  filing_contact_account: {
    id: 'Anda sudah masuk: laporan ini tersimpan di akun Anda dan kabarnya dikirim ke sana.',
    en: 'You are signed in: this report is kept with your account, and news of it goes there.',
  },
  filing_walk_in: {
    id: 'Anda masuk sebagai petugas. Laporan ini dicatat untuk warga yang datang, menelepon, atau bersurat. Berikan nomor dan kuncinya kepada warga itu. Nama kantor dan akun Anda ikut tercatat, kecuali laporan tanpa identitas. Melapor untuk diri sendiri? Keluar dulu.',
    en: 'You are signed in as an officer. This report is recorded for a citizen who came, phoned or wrote. Hand the ID and the key to them. Your office and account are recorded with it, unless it is filed without identity. Filing for yourself? Sign out first.',
  },
  filing_name: { id: 'Nama', en: 'Name' },
  filing_phone: { id: 'Nomor telepon', en: 'Phone number' },
  filing_email: { id: 'Surel (e-mail)', en: 'E-mail' },
  filing_show_name: { id: 'Tampilkan nama saya kepada umum', en: 'Show my name to the public' },
  filing_show_name_hint: {
    id: 'Hanya berlaku untuk laporan terbuka.',
    en: 'Only takes effect for open reports.',
  },
  filing_if_known: { id: 'Bila Anda tahu: instansi, kategori, siapa', en: 'If you know: office, category, who' },
  filing_agency: { id: 'Instansi yang berwenang', en: 'The office in charge' },
  filing_agency_hint: {
    id: 'Misalnya: Dinas Kesehatan Kota Kupang. Tidak tahu? Kami yang mencarikan.',
    en: 'For example: Dinas Kesehatan Kota Kupang. Not sure? We find it for you.',
  },
  filing_category: { id: 'Kategori', en: 'Category' },
  filing_kind: { id: 'Jenis laporan', en: 'Kind of report' },
  filing_accused: { id: 'Siapa yang Anda laporkan?', en: 'Whom is it about?' },
  filing_accused_agency: { id: 'Saya melaporkan instansi di atas', en: 'I am reporting the office above' },
  filing_accused_head: {
    id: 'Saya melaporkan pimpinan instansi di atas',
    en: 'I am reporting the head of the office above',
  },
  filing_accused_hint: {
    id: (follows: string) => `Unit, jabatan, atau nama lain, satu per baris. ${follows}`,
    en: (follows: string) => `Another unit, position or name, one a line. ${follows}`,
  },
  filing_check_button: { id: 'Periksa lalu kirim', en: 'Check, then send' },
  filing_check_hint: {
    id: 'Belum terkirim. Anda melihat dulu siapa membaca apa.',
    en: 'Not sent yet. First you see who reads what.',
  },

  filing_error_visitor_contact: {
    id: 'Laporan ini tentang Anda atau kantor Anda, jadi kuncinya tidak boleh Anda lihat. Tulis telepon atau surel pelapor, atau persilakan ia mengirim sendiri di /lapor, tanpa akun Anda.',
    en: 'This report is about you or your office, so its key is not for you to see. Write the reporter’s phone or e-mail, or let them send it themselves at /lapor, without your account.',
  },
  filing_error_visitor_nameless: {
    id: 'Laporan ini tentang Anda atau kantor Anda, jadi kuncinya tidak boleh Anda lihat; tanpa identitas, hanya kunci itu jalan kembali. Persilakan pelapor mengirim sendiri di /lapor, tanpa akun Anda.',
    en: 'This report is about you or your office, so its key is not for you to see; without identity that key is the only way back. Let the reporter send it themselves at /lapor, without your account.',
  },

  filing_error_empty: { id: 'Tulis apa yang terjadi.', en: 'Write what happened.' },
  filing_error_story_long: {
    id: (is: string, most: string) =>
      `Tulisan Anda ${is} huruf, paling banyak ${most}. Ringkas, atau kirim sisanya sebagai laporan kedua.`,
    en: (is: string, most: string) =>
      `You wrote ${is} characters, at most ${most} fit. Shorten it, or send the rest as a second report.`,
  },
  filing_error_long: {
    id: (most: string) => `Terlalu panjang, paling banyak ${most} huruf.`,
    en: (most: string) => `Too long, at most ${most} characters.`,
  },
  filing_error_point: {
    id: 'Isi lintang (-90 sampai 90) dan bujur (-180 sampai 180), atau kosongkan keduanya.',
    en: 'Fill in latitude (-90 to 90) and longitude (-180 to 180), or leave both empty.',
  },
  filing_error_phone: {
    id: 'Nomor telepon ini belum lengkap. Contoh: 0812 3456 7890.',
    en: 'This phone number is not complete. Example: 0812 3456 7890.',
  },
  filing_error_email: {
    id: 'Alamat surel ini belum lengkap. Contoh: nama@contoh.id.',
    en: 'This e-mail address is not complete. Example: name@example.org.',
  },
  filing_error_accused_agency: {
    id: 'Tulis instansinya, atau hapus tanda bahwa Anda melaporkannya.',
    en: 'Write the office, or clear the tick that you are reporting it.',
  },
  filing_error_identity: {
    id: 'Tanpa identitas berarti tanpa nama dan kontak. Kosongkan nama, telepon, dan surel, atau hapus tanda ini.',
    en: 'Without identity means without name and contact. Empty name, phone and e-mail, or clear this tick.',
  },
  filing_error_type: {
    id: 'Kiriman ini bukan formulir yang kami kenal. Pakai formulir di bawah.',
    en: 'What was sent is not a form that we know. Please use the form below.',
  },
  filing_error_too_large: {
    id: 'Kiriman terlalu besar dan tidak ada tulisan yang sampai. Kirim tanpa foto, atau dengan foto yang lebih kecil.',
    en: 'That was too large, and no text arrived. Send it without photos, or with smaller ones.',
  },
  filing_incomplete: {
    id: 'Kiriman terputus di tengah jalan. Yang sudah sampai ada di bawah; foto terakhir mungkin hilang.',
    en: 'The transfer broke off. What arrived is below; the last photos may be missing.',
  },

  filing_photo_refused: { id: 'Ada foto yang tidak bisa kami terima', en: 'Some photos could not be accepted' },
  filing_photo_refused_goes_on: {
    id: 'Laporan Anda tetap bisa dikirim. Foto lain bisa dipilih bila mau.',
    en: 'Your report can still be sent. Choose other photos if you like.',
  },
  filing_photo_unnamed: { id: 'Foto', en: 'Photo' },
  filing_photo_empty: { id: 'berkasnya kosong.', en: 'the file is empty.' },
  filing_photo_too_big: { id: 'lebih besar dari 10 MB.', en: 'larger than 10 MB.' },
  filing_photo_not_a_picture: {
    id: 'bukan foto JPEG, PNG, atau WebP.',
    en: 'not a JPEG, PNG or WebP photo.',
  },
  filing_photo_heic: {
    id: 'berformat HEIC. Simpan sebagai JPEG, lalu pilih lagi.',
    en: 'in HEIC format. Save it as JPEG and choose it again.',
  },
  filing_photo_too_many_pixels: {
    id: 'terlalu besar ukurannya. Perkecil, lalu pilih lagi.',
    en: 'has too many pixels. Make it smaller and choose it again.',
  },
  filing_photo_broken: { id: 'rusak atau terpotong.', en: 'broken or cut off.' },
  filing_photo_too_many: {
    id: 'lebih dari 10 foto. Yang ini tidak ikut.',
    en: 'more than 10 photos. This one stays out.',
  },
  filing_photo_note: { id: 'Foto tambahan.', en: 'More photos.' },
  filing_photo_joined: {
    id: 'Foto ditambahkan pada laporan: ikut terbit bila diteruskan.',
    en: 'Photos were added to the report: they are published with it when it is forwarded.',
  },
  filing_photo_failed: {
    id: 'gagal kami simpan. Coba pilih lagi sebentar lagi.',
    en: 'we failed to store it. Try choosing it again in a moment.',
  },
} as const satisfies Words
