import { nearest } from './near.ts'

/**
 * What a word may be in a wish for secrecy. `never`: jangan; `not`: tidak, a wish only where it is asked for; `tell`: to say or show;
 * `spread`: to make public; `hide`: to keep secret; `shield`: to protect, of a name alone; `self`: what somebody is known by; `whose`: the
 * writer; `all`: what they wrote; `own`: the writer as one word; `ask`: please; `fill`: carries nothing; `print`: to make public where it is said
 * of what they wrote; `put`: the same, with a `place`; `read`: what others shall not; `caught`: found out; `erase`: to take a name away; `that`: yang;
 * `whom`: who in particular shall not know; `be`: to be there; `toward`: in front of them; `idle`: tells nothing, even in a part of its own; `source`: who told it, behind "saya yang"; `leak`: to get out; `involve`: the writer.
 */
export type Sense =
  | 'never'
  | 'not'
  | 'without'
  | 'tell'
  | 'spread'
  | 'hide'
  | 'shield'
  | 'quiet'
  | 'keep'
  | 'self'
  | 'detail'
  | 'kind'
  | 'whose'
  | 'all'
  | 'own'
  | 'ask'
  | 'want'
  | 'know'
  | 'filer'
  | 'who'
  | 'anybody'
  | 'only'
  | 'article'
  | 'why'
  | 'fill'
  | 'and'
  | 'except'
  | 'for'
  | 'other'
  | 'place'
  | 'print'
  | 'put'
  | 'read'
  | 'caught'
  | 'fear'
  | 'erase'
  | 'from'
  | 'that'
  | 'whom'
  | 'be'
  | 'toward'
  | 'idle'
  | 'source'
  | 'leak'
  | 'involve'

const roots = {
  tell: `sebut/nyebut tampil/nampil cantum/ncantum tulis/nulis muat/muat buka/mbuka bongkar/mbongkar bocor/mbocor ungkap/ngungkap
    beritahu/mberitahu beritau/mberitau tunjuk/nunjuk perlihat/mperlihat ketahui/ngetahui cerita/nceritakan bilang/mbilang`,
  spread: `publikasi/mpublikasi publis/mpublis publish/mpublish umum/ngumum sebar/nyebar sebarluas/nyebarluas ekspos/ngekspos
    ekspose/ngekspose posting/mposting tayang/nayang siar/nyiar viral/mviral share/ngeshare`,
  hide: 'rahasia/ngrahasia sembunyi/nyembunyi samar/nyamar anonim/nganonim sensor/nyensor inisial/nginisial',
  shield: 'lindung/nlindung tutup/nutup jaga/njaga',
} as const

/** With di-, me-, ke- and -kan, -i, -in; the bare root only where it is a word for it. */
function formsOf(list: string): string[] {
  return list.split(/\s+/).flatMap((pair) => {
    const [root = ''] = pair.split('/')
    const ends = ['', 'kan', 'i', 'in'].map((end) => root + end)
    return [...ends, ...ends.map((word) => `di${word}`)]
  })
}

const english = {
  tell: 'mention mentioned mentioning disclose disclosed reveal revealed show shown tell display displayed print printed expose exposed',
  spread: 'publish published publishing share shared post posted publicize publicized publicise public',
  hide: 'confidential hidden anonymous hide undisclosed',
  shield: 'protect',
}

