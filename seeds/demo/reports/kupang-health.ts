import type { Story } from '../story.ts'

/** What lies open at the health office of Kupang, beside what it has answered. */
export const kupangHealth: Story[] = [
  {
    name: 'jentik-liliba',
    from: { name: 'Mama Ester', email: 'ester@warga.example' },
    filed: '-4wd 17:20',
    channel: 'chat',
    title: 'Tiga anak di satu gang di Liliba kena demam berdarah',
    text: 'Dalam dua minggu ada tiga anak di gang kami di Liliba masuk rumah sakit karena demam berdarah. Di ujung gang ada bak penampung rumah kosong, airnya penuh jentik. Kader sudah lihat, katanya tunggu petugas. Kapan diperiksa? Kami takut anak keempat.',
    category: 'penyakit-menular',
    area: '53.71.04',
    place: 'Liliba',
    point: { lat: -10.1764, lon: 123.6326 },
    steps: [
      { at: '-3wd 08:40', do: 'forward', to: 'kota-kupang' },
      { at: '-3wd 09:30', do: 'assign', unit: 'kota-kupang-dinkes', note: 'Anak-anak, dan hujan baru mulai.' },
      {
        at: '-2wd 13:05',
        do: 'progress',
        text: 'Petugas Puskesmas Oepoi besok pagi memeriksa 20 rumah di sekitar bak itu dan menaburkan bubuk abate. Lurah mencari pemilik rumah kosong supaya bak dapat dikuras.',
      },
    ],
  },
  {
    name: 'posyandu-timbangan',
    filed: '-3wd 09:10',
    channel: 'web',
    title: 'Timbangan posyandu rusak, berat bayi hanya dikira-kira',
    text: 'Timbangan bayi di posyandu kami di Kelapa Lima rusak sejak tiga bulan lalu. Kader menulis berat dengan kira-kira di buku KIA. Kalau begini mana bisa tahu anak kurang gizi atau tidak? Satu timbangan saja, tolong.',
    category: 'imunisasi-gizi',
    area: '53.71.03',
    steps: [{ at: '-2wd 10:15', do: 'forward', to: 'kota-kupang-dinkes' }],
  },
]
