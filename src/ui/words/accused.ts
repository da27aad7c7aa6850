import type { Words } from './words.ts'

/** Whom a report is about (terlapor): naming them, settling who they are, and what follows from it. */
export const accusedWords = {
  accused_can_nothing: {
    id: 'tidak dapat menemukan laporan ini, apa pun jabatannya',
    en: 'cannot find this report, whatever post they hold',
  },
  accused_can_know: {
    id: 'dapat tahu laporan ini ada, tetapi tidak dapat membacanya',
    en: 'can know that it exists, but cannot read it',
  },
  accused_can_public: {
    id: 'hanya dapat membaca yang dibaca umum, dan tidak menanganinya',
    en: 'can read only what anyone reads, and cannot handle it',
  },
  accused_whoever: {
    id: (can: string) => `Siapa pun yang Anda laporkan ${can}.`,
    en: (can: string) => `Whoever you report ${can}.`,
  },
  accused_without_name: { id: 'Mereka tidak tahu nama Anda.', en: 'They do not learn your name.' },
  accused_with_name: { id: 'Mereka membaca nama Anda juga.', en: 'They read your name as well.' },
  accused_by_choice: {
    id: (choices: string, can: string) => `${choices}: mereka ${can}.`,
    en: (choices: string, can: string) => `${choices}: they ${can}.`,
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
    id: (can: string) =>
      `Siapa yang Anda tetapkan sejak saat itu ${can}, juga bila kemudian pindah atau naik jabatan. Instansi berarti semua orang di dalamnya dan di bawahnya, inspektoratnya tidak. Bila laporan ada pada mereka, laporan pindah saat itu juga ke penangan terdekat yang tidak dilaporkan; tenggatnya tetap.`,
    en: (can: string) =>
      `From then on, whoever you settle on ${can}, after a transfer or a promotion too. An office means everyone in it and below it, but not its inspectorate. If they have the report, it goes to the nearest office that it is not about; its deadline stays.`,
  },
  accused_for_good: {
    id: 'Ini tidak bisa dibatalkan: siapa yang pernah ditetapkan tetap terlapor. Sampai semua nama jelas, hanya admin nasional, atau yang menggantikannya, memegang laporan ini.',
    en: 'This cannot be undone: whoever was settled on once stays accused. Until every name is settled, the national desk alone has the report, or whoever stands in for it.',
  },
  accused_none: { id: 'Laporan ini tidak menyebut siapa pun.', en: 'This report names nobody.' },
  accused_named: { id: (named: string) => `“${named}”`, en: (named: string) => `“${named}”` },
  accused_now: { id: (who: string) => `Sekarang: ${who}.`, en: (who: string) => `Now: ${who}.` },
  accused_kind: { id: 'Siapa yang dimaksud', en: 'Who is meant' },
  accused_kind_unit: { id: 'Instansi atau unit itu sendiri', en: 'The office or unit itself' },
  accused_kind_head: { id: 'Kepalanya, siapa pun yang menjabat', en: 'Its head, whoever holds the post' },
  accused_kind_person: { id: 'Satu orang di sana', en: 'One person there' },
  accused_kind_outside: { id: 'Orang atau pihak yang tidak punya akun', en: 'Somebody who has no account' },
  accused_kind_same: {
    id: 'Orang yang sama: kunci semua akun dengan nama itu',
    en: 'The same person: lock out all accounts of that name',
  },
  accused_kind_other: { id: 'Orang lain yang namanya sama', en: 'Somebody else of the same name' },
  accused_beside: {
    id: (settled: string, now: string) =>
      `Nama ini sudah ditetapkan: ${settled}. Sekarang ada petugas yang namanya sama${now && `: ${now}`}. Tetapkan: orang yang sama dengan akun lain, atau orang lain?`,
    en: (settled: string, now: string) =>
      `This name was settled: ${settled}. Now somebody on duty is called alike${now && `: ${now}`}. Settle: the same person with another account, or somebody else?`,
  },
  accused_namesakes: { id: 'Akun lain dengan nama yang sama', en: 'Other accounts of the same name' },
  accused_namesakes_all: { id: 'Kunci semuanya', en: 'Lock out all of them' },
  accused_namesakes_all_text: {
    id: 'Mungkin orang yang sama dengan akun lain. Pilih ini bila Anda tidak yakin.',
    en: 'They may be the same person with another account. Choose this when in doubt.',
  },
  accused_namesakes_alone: { id: 'Kunci yang dipilih saja', en: 'Lock out only the one chosen' },
  accused_namesakes_alone_text: {
    id: 'Yang lain pasti orang lain. Mereka dapat menangani laporan ini.',
    en: 'The others are surely others. They can handle this report.',
  },
  accused_namesakes_choose: {
    id: (who: string) => `Namanya sama: ${who}. Pilih siapa yang dikunci, lalu tetapkan sekali lagi.`,
    en: (who: string) => `Called alike: ${who}. Choose who is locked out, then settle again.`,
  },
  accused_office: { id: 'Instansi atau unit', en: 'Office or unit' },
  accused_office_hint: {
    id: 'Nama lengkap atau nama pendeknya. Ketik sebagian, lalu pilih.',
    en: 'Its full or short name. Type part of it, then choose.',
  },
  accused_account_since: { id: (day: string) => `akun sejak ${day}`, en: (day: string) => `account since ${day}` },
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
    id: (can: string) => `Ditetapkan. Mereka ${can}.`,
    en: (can: string) => `Settled. They ${can}.`,
  },
  accused_mine_heading: { id: 'Siapa yang Anda laporkan?', en: 'Whom is it about?' },
  accused_mine_hint: {
    id: (whoever: string) => `Unit, jabatan, atau nama, satu per baris. ${whoever}`,
    en: (whoever: string) => `A unit, a position or a name, one a line. ${whoever}`,
  },
  accused_mine_so_far: { id: 'Sudah Anda sebut', en: 'Named so far' },
  accused_mine_button: { id: 'Tambahkan', en: 'Add' },
  accused_mine_full: {
    id: (left: number) =>
      `Belum ada yang ditambahkan: satu laporan menyebut paling banyak 20 pihak, dan ${left === 0 ? 'sudah penuh' : `masih ada tempat untuk ${left}`}. Yang tidak tercantum masih bisa menangani laporan ini. ${left === 0 ? 'Laporkan mereka dalam laporan tersendiri.' : 'Sebut kantor mereka sebagai satu pihak, atau yang paling perlu dulu.'}`,
    en: (left: number) =>
      `Nobody was added: a report names at most 20, and ${left === 0 ? 'it is full' : `there is room for ${left}`}. Whoever is not on the list can still handle this report. ${left === 0 ? 'Report them in a report of their own.' : 'Name their office as one, or the most important first.'}`,
  },
  accused_mine_long: {
    id: 'Setiap nama paling panjang 300 huruf.',
    en: 'Each name has at most 300 characters.',
  },
  mine_settled_unit: {
    id: (named: string, office: string, can: string) => `“${named}” ditetapkan: ${office}. Orang-orang di sana ${can}.`,
    en: (named: string, office: string, can: string) => `“${named}” was settled: ${office}. The people there ${can}.`,
  },
  mine_settled_head: {
    id: (named: string, office: string, can: string) => `“${named}” ditetapkan: kepala ${office}. Ia ${can}.`,
    en: (named: string, office: string, can: string) => `“${named}” was settled: the head of ${office}. They ${can}.`,
  },
  mine_settled_person: {
    id: (named: string, _office: string, can: string) => `“${named}” ditetapkan: seorang petugas. Ia ${can}.`,
    en: (named: string, _office: string, can: string) =>
      `“${named}” was settled: one of those who work here. They ${can}.`,
  },
  mine_settled_outside: {
    id: (named: string) =>
      `“${named}” dianggap bukan orang yang dapat menangani laporan di sini. Jika keliru, sebutkan lagi dengan nama kantor atau jabatannya.`,
    en: (named: string) =>
      `“${named}” is taken for somebody who cannot handle reports here. If that is wrong, name them again by their office or post.`,
  },
  mine_settled_beside: {
    id: (named: string) =>
      `“${named}”: selain yang sudah ditetapkan, tidak ada orang lain di sini yang Anda maksud. Yang sudah ditetapkan tetap terlapor.`,
    en: (named: string) =>
      `“${named}”: besides whom it was settled as, it means nobody else here. Whoever was settled on stays accused.`,
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
    id: (named: string) => `“${named}”: dianggap bukan orang yang dapat menangani laporan di sini.`,
    en: (named: string) => `“${named}”: taken for somebody who cannot handle reports here.`,
  },
  understood_later: {
    id: (named: string) =>
      `“${named}”: belum jelas siapa yang dimaksud. Itu dipastikan dulu; sampai jelas, laporan ini hanya ada pada admin nasional, atau pada penggantinya bila yang dilaporkan bertugas di sana.`,
    en: (named: string) =>
      `“${named}”: it is not clear who that is. That is settled first; until then only the national desk has this report, or who stands in for it if whoever you report works there.`,
  },
  notifications_to_settle_subject: { id: 'perlu ditetapkan', en: 'somebody is to be settled' },
  notifications_to_settle: {
    id: () =>
      'Pelapor menyebut seseorang yang belum jelas siapa. Tetapkan siapa yang dimaksud; sampai itu tidak ada instansi yang menanganinya.',
    en: () =>
      'The reporter named somebody of whom it is not clear who that is. Settle who is meant; until then no office handles it.',
  },
  mine_done_accused: { id: 'Ditambahkan.', en: 'Added.' },
} as const satisfies Words
