/** The one table of words: what we teach comes first, then what people write. All lower case, letters repeated for stress taken out. */
import type { Command } from '../../../agencies/command-words.ts'

export { type Command, spellings } from '../../../agencies/command-words.ts'

/** Only these may be typed wrong: up to two wrong letters, one where the word has four letters or fewer. */
export const forgiven = list(
  'cek status lacak balas belum nilai bintang rahasia rahasiakan anonim stop berhenti mulai bantuan selesai',
)

/** Real words that look like a mistyped command; found by measuring every word of 9,000 complaints against the list above. */
export const ordinary = new Set(
  list(`cak rek dek lek tek cuek sek kek ceo cell
    satu ratus suatu situs seratus statuta stasiun
    anak bapak lama lahan layak pacar lancar pajak jarak agak kakak lebak masak baca kayak kaca lapak letak marak macam laman
    cacat ajak kacau becak lawan lapas lapuk lalat acak lahat tapak loak salak lagak
    jalan dalam atas bulan kalau malam barat salah malah badan alam jelas bayar kapas balai bila balik kelas salam bawah bebas
    alat bekas bagus bakar bawa bahan batas beras bolak balasan bali bahasa bola kalah panas belas malas alias las atlas balap
    alas sales basah dibalas batam belah halal bakal bagai nafas bela batal awas napas kalam bata ikhlas iklas baris basis
    halus gelas waras ulas buas bias bablas badai bayam balok abas bayas
    sebelum beli perum betul belok teluk keluh bulu becus helm helem belit bel kelud bulus telur serum mesum beluk belut beku belang
    umum album malum kaum minum hukum belia beling beludru
    mulai nikah nini gila niat pilar dinilai senilai nias menilai inilah silam kiai nisa vila penilai nyali ilahi
    tentang bilang banteng bingung bidang rindang batang intan binatang pinang bandang benteng centang binaan banting bintan
    bintara lintang kentang bimbang bentang
    bahagia raharja bahasa akasia
    anom anonimitas
    sop stok shop top stor step setor stopan
    berhati berganti terhenti diberhenti
    juli mudah tunai muda pula ular mutasi muat kuli murah pulau melati aula ulat cukai mulut muka ulah lalai gula
    murni mulus mual muak usai tuli mubah
    bangunan bantu satuan bangun mantan santunan banten pantauan ganguan gantian pantun panduan bantul bantal bantaran benturan
    jantan bintuni banjaran
    kabel kabag kabid kabar kabut langkah tangkap tanggap tangkal
    sebesar selasa seleksi selebar seusai selepas sesuai`),
)

/** How one speaks to an office; carries no wish. */
export const address = new Set(
  list(`pak bapak bpk ibu bu mas mbak mba kak kakak min mimin admin gan bang sis om tante bro bos boss dik dong deh nih 1708
    assalamualaikum assalamu alaikum aslm ass wr wb waalaikumsalam halo hallo hai hi permisi maaf punten yth`),
)

export const thanks = new Set(
  list('terima kasih terimakasih trimakasih makasih mksh makasi kasih trims tks thanks thx suwun matur nuwun tq'),
)

/** Asking politely, or naming the thing spoken of. Not harmless beside SUDAH: "sudah minta tolong" closes nothing. */
export const please = new Set(
  list(`tolong tlg mohon mhn minta please pls selamat slamat slmt siang pagi sore malam salam lapor melapor laporan laporanku aduan pengaduan
    keluhan nomor nomer no id ini itu yang tentang untuk utk saya sy aku kami ingin mau spasi isi tes test coba`),
)

/** What may stand beside YA or SUDAH in a message that says nothing else. */
export const content = new Set(
  list(`diperbaiki dibetulkan dibenahi ditangani dibersihkan bagus baik mantap mantab alhamdulillah sekarang sekali banget bgt
    semua semuanya dan atas bantuannya perhatiannya kerjanya responnya respon cepat lancar nyala menyala bersih normal dgn
    dengan sangat siap infonya`),
)

/** Who is glad says so with them. */
export const glad = new Set(
  list('mantap mantab alhamdulillah bagus memuaskan puas keren hebat salut apresiasi lumayan aman'),
)

