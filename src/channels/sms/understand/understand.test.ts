import { describe, expect, test } from 'vitest'
import {
  answered,
  asked,
  askedAndAnswered,
  closed,
  file,
  heard,
  kupang,
  lamp,
  nothing,
  open,
  question,
  road,
  strangers,
  twoAnswered,
  twoOpen,
} from './testing/standings.ts'
import { keywords } from './testing/utterances.ts'
import { type OwnReport } from './understand.ts'

describe('an office is named by the first word', () => {
  test.each([
    ['KOTKUPANG jalan rusak di depan pasar', file('jalan rusak di depan pasar', kupang)],
    ['kotkupang jalan rusak', file('jalan rusak', kupang)],
    ['KOT KUPANG jalan rusak', file('jalan rusak', kupang)],
    ['KOTKUPANG(SPASI)jalan rusak 🚧', file('jalan rusak 🚧', kupang)],
    ['KOTKUPANGjalan rusak parah', file('jalan rusak parah', kupang)],
    ['kotkupangada pungli di samsat', file('ada pungli di samsat', kupang)],
    ['Pak, KOTKUPANGlampu mati', file('lampu mati', kupang)],
    ['KOTKUPANGnya rusak', file('KOTKUPANGnya rusak')],
    ['BPJSkartu saya mati', file('BPJSkartu saya mati')],
    ['KOTKUPNG: jalan rusak', file('jalan rusak', kupang)],
    ['LAPOR KOTKUPANG jalan rusak', file('jalan rusak', kupang)],
    ['BPJS kartu saya mati', file('kartu saya mati', { agencyId: 'bpjs-kesehatan' })],
    ['KOTKUPANG', { kind: 'keyword_alone', agencyId: 'kota-kupang' }],
    ['kotkupang halo pak', { kind: 'keyword_alone', agencyId: 'kota-kupang' }],
    ['SURABAYA jalan rusak', file('SURABAYA jalan rusak')],
    [`KOTKUPANG CEK ${road}`, { kind: 'status', trackingId: road }],
  ])('%s', (text, expected) => expect(heard(text, nothing)).toEqual(expected))

  test.each([
    ['KTKUPNG jalan rusak', 'KOTKUPANG'],
    ['BPJK kartu saya mati', 'BPJS'],
  ])('%s: we ask "maksud Anda %s?", and the text goes to the national desk whole', (text, word) => {
    const keyword = keywords.find((each) => each.word === word)
    expect(heard(text, nothing)).toEqual(file(text, { unsure: keyword }))
  })

  test('as near to one keyword as to another is neither', () => {
    expect(heard('KxTKUPANG jalan rusak', nothing)).toEqual(file('jalan rusak', kupang))
    expect(heard('KATKUPANG jalan rusak', nothing)).toEqual(file('KATKUPANG jalan rusak'))
  })

  test.each([[asked], [answered]])('a keyword in front is a new report whatever question is open', (own) => {
    expect(heard('KOTKUPANG lampu mati', own)).toEqual(file('lampu mati', kupang))
    expect(heard('KTKUPNG lampu mati', own)).toEqual(question('new_or_reply', road))
  })
})

describe('CEK', () => {
  test.each([
    ['CEK', { kind: 'status' }],
    [`cek k7m-2qx-4pw`, { kind: 'status', trackingId: road }],
    [`K7M 2QX 4PW cek dong pak`, { kind: 'status', trackingId: road }],
    [`CEK${road}`, { kind: 'status', trackingId: road }],
    [road, { kind: 'status', trackingId: road }],
    [`CEK ${strangers}`, { kind: 'status', trackingId: strangers }],
    ['laporan saya gimana?', { kind: 'status' }],
    ['CEK K7M2QX4P5', { kind: 'status', trackingId: road }],
    ['CEK 1907605', question('no_such_report', '1907605')],
    ['cek jalan rusak di Oesapa', file('cek jalan rusak di Oesapa')],
  ])('%s', (text, expected) => expect(heard(text, open)).toEqual(expected))
})

