import type { Words } from './words.ts'

/** Why a form of the desk comes back, and why a step is refused. Each says what to do next. */
export const deskErrorWords = {
  desk_error_choice: { id: 'Pilih salah satu.', en: 'Choose one.' },
  desk_error_long: { id: 'Terlalu panjang. Ringkas dulu.', en: 'Too long. Please shorten it.' },
  desk_error_cut: {
    id: 'Kiriman terputus di jalan. Periksa tulisan Anda, lalu kirim lagi.',
    en: 'The form was cut off on its way. Check what you wrote and send it again.',
  },
  desk_error_title: { id: 'Tulis judul laporan.', en: 'Write a title.' },
  desk_error_title_long: { id: 'Judul paling panjang 100 huruf.', en: 'A title has at most 100 letters.' },
  desk_error_text: { id: 'Isi laporan tidak boleh kosong.', en: 'The text must not be empty.' },
  desk_error_kind: { id: 'Pilih klasifikasi.', en: 'Choose a kind.' },
  desk_error_area: {
    id: 'Wilayah itu belum dikenal. Pilih dari daftar.',
    en: 'That area is not known. Choose from the list.',
  },
  desk_error_agency: { id: 'Pilih instansi yang harus menjawab.', en: 'Choose the office that must answer.' },
  desk_error_unknown_agency: {
    id: 'Instansi itu belum dikenal. Ketik sebagian namanya dan pilih dari daftar.',
    en: 'That office is not known. Type part of its name and choose from the list.',
  },
  desk_error_only_own_agency: {
    id: 'Anda hanya bisa meneruskan ke instansi Anda sendiri.',
    en: 'You can forward only to your own office.',
  },
  desk_error_own_agency: {
    id: 'Sebutkan instansi lain, bukan Anda sendiri.',
    en: 'Name another office than your own.',
  },
  desk_error_question: {
    id: 'Tulis pertanyaan yang jelas kepada pelapor.',
    en: 'Write a clear question to the reporter.',
  },
  desk_error_reason: { id: 'Pilih alasan pengarsipan.', en: 'Choose why it is archived.' },
  desk_error_archive: { id: 'Jelaskan alasannya kepada pelapor.', en: 'Explain the reason to the reporter.' },
  desk_error_unit: { id: 'Pilih unit.', en: 'Choose a unit.' },
  desk_error_officer: { id: 'Petugas itu bukan dari unit yang dipilih.', en: 'That person is not of the chosen unit.' },
  desk_error_progress: { id: 'Tulis apa yang sudah terjadi.', en: 'Write what has happened.' },
  desk_error_outcome: { id: 'Pilih hasilnya.', en: 'Choose the outcome.' },
  desk_error_answer: { id: 'Tulis jawaban Anda.', en: 'Write your answer.' },
  desk_error_only_forwarded: {
    id: 'Meneruskan saja belum menjawab. Kirim sebagai perkembangan, atau tulis apa yang sudah dikerjakan.',
    en: 'Passing it on is not an answer. Send it as progress, or write what has been done.',
  },
  desk_error_names: {
    id: 'Belum dikirim. Ada yang tampak seperti nama orang, nomor, surel, alamat rumah, atau titik di peta. Kami tidak memeriksa apakah itu benar; tulis ulang tanpa menyebut siapa pun: "pelapor", "petugas", nama kantor.',
    en: 'Not sent. Something looks like a person’s name, a number, an e-mail, a home address or a point on a map. We do not say whether it is right; write it without naming anyone: “the reporter”, “an officer”, the office’s name.',
  },
  desk_error_merge: {
    id: 'Belum digabung. Pada laporan induk itu sudah ada kata-kata kantor yang tampak menyebut seseorang, dan setelah digabung orang dapat mengira itu pelapor laporan ini. Kami tidak memeriksa apakah itu benar; tangani laporan ini sendiri, atau pilih induk lain.',
    en: 'Not merged. On that parent an office has already said something that looks like a person, and once merged people might take it for the reporter of this one. We do not say whether it is right; handle this report by itself, or choose another parent.',
  },
  desk_look_again: {
    id: (found: string) =>
      `Belum dikirim. Publik akan membaca ${found}. Samarkan bila itu orang yang bukan pejabat, atau nomor laporan yang tidak terbaca publik; bila memang boleh, kirim apa adanya.`,
    en: (found: string) =>
      `Not sent yet. The public will read ${found}. If that is somebody who is no official, or the number of a report that the public cannot read, take it out; if it may be read, send it as it stands.`,
  },
  desk_looked_through: {
    id: 'Belum dikirim. Beginilah publik akan membacanya.',
    en: 'Not sent yet. The public will read it like this.',
  },
  desk_preview_photos: {
    id: (n: number) => `${n} foto ikut terbit.`,
    en: (n: number) => `${n} ${n === 1 ? 'photo is' : 'photos are'} published with it.`,
  },
  desk_error_earlier: {
    id: 'Belum diteruskan. Pilih dulu untuk tulisan yang bertanda: isinya ikut terbit, atau hanya barisnya.',
    en: 'Not forwarded. Choose first for what is marked: its words are published, or only a line.',
  },
  desk_error_not_shown: {
    id: 'Belum diteruskan. Ada yang berubah sejak Anda melihatnya; lihat sekali lagi.',
    en: 'Not forwarded. Something changed since you looked; look once more.',
  },
  desk_error_names_wait: {
    id: 'Belum dikirim. Terlalu sering ada yang tampak seperti nama atau nomor; admin nasional sudah diberi tahu. Tunggu satu jam, lalu tulis tanpa menyebut siapa pun.',
    en: 'Not sent. Too often something looked like a name or a number; the national desk has been told. Wait an hour, then write without naming anyone.',
  },
  desk_error_suggested: { id: 'Sebutkan siapa yang seharusnya menerima.', en: 'Say who should have it.' },
  desk_error_return: { id: 'Jelaskan mengapa bukan wewenang Anda.', en: 'Explain why it is not in your charge.' },
  desk_error_reply: { id: 'Tulis apa yang belum terjawab.', en: 'Write what is still unanswered.' },
  desk_error_reopen: { id: 'Tulis alasannya.', en: 'Write the reason.' },
  desk_error_note: { id: 'Tulis catatannya.', en: 'Write the note.' },
  desk_error_parent: { id: 'Pilih atau tulis nomor laporan induk.', en: 'Choose or write the parent’s tracking ID.' },
  desk_error_unknown_report: { id: 'Tidak ada laporan dengan nomor itu.', en: 'No report with that ID.' },
  desk_error_same_report: { id: 'Itu nomor laporan ini sendiri.', en: 'That is this report’s own ID.' },
  desk_error_secrecy: { id: 'Pilih apa yang dinaikkan.', en: 'Choose what to raise.' },
  desk_error_sure: {
    id: 'Centang ini dulu: langkah ini tidak bisa Anda batalkan.',
    en: 'Tick this first: you cannot undo this step.',
  },
  desk_photo_empty: { id: 'berkas kosong.', en: 'the file is empty.' },
  desk_photo_too_big: { id: 'lebih besar dari 10 MB.', en: 'larger than 10 MB.' },
  desk_photo_not_a_picture: { id: 'bukan foto JPEG, PNG, atau WebP.', en: 'not a JPEG, PNG or WebP photo.' },
  desk_photo_heic: { id: 'format HEIC belum bisa; kirim sebagai JPEG.', en: 'HEIC is not supported; send it as JPEG.' },
  desk_photo_too_many_pixels: { id: 'ukurannya lebih dari 50 megapiksel.', en: 'more than 50 megapixels.' },
  desk_photo_broken: { id: 'berkas rusak atau terpotong.', en: 'the file is damaged or cut off.' },
  desk_photo_too_many: { id: 'sudah paling banyak.', en: 'there are too many already.' },
  desk_refused_not_allowed: {
    id: 'Langkah itu tidak bisa dilakukan pada laporan ini sekarang.',
    en: 'That step is not possible for this report now.',
  },
  desk_refused_changed: { id: 'Laporan ini baru saja berubah.', en: 'This report has just changed.' },
  desk_refused_held_before: {
    id: 'Laporan ini sudah pernah ditunda; hanya sekali.',
    en: 'This report was on hold before; only once.',
  },
  desk_refused_returned_before: {
    id: 'Instansi Anda sudah pernah mengembalikan laporan ini.',
    en: 'Your office has returned this report before.',
  },
  desk_refused_returned_too_often: {
    id: 'Laporan ini sudah terlalu sering dikembalikan. Sekarang harus dijawab.',
    en: 'This report was returned too often. It must be answered now.',
  },
  desk_refused_objected_before: { id: 'Pelapor sudah pernah berkeberatan.', en: 'The reporter has objected before.' },
  desk_refused_too_late_to_reopen: { id: 'Waktu membuka kembali sudah lewat.', en: 'The time for reopening is over.' },
  desk_refused_unequal_secrecy: {
    id: 'Hanya laporan yang sama kerahasiaannya dan sama terlapornya bisa digabung.',
    en: 'Only reports of equal confidentiality that accuse the same can be merged.',
  },
  desk_refused_accused_unresolved: {
    id: 'Belum jelas siapa yang dilaporkan. Tetapkan dulu siapa terlapor.',
    en: 'It is not settled whom it is about. Settle who is accused first.',
  },
  desk_refused_merge_chain: {
    id: 'Laporan induk itu tidak bisa menerima gabungan. Pilih yang masih berjalan.',
    en: 'That parent cannot take another report. Choose one that is still open.',
  },
  desk_refused_unknown_agency: { id: 'Instansi itu tidak bisa dipilih.', en: 'That office cannot be chosen.' },
  desk_refused_unknown_category: { id: 'Kategori itu tidak dikenal.', en: 'That category is not known.' },
  desk_refused_unknown_area: { id: 'Wilayah itu tidak dikenal.', en: 'That area is not known.' },
  desk_refused_own_office: {
    id: 'Pilih instansi lain, bukan instansi Anda.',
    en: 'Choose another office, not your own.',
  },
  desk_refused_only_forwarded: {
    id: 'Isinya hanya mengabarkan bahwa laporan diteruskan. Itu perkembangan, bukan jawaban.',
    en: 'It only says that the report was passed on. That is progress, not an answer.',
  },
  desk_refused_not_the_asker: {
    id: 'Hanya yang bertanya yang dapat mengakhiri penundaan.',
    en: 'Only whoever asked can end the hold.',
  },
  desk_refused_answer_needed: { id: 'Tulis jawaban atas pertanyaannya.', en: 'Write an answer to the question.' },
  desk_refused_confirm_needed: { id: 'Perlu ditegaskan sekali lagi.', en: 'It has to be confirmed once more.' },
  desk_refused_nothing_to_change: { id: 'Tidak ada yang berubah.', en: 'There is nothing to change.' },
  desk_refused_unknown_unit: {
    id: 'Unit itu bukan bagian instansi Anda.',
    en: 'That unit is not part of your office.',
  },
} as const satisfies Words