/** Nothing but a greeting. */
export const greeting = new Set(
  list(`assalamualaikum assalamu alaikum aslm ass wr wb waalaikumsalam halo hallo hai hi permisi punten yth salam selamat slamat slmt
    tolong tlg mohon mhn please pls maaf tes test`),
)

/** In front of a time of day they greet. */
export const hailing = new Set(list('selamat slamat slmt met'))

/** A time of day: an answer to "when?", and behind SELAMAT a greeting. */
export const timesOfDay = new Set(list('pagi siang sore malam sekarang'))

/** "siapa?" "saya" */
export const selves = new Set(list('saya sy aku kami itu ini'))

/** They say that somebody has read us, not that the thing is settled: "oke siap pak". */
export const acknowledging = new Set(list('ok oke okay okey okeh sip siip siap baik infonya sekarang'))

/** Who says that, says that the answer is still to come. */
export const delaying = new Set(
  list('tunggu tggu ditunggu menunggu sebentar sebentarlah bentar sbntr sebntar nanti dulu sabar lagi cari dicari cek'),
)

/** "belum ada …" of the work on what was reported; of anything else it may be a new complaint: "belum ada air bersih". */
export const ofTheWork = new Set(
  list(`perubahan perbaikan tindakan tindak tindaklanjut hasil respon tanggapan jawaban balasan petugas penanganan perkembangan
    kemajuan realisasi pengerjaan pekerjaan tanda yang yg apa sama kabar kelanjutan kepastian penyelesaian pembersihan`),
)

/** SUDAH without what: after YA it is a sigh, "ya sudah". */
export const already = new Set(list('sudah udah udh sdh dah uda sudh'))

/** What one also wishes for: they only say that it is done after SUDAH. "oke cepat diperbaiki" closes nothing. */
export const repairing = new Set(list('diperbaiki dibetulkan dibenahi ditangani dibersihkan'))

/** "respon cepat" praises; "cepat" alone is a wish. */
export const praised = new Set(list('respon responnya kerjanya'))

/** "anonim saja": nothing but that. */
export const merely = new Set(list('saja aja sj ajah'))

/** DO NOT: "jangan berhenti" stops nothing. */
export const forbidding = new Set(list('jangan jgn jng jgan jangn'))

/** NO, where the message ends with it or a judging word follows. */
export const refusing = new Set(list('tidak tdk gak ga gk g nggak ngga enggak engga kagak ndak nda tak bukan bkn'))

export const judging = new Set(list('puas setuju benar betul sesuai beres baik bagus'))

/** In front of a short message they say that nothing has changed. */
export const persisting = new Set(list('masih msh kurang tetap tetep percuma bohong'))

/** Of all that somebody has filed. */
export const everything = new Set(list('semua semuanya seluruh seluruhnya'))

const hiding = new Set([
  ...everything,
  ...list('nama namaku identitas identitasku pelapor hp data diri secara jadikan buat'),
  ...merely,
])

/** What may stand beside each command in a message that says nothing else. */
export const companions: Partial<Record<Command, ReadonlySet<string>>> = {
  check: new Set(
    list(
      'sampai mana gimana gmn bagaimana bgmn kabar kabarnya perkembangan perkembangannya progres progress nya kapan',
    ),
  ),
  stop: new Set([
    ...list(
      'sms pesan email surel dm notifikasi notif kirim kirimi kiriman langganan berlangganan lagi semua semuanya',
    ),
    ...forbidding,
  ]),
  start: new Set(list('sms pesan notifikasi notif langganan lagi')),
  help: new Set(list('me melapor format perintah sms bagaimana gimana butuh perlu')),
  anonymous: hiding,
  confidential: new Set([...hiding, 'jadi']),
}

/** "rahasiakan nama saya" hides who filed, not what was filed. */
export const identity = new Set(list('nama namaku identitas identitasku pelapor hp data'))

/** The first word of an answer to "di mana, kapan, siapa?". */
export const answering = new Set(
  list(`di depan dekat samping belakang sejak itu lokasi lokasinya alamat alamatnya jam tanggal tgl ya iya nama namanya tadi
    kemarin ada sebelah pada dari`),
)