describe('an answer to our question', () => {
  const reply = (text: string, trackingId = road) => ({ kind: 'reply', trackingId, text })

  test.each([
    ['di depan pasar Oebobo', asked, reply('di depan pasar Oebobo')],
    ['ya', asked, reply('ya')],
    ['belum', asked, reply('belum')],
    ['4', asked, reply('4')],
    [`BALAS ${road} di depan pasar`, asked, reply('di depan pasar')],
    [`bls ${road.toLowerCase()}: di depan pasar`, twoAnswered, reply('di depan pasar')],
    [`${road} sejak senin`, asked, reply('sejak senin')],
    ['BALAS di depan pasar', askedAndAnswered, reply('di depan pasar')],
    ['di depan pasar', askedAndAnswered, question('which_report')],
    ['BALAS di depan pasar', twoAnswered, question('which_report')],
    ['BALAS', asked, { kind: 'status', trackingId: road }],
    [`BALAS ${strangers} di depan pasar`, asked, question('no_such_report', strangers)],
    ['BALAS di depan pasar', open, question('new_or_reply', road)],
    ['jalan di depan SD Inpres juga rusak parah', asked, question('new_or_reply', road)],
    ['LAPOR lampu jalan mati', asked, file('lampu jalan mati')],
    ['lapor pak, lampu jalan mati', asked, question('new_or_reply', road)],
  ])('%s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))
})

describe('a new complaint while our question is open is asked about, not swallowed as the answer', () => {
  test.each([
    'tolong pak ada kebakaran',
    'pipa pdam bocor di Oebufu',
    'ambulans tidak datang ke desa kami sudah dua jam',
    'ada pungli di samsat kemarin',
    'di Liliba ada kebakaran',
    'guru memukul murid di SD Inpres Oesapa',
    'rumah saya kebanjiran',
    'bansos belum cair',
    'banjir',
    'mohon perbaikan selokan depan puskesmas',
    'petugas loket dua duduk sambil makan dan main telepon sementara kami berdiri',
  ])('%s', (text) => expect(heard(text, asked)).toEqual(question('new_or_reply', road)))

  test.each([
    'dekat SD Inpres 2',
    'ya',
    'iya pak masih mati',
    'masih rusak pak',
    'tidak ada pak',
    'namanya pak Budi, bagian loket',
    'kelurahan Oesapa, kecamatan Kelapa Lima',
    'tiang nomor 14 sebelah kiri jalan',
    'di samping kantor lurah, lampunya yang mati ada tiga',
    '2 minggu',
    'mobil avanza hitam DH 1234 AB',
    'guru kelas 5, ibu Yuliana',
    'waktu itu hari senin tanggal 12 saya ke loket',
    'saya tidak tahu namanya',
  ])('but this answers it: %s', (text) => expect(heard(text, asked)).toEqual({ kind: 'reply', trackingId: road, text }))
})

describe('YA closes only when nothing else is said', () => {
  const confirm = { kind: 'confirm', trackingId: road }

  test.each([
    'YA',
    'iya pak',
    'yaaa',
    'y',
    'udh selesai',
    'sdh beres min',
    'sudah diperbaiki',
    `sudah YA ${road}`,
    `${road} ya`,
  ])('%s', (text) => expect(heard(text, answered)).toEqual(confirm))

  test.each([
    ['YA NILAI 4', 4],
    ['ya 5', 5],
    ['sudah selesai, bintang 3 pak', 3],
  ])('%s, with its stars', (text, rating) => expect(heard(text, answered)).toEqual({ ...confirm, rating }))

  test.each([
    ['ya?', 'yes_or_no'],
    ['ya atau belum', 'yes_or_no'],
    ['YA/BELUM', 'yes_or_no'],
    ['ya atau tidak', 'yes_or_no'],
    ['terima kasih', 'yes_or_no'],
    ['👍', 'yes_or_no'],
    ['ys', 'yes_or_no'],
    ['ya tapi lampunya redup', 'yes_or_no'],
    ['ya NILAI 9', 'yes_or_no'],
    ['YA 😡', 'yes_or_no'],
    ['ya 👎', 'yes_or_no'],
    ['sudah lapor', 'yes_or_no'],
    ['sudah minta tolong pak', 'yes_or_no'],
    [`${road} ya lampunya nyala tapi redup`, 'yes_or_no'],
    ['lampu di jalan Timor mati', 'new_or_reply'],
    ['tidak ada masalah lagi', 'new_or_reply'],
  ])('%s is asked back', (text, asks) => expect(heard(text, answered)).toEqual(question(asks, road)))

  test('which of two, or none, is asked back too', () => {
    expect(heard('YA', twoAnswered)).toEqual(question('which_report'))
    expect(heard('YA', askedAndAnswered)).toEqual(question('which_report'))
    expect(heard('YA', open)).toEqual(question('which_report'))
    expect(heard('YA', nothing)).toEqual(question('what_happened'))
    expect(heard(`YA ${strangers}`, answered)).toEqual(question('no_such_report', strangers))
    expect(heard(`YA ${lamp}`, twoAnswered)).toEqual({ kind: 'confirm', trackingId: lamp })
  })
})

describe('BELUM says why not', () => {
  const notDone = (text: string) => ({ kind: 'not_done', trackingId: road, text })

  test.each([
    [`${road} BELUM jalan masih rusak`, notDone('BELUM jalan masih rusak')],
    [`BELUM ${road} jalan masih rusak`, notDone('BELUM jalan masih rusak')],
    ['BELUM', question('why_not', road)],
    ['blm selesai pak', question('why_not', road)],
    ['tidak', question('why_not', road)],
    ['jalan belum diperbaiki ya pak', question('yes_or_no', road)],
    ['BELUM 8K2MN4PRX jalan rusak', question('no_such_report', '8K2MN4PRX')],
  ])('%s', (text, expected) => expect(heard(text, answered)).toEqual(expected))

  test.each([
    'BELUM jalan masih rusak',
    'blm, jalan masih rusak',
    'ya belum, jalan masih rusak',
    'belum diperbaiki sama sekali',
    'masih rusak pak',
    'gak, lampunya mati lagi',
    'BELUM mobil DH1234AB masih parkir',
    'bansos belum saya terima',
    'belum terima',
    'belum cair',
    'belum bisa dilalui',
    'sebagian sudah, sebagian belum',
    'lampunya belum pak',
  ])('the office reads all of it, for without its BELUM it may say the opposite: %s', (text) =>
    expect(heard(text, answered)).toEqual(notDone(text)),
  )

  test('without an answer to judge it is asked, or a complaint', () => {
    expect(heard('belum ada lampu di jalan Timor', nothing)).toEqual(file('belum ada lampu di jalan Timor'))
    expect(heard('BELUM jalan masih rusak', closed)).toEqual(question('new_or_reply', road))
    expect(heard('BELUM jalan masih rusak', twoAnswered)).toEqual(question('which_report'))
  })
})

describe('NILAI', () => {
  const four = { kind: 'rate', trackingId: road, rating: 4 }

  test.each(['NILAI 4', 'nilai4', 'bintang 4 pak', '4 bintang', 'Nilai: 4/5', 'nilai 4 dari 5', `NILAI 4 ${road}`])(
    '%s',
    (text) => expect(heard(text, closed)).toEqual(four),
  )

  test.each([
    ['NILAI 9', closed, { kind: 'help' }],
    ['NILAI 4', twoAnswered, question('which_report')],
    ['NILAI 4', nothing, question('no_such_report')],
    ['nilai 4 anak saya salah di rapor', closed, file('nilai 4 anak saya salah di rapor')],
  ])('%s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))
})

describe('STOP, MULAI, BANTUAN', () => {
  test.each([
    ['STOP', { kind: 'stop' }],
    ['tolong stop sms ya pak', { kind: 'stop' }],
    ['jangan kirim sms lagi', { kind: 'stop' }],
    ['stpo', { kind: 'stop' }],
    ['stop kontak puskesmas rusak', file('stop kontak puskesmas rusak')],
    ['stop pungli', question('what_happened')],
    ['stop?', question('what_happened')],
    ['mulai', { kind: 'start' }],
    ['BANTUAN', { kind: 'help' }],
    ['minta bantuan dong min', { kind: 'help' }],
    ['bantuan PKH belum cair', file('bantuan PKH belum cair')],
    ['', { kind: 'nothing' }],
    ['🚧🚧', { kind: 'nothing' }],
    ['halo pak', question('what_happened')],
    ['jalan rusak', file('jalan rusak')],
  ])('%s', (text, expected) => expect(heard(text, nothing)).toEqual(expected))
})

describe('what an independent reader found', () => {
  const confirm = { kind: 'confirm', trackingId: road }
  const status = { kind: 'status' }
  const raise = (what: string) => ({ kind: 'raise', trackingId: road, what })

  test.each([
    'cepat diperbaiki ya pak',
    'cepat ya',
    'diperbaiki ya',
    'oke cepat diperbaiki',
    'ya sudah, cepat diperbaiki',
    'ok segera dibersihkan',
  ])('a wish closes nothing: %s', (text) => expect(heard(text, answered)).toEqual(question('yes_or_no', road)))

  test.each([
    'sudah diperbaiki dengan cepat',
    'sdh dibersihkan semua',
    'oke pak sudah selesai',
    'ya betul',
    'ya sudah selesai',
  ])('but this agrees: %s', (text) => expect(heard(text, answered)).toEqual(confirm))

  test.each([
    'ok',
    'Ok, terima kasih',
    'sip',
    'oke terima kasih infonya',
    'ya sudah',
    'ya udah pak',
    'ya sekarang',
    'oke siap pak',
    'ya siap',
    'baik ya pak terima kasih',
    'ok, respon cepat',
  ])('politeness closes nothing: %s', (text) => expect(heard(text, answered)).toEqual(question('yes_or_no', road)))

  test.each([
    ['BALAS YA', answered, confirm],
    ['BALAS SELESAI', answered, confirm],
    [`BALAS ${road} YA`, twoAnswered, confirm],
    ['BALAS YA', twoAnswered, question('which_report')],
    ['BALAS BELUM masih rusak', answered, { kind: 'not_done', trackingId: road, text: 'BELUM masih rusak' }],
    ['BALAS BELUM', answered, question('why_not', road)],
    ['BALAS STOP', answered, { kind: 'stop' }],
    ['BALAS ya', asked, { kind: 'reply', trackingId: road, text: 'ya' }],
    ['BALAS belum', asked, { kind: 'reply', trackingId: road, text: 'belum' }],
  ])('BALAS in front of a command: %s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))

  test.each([
    'saya tidak terima sms sama sekali dari petugas loket',
    'kenapa sms tidak dikirim lagi',
    'jangan lupa kirim sms',
    'tidak mau stop sms',
    'sms dari pak lurah minta uang',
  ])('who speaks of SMS does not stop them: %s', (text) => expect(heard(text, nothing).kind).not.toBe('stop'))

  test.each(['jangan berhenti', 'jangan berhenti kirim sms', 'jgn berhenti sms ya', 'jangan stop', 'tidak stop'])(
    'who does not want it to stop is never stopped: %s',
    (text) => expect(heard(text, open)).toEqual(question('what_happened')),
  )

  test.each(['jgn sms lagi', 'jangan kirim sms lagi, stop'])('but this is STOP: %s', (text) =>
    expect(heard(text, open)).toEqual({ kind: 'stop' }),
  )

  test.each([
    ['anonim saja', open, raise('anonymous')],
    ['rahasia aja pak', open, raise('confidential')],
    [`${road} anonim saja`, open, raise('anonymous')],
    [`rahasia ${road} saja`, asked, raise('confidential')],
    ['anonim saja', nothing, question('what_happened')],
    ['anonim saja?', open, question('what_happened')],
    ['KOTKUPANG rahasia saja', nothing, { kind: 'keyword_alone', ...kupang, raise: 'confidential' }],
  ])('nothing but secrecy: %s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))

  test.each([
    ['KOTKUPANG YA', answered, question('yes_or_no', road)],
    ['KOTKUPANG STOP', answered, { kind: 'stop' }],
    ['KOTKUPANG NILAI 4', answered, { kind: 'rate', trackingId: road, rating: 4 }],
    ['KOTKUPANG BELUM masih rusak', answered, question('new_or_reply', road)],
    ['KOTKUPANG YA', open, question('which_report')],
    ['KOTKUPANG YA', nothing, question('what_happened')],
    ['KOTKUPANG belum ada air', nothing, file('belum ada air', kupang)],
    ['KOTKUPANG stop kontak puskesmas rusak', answered, file('stop kontak puskesmas rusak', kupang)],
  ])('a command behind a keyword: %s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))

  test.each([
    ['sudah beres belum', answered],
    ['sudah selesai belum?', answered],
    ['udah diperbaiki blm ya pak', answered],
    ['laporan saya sudah sampai mana ya', open],
    ['kapan diperbaiki', open],
    ['kapan selesai ya pak?', answered],
  ])('a question is answered with the status: %s', (text, own) => expect(heard(text, own)).toEqual(status))

  test('a question about the thing is asked back, and about an ID answered', () => {
    expect(heard('sudah diperbaiki lampunya belum', answered)).toEqual(question('yes_or_no', road))
    expect(heard(`${road} sudah selesai belum`, answered)).toEqual({ ...status, trackingId: road })
  })

  test.each(['laporan baru: lampu mati', 'mau lapor pungli di samsat kupang', 'pak saya ingin melaporkan pungli'])(
    'a new one that says so is not the answer to our question: %s',
    (text) => expect(heard(text, asked)).toEqual(question('new_or_reply', road)),
  )
})

describe('an objection to what was archived', () => {
  const archived: OwnReport[] = [{ trackingId: road, open: false, archived: true }]
  const reply = (text: string) => ({ kind: 'reply', trackingId: road, text })

  test.each([
    ['saya keberatan', archived, reply('saya keberatan')],
    ['saya tidak setuju', archived, reply('saya tidak setuju')],
    ['saya tidak setuju laporan saya diarsipkan', archived, reply('saya tidak setuju laporan saya diarsipkan')],
    ['keberatan, jalan memang rusak parah', archived, question('new_or_reply', road)],
    ['saya keberatan', [...archived, { trackingId: lamp, open: false, archived: true }], question('which_report')],
    ['warga keberatan dengan pungutan parkir di pasar', open, file('warga keberatan dengan pungutan parkir di pasar')],
  ])('%s', (text, own, expected) => expect(heard(text, own)).toEqual(expected))
})

describe('a question about what was filed is no new complaint for sure', () => {
  test.each([
    'kapan diperbaiki jalannya',
    'kapan jalannya diperbaiki pak?',
    'kok belum diperbaiki juga lampunya',
    'bagaimana kelanjutan jalan yang saya laporkan',
  ])('%s', (text) => {
    expect(heard(text, open)).toEqual(question('new_or_reply', road))
    expect(heard(text, twoOpen)).toEqual(question('which_report'))
    expect(heard(text, nothing)).toEqual(file(text))
  })

  test.each([
    'kapan-kapan air mati tanpa pemberitahuan sejak hari Minggu lalu di seluruh Oebobo',
    'jalan rusak di depan pasar',
  ])('but this is one: %s', (text) => expect(heard(text, open)).toEqual(file(text)))
})
