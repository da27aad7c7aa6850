import type { Story } from '../story.ts'

/** Papua, WIT. */
export const papua: Story[] = [
  {
    name: 'dokter-spesialis',
    from: { name: 'Mama Yosina', email: 'yosina@warga.example' },
    filed: '-5wd 09:30',
    channel: 'web',
    title: 'Sudah tiga kali datang, dokter spesialis anak tidak ada',
    text: 'Sa datang dari Demta, empat jam di jalan, bawa anak yang sering kejang. Tiga kali datang ke poli anak, tiga kali dorang bilang dokter sedang tugas luar. Kalau memang tidak ada, kasih tahu lewat telepon atau papan pengumuman, supaya kitong tidak habis uang di jalan.',
    agency: 'prov-papua',
    category: 'rumah-sakit',
    area: '91.71',
    place: 'RSUD Jayapura, poli anak',
    point: { lat: -2.5271, lon: 140.7181 },
    steps: [
      { at: '-4wd 08:40', do: 'forward', to: 'prov-papua' },
      {
        at: '-3wd 10:20',
        do: 'assign',
        unit: 'prov-papua-rsud-jayapura',
        note: 'Mohon jawaban langsung dari direktur pelayanan.',
      },
      {
        at: '-1wd 14:10',
        do: 'progress',
        text: 'Mama, jadwal poli anak minggu ini sudah kami pastikan: Selasa dan Kamis. Satu kursi Kamis pagi kami simpan untuk anak Mama. Jawaban lengkap tentang pengumuman jadwal kami tulis sebelum akhir pekan.',
      },
    ],
  },
  {
    name: 'longsor-genyem',
    from: { name: 'Sopir taksi Genyem', email: 'sopir@warga.example' },
    filed: '-12wd 06:10',
    channel: 'app',
    title: 'Longsor menutup separuh jalan Sentani–Genyem',
    text: 'Tadi subuh tanah longsor di tanjakan sebelum Genyem. Separuh jalan tertutup, tanah masih gerak. Sa su pasang ranting sama jerigen merah supaya orang lihat. Tolong alat berat, sebelum malam.',
    category: 'longsor',
    area: '91.03',
    place: 'Tanjakan Sentani–Genyem',
    point: { lat: -2.6012, lon: 140.2204 },
    steps: [
      { at: '-12wd 07:15', do: 'forward', to: 'prov-papua-pupr' },
      {
        at: '-12wd 17:45',
        do: 'answer',
        outcome: 'solved',
        text: 'Satu ekskavator dan dua truk tiba pukul 11.20 WIT. Jalan terbuka dua lajur pukul 16.50. Tebing di atasnya masih labil, jadi satu alat tetap siaga tiga hari dan lalu lintas diatur bergantian bila hujan. Terima kasih untuk ranting dan jerigennya, itu menyelamatkan orang.',
      },
      { at: '-10wd 12:30', do: 'confirm', rating: 5 },
    ],
  },
  {
    name: 'guru-fisika',
    from: { name: 'Siswa kelas XII', email: 'kelas12@warga.example' },
    filed: '-8wd 19:45',
    channel: 'web',
    text: 'Kami kelas XII IPA sudah satu semester tidak ada guru fisika dan kimia. Kami belajar sendiri dari video kalau ada sinyal. Tahun depan kami mau ikut ujian masuk universitas.',
    category: 'guru-tenaga-pendidik',
    area: '91',
    steps: [
      { at: '-7wd 08:10', do: 'forward', to: 'prov-papua', title: 'Satu semester tanpa guru fisika dan kimia' },
      {
        at: '-5wd 11:30',
        do: 'hold',
        question:
          'Terima kasih sudah berani bertanya. Supaya kami dapat menugaskan guru: SMA negeri atau swasta, dan di distrik apa sekolahnya? Nama kalian tidak perlu ditulis.',
      },
      {
        at: '-3wd 18:20',
        do: 'complete',
        text: 'SMA negeri, di Distrik Depapre, Pak. Muridnya 34 orang di dua kelas.',
      },
    ],
  },
  {
    name: 'bbm-waena',
    filed: '-5wd 11:20',
    channel: 'sms',
    text: 'pertalite di spbu waena kosong 3 hari, tapi di pinggir jalan jual eceran 20 ribu banyak skali. itu dari mana barangnya',
    category: 'bbm-gas',
    area: '91.71',
    point: { lat: -2.6071, lon: 140.6302 },
    steps: [
      {
        at: '-4wd 09:00',
        do: 'forward',
        to: 'pertamina',
        title: 'Pertalite kosong di SPBU Waena, eceran mahal di pinggir jalan',
      },
      {
        at: '-2wd 16:00',
        do: 'answer',
        outcome: 'explained',
        text: 'Pengiriman terlambat dua hari karena kapal tangki menunggu cuaca; pasokan normal sejak kemarin malam. Rekaman CCTV SPBU Waena menunjukkan 9 kendaraan mengisi berulang dengan tangki modifikasi; nomor kendaraannya diblokir dari barcode subsidi dan diserahkan ke kepolisian.',
      },
    ],
  },
  {
    name: 'listrik-kampung',
    kind: 'aspiration',
    from: { name: 'Ondoafi', email: 'ondoafi@warga.example' },
    filed: '-1wd 08:30',
    channel: 'email',
    title: 'Usul jam nyala listrik kampung digeser ke pagi',
    text: 'Kampung kami di tepi danau mendapat listrik enam jam, dari pukul 18 sampai 24. Kami mengusulkan satu jam dipindah ke pukul 4 sampai 5 pagi, supaya mama-mama dapat menyiapkan ikan dan jualan sebelum berangkat ke pasar, dan anak-anak dapat mandi dengan pompa air. Jumlah jamnya tetap enam.',
    category: 'listrik',
    area: '91.03',
    steps: [],
  },
]
