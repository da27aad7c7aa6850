import type { Words } from './words.ts'

/** Whom a report is about (terlapor): naming them, settling who they are, and what follows from it. */
export const accusedWords = {
  accused_find_nothing: {
    id: 'Siapa pun yang Anda laporkan tidak dapat menemukan laporan ini, apa pun jabatannya.',
    en: 'Whoever you report cannot find this report, whatever post they hold.',
  },
  accused_know_of_it: {
    id: 'Siapa pun yang Anda laporkan tahu laporan ini ada, tetapi tidak dapat membacanya.',
    en: 'Whoever you report knows that it exists and cannot read it.',
  },
  accused_as_public: {
    id: 'Siapa pun yang Anda laporkan hanya membaca yang dibaca umum, tidak tahu nama Anda, dan tidak menanganinya.',
    en: 'Whoever you report reads only what anyone reads, does not learn your name, and does not handle it.',
  },
  accused_as_public_with_name: {
    id: 'Siapa pun yang Anda laporkan membaca yang dibaca umum, nama Anda juga, dan tidak menanganinya.',
    en: 'Whoever you report reads what anyone reads, your name included, and does not handle it.',
  },
  accused_unsettled: { id: 'belum ditetapkan', en: 'not settled yet' },
  accused_is_unit: { id: (office: string) => `instansi: ${office}`, en: (office: string) => `office: ${office}` },
  accused_is_head: { id: (office: string) => `kepala ${office}`, en: (office: string) => `head of ${office}` },
  accused_is_person: { id: (name: string) => `orang: ${name}`, en: (name: string) => `person: ${name}` },
  accused_is_outside: { id: 'bukan siapa pun di sini', en: 'nobody here' },
  accused_link: { id: 'Tetapkan siapa terlapor', en: 'Settle who is accused' },
  accused_heading: {
    id: (id: string) => `Terlapor dalam laporan ${id}`,
    en: (id: string) => `Accused in report ${id}`,
  },
  accused_what_follows: {
    id: 'Siapa yang Anda tetapkan langsung tidak dapat menemukan laporan ini lagi, juga bila kemudian pindah atau naik jabatan. Instansi berarti semua orang di dalamnya dan di bawahnya, inspektoratnya tidak. Bila laporan ada pada mereka, laporan pindah saat itu juga ke penangan terdekat yang tidak dilaporkan; tenggatnya tetap.',
    en: 'Whoever you settle on can no longer find this report, at once, and not after a transfer or a promotion either. An office means everyone in it and below it, but not its inspectorate. If they have the report, it goes to the nearest office that it is not about; its deadline stays.',
  },
  accused_for_good: {
    id: 'Ini tidak bisa dibatalkan: siapa yang pernah ditetapkan tetap terkunci. Sampai semua nama jelas, hanya admin nasional memegang laporan ini.',
    en: 'This cannot be undone: whoever was settled on once stays locked out. Until every name is settled, the national desk alone has the report.',
  },
  accused_none: { id: 'Laporan ini tidak menyebut siapa pun.', en: 'This report names nobody.' },
  accused_named: { id: (named: string) => `“${named}”`, en: (named: string) => `“${named}”` },
  accused_now: { id: (who: string) => `Sekarang: ${who}.`, en: (who: string) => `Now: ${who}.` },
  accused_kind: { id: 'Siapa yang dimaksud', en: 'Who is meant' },
  accused_kind_unit: { id: 'Instansi atau unit itu sendiri', en: 'The office or unit itself' },
  accused_kind_head: { id: 'Kepalanya, siapa pun yang menjabat', en: 'Its head, whoever holds the post' },
  accused_kind_person: { id: 'Satu orang di sana', en: 'One person there' },
  accused_kind_outside: { id: 'Orang atau pihak yang tidak punya akun', en: 'Somebody who has no account' },
  accused_office: { id: 'Instansi atau unit', en: 'Office or unit' },
  accused_office_hint: { id: 'Nama lengkap atau nama pendeknya.', en: 'Its full or short name.' },
  accused_person: { id: 'Orangnya', en: 'The person' },
  accused_person_choose: {
    id: 'Pilih orangnya, lalu tetapkan sekali lagi.',
    en: 'Choose the person, then settle again.',
  },
  accused_nobody_there: {
    id: 'Tidak ada yang punya akun di instansi itu. Pilih instansinya, kepalanya, atau pihak tanpa akun.',
    en: 'Nobody there has an account. Choose the office, its head, or somebody without an account.',
  },
  accused_settle: { id: 'Tetapkan', en: 'Settle' },
  accused_done: {
    id: 'Ditetapkan. Mereka tidak dapat membuka laporan ini.',
    en: 'Settled. They cannot open this report.',
  },
  accused_mine_heading: { id: 'Siapa yang Anda laporkan?', en: 'Whom is it about?' },
  accused_mine_hint: {
    id: 'Unit, jabatan, atau nama, satu per baris. Mereka tidak akan bisa membuka laporan ini, dan penangan lain yang menjawab Anda.',
    en: 'A unit, a position or a name, one a line. They will not be able to open this report, and somebody else answers you.',
  },
  accused_mine_so_far: { id: 'Sudah Anda sebut', en: 'Named so far' },
  accused_mine_button: { id: 'Tambahkan', en: 'Add' },
  accused_mine_full: {
    id: (left: number) =>
      `Belum ada yang ditambahkan: satu laporan menyebut paling banyak 20 pihak, dan ${left === 0 ? 'sudah penuh' : `masih ada tempat untuk ${left}`}. Yang tidak tercantum masih bisa membuka laporan ini. ${left === 0 ? 'Laporkan mereka dalam laporan tersendiri.' : 'Sebut kantor mereka sebagai satu pihak, atau yang paling perlu dulu.'}`,
    en: (left: number) =>
      `Nobody was added: a report names at most 20, and ${left === 0 ? 'it is full' : `there is room for ${left}`}. Whoever is not on the list can still open this report. ${left === 0 ? 'Report them in a report of their own.' : 'Name their office as one, or the most important first.'}`,
  },
  accused_mine_long: {
    id: 'Setiap nama paling panjang 300 huruf.',
    en: 'Each name has at most 300 characters.',
  },
  mine_settled_unit: {
    id: (named: string, office: string) =>
      `“${named}” ditetapkan: ${office}. Orang-orang di sana tidak dapat melihat laporan ini.`,
    en: (named: string, office: string) =>
      `“${named}” was settled: ${office}. The people there cannot see this report.`,
  },
  mine_settled_head: {
    id: (named: string, office: string) =>
      `“${named}” ditetapkan: kepala ${office}. Ia tidak dapat melihat laporan ini.`,
    en: (named: string, office: string) => `“${named}” was settled: the head of ${office}, who cannot see this report.`,
  },
  mine_settled_person: {
    id: (named: string) => `“${named}” ditetapkan: seorang petugas. Ia tidak dapat melihat laporan ini.`,
    en: (named: string) => `“${named}” was settled: one of those who work here, who cannot see this report.`,
  },
  mine_settled_outside: {
    id: (named: string) =>
      `“${named}” dianggap bukan orang yang dapat membuka laporan di sini. Jika keliru, sebutkan lagi dengan nama kantor atau jabatannya.`,
    en: (named: string) =>
      `“${named}” is taken for somebody who cannot open reports here. If that is wrong, name them again by their office or post.`,
  },
  understood_unit: {
    id: (named: string, office: string) =>
      `“${named}”: kami pahami sebagai ${office}, dengan semua orang di dalamnya dan di bawahnya, inspektoratnya tidak.`,
    en: (named: string, office: string) =>
      `“${named}”: we take this for ${office}, with everyone in it and below it, but not its inspectorate.`,
  },
  understood_head: {
    id: (named: string, office: string) => `“${named}”: kami pahami sebagai kepala ${office}, siapa pun yang menjabat.`,
    en: (named: string, office: string) =>
      `“${named}”: we take this for the head of ${office}, whoever holds the post.`,
  },
  understood_person: {
    id: (named: string) => `“${named}”: ditetapkan sebagai seorang petugas.`,
    en: (named: string) => `“${named}”: settled as one of those who work here.`,
  },
  understood_outside: {
    id: (named: string) => `“${named}”: dianggap bukan orang yang dapat membuka laporan di sini.`,
    en: (named: string) => `“${named}”: taken for somebody who cannot open reports here.`,
  },
  understood_later: {
    id: (named: string) =>
      `“${named}”: belum jelas siapa yang dimaksud. Itu dipastikan dulu; sampai jelas, laporan ini tidak ada pada instansi yang menjawab.`,
    en: (named: string) =>
      `“${named}”: it is not clear who that is. That is settled first; until then no office that answers has this report.`,
  },
  notifications_to_settle_subject: { id: 'perlu ditetapkan', en: 'somebody is to be settled' },
  notifications_to_settle: {
    id: () =>
      'Pelapor menyebut seseorang yang belum jelas siapa. Tetapkan siapa yang dimaksud; sampai itu tidak ada instansi yang menanganinya.',
    en: () =>
      'The reporter named somebody of whom it is not clear who that is. Settle who is meant; until then no office handles it.',
  },
  mine_done_accused: {
    id: 'Ditambahkan. Mereka tidak bisa membuka laporan Anda. Di bawah “Sudah Anda sebut” tertulis siapa yang kami pahami.',
    en: 'Added. They cannot open your report. Under “Named so far” you read whom we take them for.',
  },
} as const satisfies Words