/** Complaints speak so: what is broken, missing, dirty, unlawful, dangerous or cruel; without their endings. */
export const troubles = new Set(
  list(`rusak mati banjir mampet bocor lubang berlubang longsor hilang pungli tumbang roboh macet tersumbat sumbat menumpuk tumpuk
    putus ambruk padam korupsi gelap kotor kebakaran terbakar bakar ambulans ambulan pukul memukul pukuli aniaya menganiaya keroyok
    curi mencuri pencuri maling begal rampok copet tipu menipu penipuan pungut memungut minta peras memeras suap menyuap jual
    narkoba sabu judi miras mabuk tawuran preman ancam mengancam teror bunuh perkosa cabul lecehkan pelecehan kekerasan bullying
    sampah limbah bau busuk asap polusi cemar mencemari pencemaran keruh becek genang genangan tergenang debu bising berisik
    retak amblas ambles jebol patah pecah bolong hancur miring lapuk karatan pudar licin rawan bahaya berbahaya membahayakan
    kecelakaan tabrak tabrakan tewas meninggal sakit demam wabah keracunan racun lapar
    telat terlambat lambat lelet antri antre antrian mahal langka kurang kosong habis error gangguan ganggu mengganggu
    liar ilegal palsu ditolak tolak dipersulit persulit sulit susah rugi dirugikan kecewa resah meresahkan mengeluh keluhan keluhkan
    lapor laporkan melaporkan melapor adukan mengadukan salah zalim curang calo oknum mangkrak terbengkalai bengkalai serobot
    sengketa gusur bongkar trotoar potong dipotong dipungut telantar terlantar kumuh pengangguran`),
)

/** What people say is not there, beside NOT: "bansos belum cair". */
export const lacking = new Set(
  list(`datang cair keluar jalan menyala nyala hidup ada layak pernah dapat dpt bisa bs aktif jadi jelas sesuai turun sampai mengalir
    berfungsi punya menerima terima merata adil tepat lancar beroperasi buka melayani masuk kunjung juga kerja bekerja cukup`),
)

/** In front of an answer to "apakah masih …?" */
export const agreeing = new Set(
  list(`ya iya iyah betul benar masih msh sudah sdh udah belum blm tidak tdk gak nggak ok oke sama tetap bukan`),
)

/** With them one speaks of what was asked about. */
export const naming = new Set(
  list(
    `yang yg bernama nama namanya lokasi alamat tsb tersebut tadi itu waktu persis persisnya tepatnya sana situ patokannya`,
  ),
)

/** "rahasia umum", "rahasia jabatan": what is called so, and no wish. */
export const calledSecret = new Set(list('umum negara dagang jabatan'))

/** How one asks for something, or after it. */
export const wishing = new Set(
  list(`tolong tlg mohon mhn minta harap diharap harapkan semoga kapan kenapa knp mengapa kok gimana bagaimana gmn bisakah bolehkah
    apakah usul usulan saran sebaiknya info informasi permintaan memohon mohonkan pengin pengen perlu tanya bertanya
    menanyakan syarat persyaratan prihatin memprihatinkan`),
)

/** Beside a question about one's report: "sudah sampai mana?", "kapan selesai?". */
export const meanwhile = new Set(list('sudah udah udh sdh apa apakah selesai beres prosesnya'))

/** How one asks after a report, rather than complain anew; and beside which words. */
export const wondering = new Set(list('kapan kpn kok kenapa knapa knp mengapa bagaimana gimana gmn bgmn'))
export const following = new Set([
  ...repairing,
  ...list(`kapan kpn belum blm lama lambat kelanjutan kelanjutannya laporanku laporkan lapor ditindak ditindaklanjuti tindak
    diproses proses prosesnya nasib hasil hasilnya perkembangan respon ditanggapi direspon digubris dikerjakan menunggu`),
])

export const numerals = new Map(list('satu dua tiga empat lima').map((word, at) => [word, at + 1]))

function list(words: string): string[] {
  return words.split(/\s+/).filter(Boolean)
}
