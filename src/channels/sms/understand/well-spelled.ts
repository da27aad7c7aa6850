import { typos } from './near.ts'
import { forgiven } from './words.ts'
import { wordSet } from './word-set.ts'

/** How the words of thanks, waiting and good wishes are shortened on a telephone. */
const short = new Map(
  Object.entries({
    makasih:
      'nakasih mksi mkasi maksi maacih makaci makacih macih makaseh tengkyu tengkiu tenkyu tnx thanx thanku nuhun syukron',
    terimakasih: 'trmks trmksi trmakasi trimaks',
    trims: 'trimz trms',
    banyak: 'byk bnyk bnyak banyk bayak',
    ditunggu: 'dtunggu dtnggu ditnggu dtngg ditngg ditggu dtggu',
    tunggu: 'tnggu tngg tungu tgu tngu',
    alhamdulillah: 'hamdalah hamdulillah alhmdlh',
    amin: 'aamiin amiin aamin amien ameen aminn',
    cepat: 'cpt cpet',
    semoga: 'smoga moga moga2 mudah2an mudahan',
  }).flatMap(([meant, ways]) => ways.split(' ').map((way) => [way, meant] as const)),
)

/** Consonants that no other word has: "mksih", "trmakash", "alhmdllh". */
const bones = new Map([
  ['mksh', 'makasih'],
  ['trmksh', 'terimakasih'],
  ['lhmdlh', 'alhamdulillah'],
])

/** So long that a wrong letter, in the longest two, makes no other word of them. */
const long = ['makasih', 'terimakasih', 'trimakasih', 'alhamdulillah', 'ditunggu']
const mostTypos = (meant: string) => (meant.length < 9 ? 1 : 2)

/** "masij", "datnga": of what is still so, and who came. */
const misspelt = new Map(
  Object.entries({
    masih: 'masij masi masihh massih maisih maish mashi msih masig maaih',
    datang: 'datnga datan dtang dateng datamg daatng datag datanh',
    belum: 'belumm belim blum belun',
  }).flatMap(([meant, ways]) => ways.split(' ').map((way) => [way, meant] as const)),
)

/** As near, and words of their own. Of 38,000 words in 9,000 complaints the rules take no other for what it is not. */
const others = wordSet('masih kasih ditunggui ditunggak makasar')

const receiving = wordSet('terima trima trm trma trimah terimah terma terim tarima')
const giving = wordSet('kasih ksh ksih kasi kash kasig')

/**
 * The word as it is rightly written, where it is one of thanks, waiting or a good wish, shortened or mistyped: they say the same however they are typed.
 * Any other word stays as it is.
 * @param before its neighbours: "trm" and "ksh" are thanks beside each other alone
 */
export function wellSpelled(word: string, before = '', after = ''): string {
  if (giving.has(after) && isReceiving(word)) return 'terima'
  if (giving.has(word) && receiving.has(before)) return 'kasih'
  if (others.has(word) || forgiven.includes(word)) return word
  const meant = short.get(word) ?? misspelt.get(word) ?? bones.get(bonesOf(word))
  return (
    meant ?? long.find((one) => word[0] === one[0] && isAsLong(word, one) && typos(word, one) <= mostTypos(one)) ?? word
  )
}

/** "teria kasih", "tteima kasih". */
function isReceiving(word: string): boolean {
  return receiving.has(word) || (word.length >= 4 && word.length <= 8 && typos(word, 'terima') <= 2)
}

function isAsLong(word: string, meant: string): boolean {
  return Math.abs(word.length - meant.length) <= mostTypos(meant)
}

function bonesOf(word: string): string {
  return word.replace(/[aiueo]/g, '').replace(/(\p{L})\1+/gu, '$1')
}
