/** Names that streets bear in nearly every town, and what lies beside them. */
export const streets =
  `Merdeka|Diponegoro|Sudirman|Ahmad Yani|Gatot Subroto|Kartini|Imam Bonjol|Pattimura|Hasanuddin|Teuku Umar|Cut Nyak Dien|Pangeran Antasari|Sam Ratulangi|Martadinata|Yos Sudarso|Wolter Monginsidi|Urip Sumoharjo|Veteran|Pahlawan|Pemuda|Pelajar|Proklamasi|Pancasila|Garuda|Rajawali|Merpati|Kutilang|Cendrawasih|Kenari|Nuri|Elang|Melati|Mawar|Anggrek|Kenanga|Cempaka|Flamboyan|Bougenville|Teratai|Dahlia|Kamboja|Seruni|Mangga|Rambutan|Durian|Manggis|Salak|Nangka|Jambu|Kelapa|Beringin|Mahoni|Jati|Cemara|Akasia|Trembesi|Pinus|Bambu|Sawo|Asam|Kemuning|Delima|Gunung Agung|Gunung Rinjani|Semeru|Bromo|Merapi|Tambora|Kelimutu|Brantas|Kapuas|Mahakam|Musi|Barito|Progo|Serayu|Cisadane|Toba|Singkarak|Poso|Sentani|Pasar Baru|Pasar Lama|Stasiun|Pelabuhan|Terminal|Industri|Pendidikan|Kesehatan|Masjid|Gereja|Pesantren|Kampung Baru|Tanjung|Pantai Indah|Lembah Hijau|Bukit Asri|Griya Permai|Taman Sari|Graha Indah|Puri Kencana`.split(
    '|',
  )

export const roads = ['Jalan', 'Jl.', 'Gang', 'Jalan Raya', 'Perumahan', 'Lorong', 'Kompleks', 'Jln'] as const

export const marks =
  `depan sekolah dasar|samping masjid|dekat pasar|seberang puskesmas|belakang kantor kelurahan|dekat jembatan|pertigaan warung kopi|depan minimarket|sekitar lapangan|ujung gang|tikungan pertama|dekat gardu listrik|depan gereja|samping balai RW|tanjakan terakhir|dekat terminal|belakang stasiun|depan kantor pos|dekat pos ronda|samping rumah makan`.split(
    '|',
  )

export const times =
  `sejak kemarin|sudah tiga hari|sudah seminggu|sejak dua minggu lalu|sudah sebulan|sejak Lebaran|sejak musim hujan|hampir setahun|setiap malam|setiap pagi|sejak Senin|sudah berbulan-bulan|sejak pukul lima subuh tadi|tiap akhir pekan|dari tahun lalu`.split(
    '|',
  )

export const openings = [
  'Selamat pagi.',
  'Assalamualaikum.',
  'Mohon izin melapor.',
  'Yth. Bapak/Ibu.',
  'Permisi, saya mau lapor.',
  'Halo min.',
  'Dengan hormat.',
  'Maaf mengganggu.',
  '',
  '',
  '',
] as const

export const closings = [
  'Terima kasih.',
  'Matur nuwun.',
  'Hatur nuhun.',
  'Terima kasih sebelumnya.',
  'Salam.',
  '',
  '',
  '',
] as const

/** Syllables of invented shops and people: words so rare that a search finds one report among hundreds of thousands. */
export const syllables =
  `ba|ci|da|fa|ga|ha|ji|ka|la|ma|na|pa|ra|sa|ta|wa|ya|bo|du|go|jo|ku|lo|mu|no|pu|ro|su|to|wi|ning|lang|rung|sari|wang|tan`.split(
    '|',
  )

/** How words shrink in short messages. */
export const slang: ReadonlyMap<string, string> = new Map(
  Object.entries({
    yang: 'yg',
    tidak: 'tdk',
    sudah: 'sdh',
    jalan: 'jln',
    dan: 'dn',
    dengan: 'dgn',
    mohon: 'mhn',
    tolong: 'tlg',
    untuk: 'utk',
    sampai: 'smp',
    belum: 'blm',
    karena: 'krn',
    banyak: 'bnyk',
    kami: 'kmi',
    saya: 'sy',
    setiap: 'tiap',
    anak: 'ank',
    rumah: 'rmh',
    malam: 'mlm',
    padahal: 'pdhl',
    bulan: 'bln',
    tahun: 'thn',
    dekat: 'dkt',
    depan: 'dpn',
    sekali: 'skl',
    terima: 'trima',
  }),
)