const few: Record<Sense, string> = {
  never:
    'jangan jgn jng jgan jangn jangam jan jgnlah janganlah jangankan dont donot never gausah gakusah gaboleh gamau',
  not: 'tidak tdk tak gak ga gk g nggak ngga nggk enggak engga kagak ndak nda ora bukan bkn not',
  without: 'tanpa tnp without',
  tell: `${formsOf(roots.tell)
    .filter((word) => word !== 'umum')
    .join(' ')} ${english.tell} sbut disbut nyebut nyebutin menyebut menyebutkan menampilkan
    mencantumkan menulis nulis membuka membocorkan ngebocorin mengungkap mengungkapkan memberitahu memberitahukan menunjukkan ngasih dikasih
    memuat menceritakan keluar muncul terlihat kelihatan nampak terekspos tersebar terbongkar dikeluarkan pakai pake dipakai dipake catut bawa dibawa blg bilangin dibilang kasihtahu kasitau kasihtau`,
  spread: `${formsOf(roots.spread)
    .filter((word) => !['umum', 'umumi', 'publis', 'viral', 'siar', 'siari', 'tayang'].includes(word))
    .join(' ')} ${english.spread}
    dipublis dipublikasi mempublikasikan mengumumkan menyebarkan menyebarluaskan memposting diupload upload diviralkan terpublikasi`,
  hide: `${formsOf(roots.hide).join(' ')} ${english.hide} dirahasiain rahasiain dirahasiakn merahasiakan kerahasiaan rhs rahsia rahsiakan dirhsiakan`,
  shield: `lindungi dilindungi perlindungan tutupi ditutupi jaga dijaga amankan diamankan blur diblur ${english.shield}`,
  quiet: 'secret private',
  keep: 'keep treat stay remain kept treated',
  self: 'nama nm namaku identitas identitasku identitasny jatidiri privasi privasiku privacy name identity',
  detail: 'data nomor nomer nmr no alamat akun hp number address',
  kind: 'lengkap asli hp telepon telp telpon wa whatsapp diri jati pribadi rumah kontak ktp nik handphone seluler phone',
  whose: 'saya sy sya saia aku ak gue gw gua ane kami pelapor pengadu pengirim penulis my me our',
  all: `laporan laporanku lap aduan aduanku pengaduan keluhan keluhanku pesan sms isi kiriman tulisan surat curhat curhatan report complaint
    message`,
  own: 'pelapor pelapornya privasi privasiku privacy namaku identitasku nomorku dataku alamatku akunku',
  ask: 'mohon mhn mohn tolong tlg tolng tlong minta mnta harap hrp please pls plis bisa bisakah bolehkah harapannya dimohon dimohonkan semoga',
  want: 'mau mo ingin pengen pengin pingin rela bersedia berkenan usah perlu prlu boleh blh setuju izin izinkan ijinkan suka want do must should may to wish',
  know: 'tahu tau ketahuan diketahui ketauan bilang blg cerita ceritakan ngomong know knows',
  filer:
    'lapor melapor laporkan melaporkan ngelapor ngelaporin mengadu adukan mengadukan ngadu lapornya reported wrote',
  who: 'siapa sapa who',
  anybody:
    'org siapapun siapasiapa orang publik umum masyarakat warga netizen anyone anybody everyone media medsos internet luar',
  only: 'hanya cuma cuman sekadar sekedar selalu lupa ragu only just',
  article: 'the a in of on',
  why: 'kenapa knp mengapa kok why',
  fill: `agar supaya spy untuk utk biar demi ya yah yaa dong donk deh nih saja aja sj dan dgn dengan sangat di ke oleh kepada pada bahwa sebagai
    secara bersifat sifatnya sampai smpai sampe smpe smp apa yang yg ini itu nya juga be is am as it this that any am i am not need kasih kasi beri
    kalau kl karena krn takut juga jg jgk jga tadi pak bapak bpk ibu bu mas mbak min admin terima kasih makasih siap apapun dalam lebih tetap`,
  and: 'dan n serta lalu tapi tetapi sekaligus plus and but',
  except: 'selain kecuali except',
  for: 'untuk utk buat for',
  other: 'lain lainnya laen pihak konsumsi',
  place:
    'web website situs laman internet medsos sosmed media koran berita online facebook fb twitter instagram ig tiktok youtube grup',
  print: `muat dimuat memuat muatkan dimuatkan tampil tampilkan ditampilkan menampilkan terbitkan diterbitkan menerbitkan unggah diunggah
    mengunggah pajang dipajang`,
  put: 'pasang dipasang taruh ditaruh taroh ditaroh masukkan dimasukkan masukin dimasukin naikkan dinaikkan',
  read: 'baca dibaca membaca terbaca ngebaca lihat dilihat melihat liat diliat read see seen',
  caught: 'ketahuan ketauan',
  fear: 'takut takutnya khawatir kuatir',
  erase: 'hapus hapuskan dihapus dihapuskan hilangkan dihilangkan ilangin hilangin',
  from: 'dari dr dri from',
  that: 'yang yg',
  whom: `lurah kades camat kadus rt rw bupati gubernur walikota wali kota kepala desa sekolah kepsek guru dinas kadis tetangga atasan pimpinan bos
    bosku polisi mereka dia puskesmas kecamatan kelurahan bidan majikan kepling`,
  be: 'ada sama ama sm the',
  toward: 'dari dr dri oleh kepada kpd ke sama ama sm terhadap',
  idle: `pak bapak bpk bapa ibu bu mas mbak min admin maaf halo ya yah yaa dong donk deh nih saja aja sj dan terima kasih makasih mohon mhn tolong tlg please
    pls plis harap kalau kl kalo bisa boleh mau agar supaya spy biar demi karena krn takut takutnya khawatir`,
  involve: 'libatkan dilibatkan melibatkan seret diseret',
  leak: 'bocor bocorkan dibocorkan bocorin dibocorin',
  source:
    'cerita ceritakan bercerita kasihtahu kasitau kasihtau info infokan ngasih kasih kasi beri sampaikan menyampaikan bilang blg ngomong',
}

const exact = new Map<string, Set<Sense>>()
for (const [sense, list] of Object.entries(few) as [Sense, string][])
  for (const word of list.split(/\s+/)) exact.set(word, (exact.get(word) ?? new Set()).add(sense))

const asWritten = new Set(`${few.whom} ${few.erase}`.split(/\s+/))

/** Long enough that a wrong letter or two is still this word; an office or a person is meant only as written. */
const long = Map.groupBy(
  [...exact.keys()].filter((word) => word.length >= 7 && !asWritten.has(word)),
  (word) => word[0] ?? '',
)
/** Real words that are near to one of them. */
const others = new Set(
  `disebabkan menyebabkan penyebab dibuktikan dibebankan dilindas mendirikan disediakan disampaikan menampung ditampung dibuatkan dibukakan
  disebrang diseberang disebelah sebagian pelayan pelapis pengadaan pengabdian pengirim penulisan kendaraan keluarga keluaran keluhan laporin pelopor
  terlibat dibiarkan biarkan membiarkan ditawarkan tawarkan menawarkan terbang tersebut tertulis tersebar dipotong dipakaikan masyarakat diterima pribadi penduduk ditunjuk ditutup ditertibkan menertibkan dimaksudkan dimudahkan membawa membara terbawa dilipat`.split(
    /\s+/,
  ),
)
const none: ReadonlySet<Sense> = new Set()

/** All that a word may be; one wrong letter of seven is forgiven, two of nine. */
export function sensesOf(written: string): ReadonlySet<Sense> {
  const typed = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/(?<=\p{L}{3})2$/u, '')
  const word = typed.replace(/(\p{L})\1{2,}/gu, '$1')
  const found = exact.get(word) ?? exact.get(word.replace(/(?:nya|lah|ny)$/, ''))
  if (found) return found
  if (word.length < 6 || others.has(word)) return none
  const most = (meant: string) => (meant.length >= 9 ? 2 : 1)
  const near = nearest(word, long.get(word[0] ?? '') ?? [], most)
  return near.length > 0 ? new Set(near.flatMap(({ word: meant }) => [...(exact.get(meant) ?? none)])) : none
}
