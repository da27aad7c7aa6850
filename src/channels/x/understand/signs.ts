/**
 * One thing that can be seen in the words of a post, and how much it tells. `promotes`: nobody but a promoter writes so; `reviews`:
 * it is about the app, or about how reports are handled; `concrete`: it says what or where, as a trouble that an office can mend.
 */
export type Sign = {
  name: string
  pattern: RegExp
  weight: number
  promotes?: true
  reviews?: true
  concrete?: true
}

const channel = String.raw`(?:sp4n|lapor ?!|\blapor\b|kanal|website|situs|laman|link|tautan|aplikasi|call ?cent|hotline|nomor|no\.|sms|1708|wa\b|whats|telp|tele?pon|e-?mail|https?:|www|span[ -]lapor)`

/** Somebody promotes the way to complain, reports on work with complaints, or has an opinion of it. */
export const signsAgainst: readonly Sign[] = [
  {
    name: 'tells others where to complain: "laporkan melalui …", "aduan dapat disampaikan lewat …"',
    pattern: new RegExp(
      String.raw`\b(?:laporkan|lapor|melapor(?:kan)?|dilaporkan|pelaporan|adukan|mengadu(?:kan)?|sampaikan|menyampaikan|disampaikan|penyampaian|salurkan|menyalurkan|aduan\w*|pengaduan\w*|keluhan\w*|aspirasi\w*|laporan(?: anda| kaka?k?| sdr)?|diakses|mengakses|akses|hubungi)\b[^.?\n]{0,90}\b(?:melalui|lewat|via|pada|di|ke)\b[^.?\n]{0,40}${channel}`,
      's',
    ),
    weight: 2,
    promotes: true,
  },
  {
    name: 'invites: sobat, yuk, mari, simak, jangan ragu, catat',
    pattern:
      /(?:^|[\s#])(?:yuk+|yuu+k|ayo+|mari|hai+|sobat\w*|simak\w*|disimak|jangan (?:ragu|lupa|takut|sungkan)|penasaran|tahukah|taukah|catat|check it out|cekidot|swipe|gaes|guys|handai|kawula|follow|subscribe|info selengkapnya|baca (?:lebih|selengkapnya|juga)|selengkapnya|klik|kepoin|pantengin|saksikan|download|unduh)\b/,
    weight: 2,
    promotes: true,
  },
  {
    name: 'an office at work: sosialisasi, bimtek, rapat, penghargaan, monitoring, rekapitulasi',
    pattern:
      /\b(?:sosialisasi\w*|menyosialisasikan|bimtek|bimbingan teknis|rakor|rapat (?:koordinasi|evaluasi|penilaian|kerja)|raker|rakernas|monev|monitoring|evaluasi (?:pengelolaan|kinerja)|workshop|seminar|webinar|talk ?show|fgd|focus group|penghargaan|kompetisi|lomba|meraih|menyabet|juara|peringkat|launching|peluncuran|meluncurkan|luncurkan|diluncurkan|mou|penandatanganan|menandatangani|kunjungan kerja|kunker|studi (?:banding|tiru)|benchmarking|pendampingan|asistensi|konsolidasi|coaching|pelatihan|optimalisasi|optimalkan|mengoptimalkan|implementasi|rekap\w*|infografis|grafik|statistik|jumlah (?:pengaduan|aduan|laporan)|total (?:pengaduan|aduan|laporan)|terima \d+ (?:aduan|laporan|pengaduan)|periode|triwulan|semester|sop|standar pelayanan|maklumat|forum|apel|upacara|narasumber|nara sumber|koica|undp|wbk|wbbm|zona integritas|pembinaan|penguatan|peningkatan (?:kapasitas|pengelolaan|kualitas))\b/,
    weight: 2,
    promotes: true,
  },
  {
    name: 'an office holds or opens something: gelar, mengikuti, menghadiri, membuka',
    pattern:
      /\b(?:gelar|menggelar|digelar|selenggarakan|menyelenggarakan|diselenggarakan|mengikuti|menghadiri|dihadiri|hadiri|membuka|dibuka|melaksanakan|dilaksanakan|mengadakan|bertempat|berlangsung|dalam rangka|guna (?:meningkatkan|mendukung)|menerima kunjungan|memfasilitasi|berkomitmen|komitmen|mewujudkan|mendorong|menegaskan|mengatakan|ujar\w*|jelas(?:nya| dia)|ungkap\w*|tutur\w*|kata (?:kepala|bupati|dia|wali)|imbau|mengimbau|menghimbau|himbau|dihimbau)\b/,
    weight: 1,
    promotes: true,
  },
  {
    name: 'explains what LAPOR! is',
    pattern:
      /\b(?:sistem pengelolaan pengaduan|layanan aspirasi dan pengaduan|merupakan (?:layanan|sarana|kanal|aplikasi|sistem|platform)|adalah (?:layanan|sarana|kanal|aplikasi|sistem|platform|sebuah)|aplikasi (?:resmi|ini|yg|yang)|pengelola(?:an)? (?:sp4n|pengaduan)|admin (?:sp4n|instansi|opd)|pelayanan publik nasional|perpres|permenpan\w*|no wrong door|terintegrasi|manfaatkan|kini (?:hadir|bisa)|bisa (?:langsung|mengakses)|dapat (?:mengakses|memanfaatkan|melaporkan|menyampaikan|melakukan|digunakan|di ?akses))\b/,
    weight: 2,
    promotes: true,
  },
  {
    name: 'an office answers somebody: "terima kasih telah menghubungi", "laporan Sdr kami teruskan"',
    pattern:
      /\b(?:(?:terima ?kasih|trims|makasih) (?:telah|sudah|atas (?:laporan|informasi|partisipasi|aduan|masukan|apresiasi|pertanyaan))|kaka?k?(?: semua)? (?:dapat|bisa|silah?kan)|silah?kan (?:kaka?k?|sdr|anda|bapak|lapor\w*|sampaikan|meng\w+|hubungi|akses|kunjungi|adukan|dm|kirim)|(?:sdr|saudara|anda) (?:dpt|dapat|bisa)|(?:akan|telah|sudah) (?:kami|di) ?(?:teruskan|tindak ?lanjuti|koordinasikan)|kami (?:teruskan|koordinasikan|tindak ?lanjuti)|agar (?:segera )?(?:ditindaklanjuti|dapat ditindak)|monggo|mohon maaf atas ketidaknyamanan|^(?:halo|hai|selamat (?:pagi|siang|sore|malam))[, ]+(?:kak|sobat|sahabat|sdr|tweeps|warga))\b/,
    weight: 2,
    promotes: true,
  },
  {
    name: 'for whoever it may concern: jika menemukan, apabila ada, segala bentuk',
    pattern:
      /\b(?:(?:jika|apabila|bila|kalau|bagi|buat)\s(?:\w+\s){0,4}(?:menemukan|menemui|mengalami|mengetahui|melihat|ada (?:oknum|keluhan|pegawai|pungutan)|memiliki|punya|ingin|pegawai|yang ingin|yg ingin|masyarakat|sobat|warga)|segala bentuk|tolak gratifikasi|stop pungli|anti ?korupsi|masyarakat (?:dapat|bisa|untuk|agar|diharapkan)|warga (?:dapat|bisa))\b/,
    weight: 1,
    promotes: true,
  },
  {
    name: 'an opinion of the app or of complaining, not a trouble',
    pattern:
      /\b(?:(?:di)?aplikasi(?:nya)?|apk|app|akun|upload|unggah|tombol|nge?lag|lemot|log ?out|fitur\w*|platform|ui|user|uninstall|instal\w*|update|log ?in|loading|server(?:nya)?|bintang|rating|review|layanan ini|sp4n|kanal pengaduan|playstore|play store|website ?nya|web ?nya)\b/,
    weight: 1,
    reviews: true,
  },
  {
    name: 'praise and thanks',
    pattern:
      /\b(?:mantap\w*|mantul|keren|top|bagus|bermanfaat|membantu|terbantu|efektif|responsif|puas|memuaskan|apresiasi\w*|mengapresiasi|sukses|hebat|semoga (?:makin|semakin|lebih|terus|bermanfaat|sukses|amanah|kedepan\w*|dengan)|thanks?|terima ?kasih|makasih|cepat tanggap|profesional|transparan\w*|memudahkan|mudah|good|nice|great|useful|best)\b/,
    weight: 1,
  },
  {
    name: 'about reports and their handling in general',
    pattern:
      /\b(?:laporan(?: saya| ku| yang)?|verifikasi|tindak lanjut(?:nya)?|ditanggapi|respon\w*|tanggapan|pelapor|pengaduan masyarakat|partisipasi masyarakat|pelayanan publik|pengawasan|akuntab\w*|birokrasi)\b/,
    weight: 1,
    reviews: true,
  },
]

/** Somebody tells of their trouble, asks for help, or says where and since when. */
export const signsFor: readonly Sign[] = [
  {
    name: 'asks for something: mohon, tolong, minta, kapan',
    pattern:
      /\b(?:mohon\w*|mhn|moga|tolong\w*|tlg|tulung|minta|meminta|harap|berharap|kapan|bagaimana|gimana|gmn|bgmn|kenapa|mengapa|knp|apakah|bisakah|kok|mana|dimana|sampai kapan|tindak ?lanjuti|ditindak\w*|segera|diperbaiki|perbaiki\w*|perbaikan|dibenahi|benerin|bener|ditertibkan|tertibkan|solusi\w*|usul|saran|sebaiknya|alangkah|perlu|butuh|kepengin|pengen|ingin (?:tanya|bertanya|tayak|melaporkan|menanyakan|mengadukan|lapor|menyampaikan))\b/,
    weight: 1,
  },
  {
    name: 'speaks for themselves: saya, kami, warga kami, di tempat saya',
    pattern:
      /\b(?:saya|sy|sya|aku|ak|gue|gw|kami|kita|kampung\w*|anak saya|rumah saya|desa (?:saya|kami)|tempat (?:saya|kami)|ditempat|warga|tetangga|ibu saya|orang tua|keluarga)\b/,
    weight: 1,
  },
  {
    name: 'names a trouble that can be seen, or what it is about',
    pattern:
      /\b(?:rusak\w*|kerusakan|lubang|berlubang|bolong|hancur|ambles|amblas|longsor|banjir\w*|kebanjiran|tergenang|genangan|mampet|tersumbat|macet|kemacetan|mati|padam|pemadaman|gelap|bocor|tumbang|roboh|ambruk|kotor|bau|sampah|limbah|polusi|asap|bising|berisik|pungli|pungutan|korupsi|suap|calo|preman|begal|copet|curanmor|maling|dicuri|kecurian|tawuran|mabuk\w*|narkoba|judi|prostitusi|liar|ilegal|ilegal|parkir|pkl|pengemis|gelandangan|terlantar|antri|antrian|membahayakan|bahaya|kecelakaan|jatuh|resah|meresahkan|mengganggu|terganggu|krisis|kekeringan|mahal|naik|dibayar|cair|dicairkan|tunggakan|bantuan|bansos|blt|pkh|kks|sertifikat|ktp|kk|akta|bpjs|pln|pdam|listrik|air|sinyal|internet|jembatan|trotoar|drainase|selokan|got|sungai|lampu|pju|penerangan|guru|sekolah|honor|gaji|honorer|insentif)\b/,
    weight: 2,
    concrete: true,
  },
  {
    name: 'names a trouble that any matter may have: slow, hard, wrong',
    pattern:
      /\b(?:lambat|lama|dipersulit|sulit|susah|ditolak|hilang|salah|keliru|kurang|kekurangan|parah|memprihatinkan|keluhan|kesulitan|pajak|tidak sesuai)\b/,
    weight: 1,
  },
  {
    name: 'says what is not as it should be: belum, tidak ada, masih, sering',
    pattern:
      /\b(?:belum|blm|blom|tidak|tdk|gak|ga|nggak|ngga|gk|g|ndak|tak|tanpa|masih|msh|selalu|sering|terus|padahal|malah|justru|sampai (?:sekarang|saat ini|detik ini|hari ini)|sudah (?:\w+ ){0,3}(?:hari|minggu|bulan|tahun|thn|bln|kali)|sejak|bertahun|berbulan|berhari)\b/,
    weight: 1,
  },
  {
    name: 'says where: jl, rt, rw, desa, kecamatan, depan, dekat',
    concrete: true,
    pattern:
      /\b(?:jl|jln|jalan|gang|gg|rt ?\d|rw ?\d|rt|rw|dusun|desa|ds|dsn|kel|kelurahan|kec|kecamatan|perum\w*|komplek|blok|depan|dekat|deket|samping|belakang|arah|simpang|perempatan|pertigaan|pasar|terminal|stasiun|alamat|lokasi\w*|daerah|wilayah|sekitar)\b/,
    weight: 1,
  },
  {
    name: 'opens like a letter to those in charge: Yth, Pak, Bu, assalamualaikum',
    pattern:
      /^(?:(?:kepada|kpd|yth|yang terhormat|ass\w*|aslm\w*|selamat (?:pagi|siang|sore|malam)|permisi|lapor|salam|mas|pak|bapak|bpk|bu|ibu|min)\b[^a-z]*)+/,
    weight: 1,
  },
]
