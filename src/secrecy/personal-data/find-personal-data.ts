import { inAnyCase } from '../../platform/in-any-case.ts'
import type { Role } from '../../report/actor.ts'
import { seen } from '../../accounts/read-through.ts'
import { findCalledNames } from './called-names.ts'
import { type Find, findsOf, withoutOverlaps } from './find.ts'
import { isOfficesOwn } from './mailboxes.ts'
import { findGivenNames, findNames } from './names.ts'
import { findAccounts, findEmails, findHandles, findMobiles, findNiks, findPhones, findPlates } from './numbers.ts'
import { findOwnAddresses } from './own-address.ts'
import { findPoints } from './points.ts'

/** A house: a street with a number, a home, "alamat: …". A street or a neighbourhood alone is where the trouble is. */
const house =
  /(?<![\p{L}\p{N}])(?:(?:jl|jln|jalan|gang|gg)\b\.?[ ]+[^\n,.;]{2,40}?[ ,]+(?:no|nomor|nmr|blok)\b\.?[ ]*\w{1,6}|(?:rumah|kediaman)[ ]+(?:di[ ]+)?(?:no|nomor|blok)\b\.?[ ]*\w{1,6}|alamat(?:nya)?[ ]*:[ ]*[^\n]{3,60})/dgiu

/**
 * The same without the word for a number: "Jl. Amabi 12". What is counted there, a day, an hour or a kilometre is none, so behind it the
 * phrase must end or go on as an address does.
 */
const numbered = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:${inAnyCase('jl|jln|jalan|gang|gg')})\\b\\.?[ ]+`,
    `(?:(?!(?:${inAnyCase('km|rt|rw|gang|gg|tahap|po|box|nasional|tol|lantai|jalur|lajur')})(?!\\p{L}))\\p{Lu}[\\p{L}.'’]*[ ]+){1,4}`,
    `(?!(?:19|20)\\d\\d\\b)\\d{1,4}(?:[ ]?-[ ]?\\d{1,4}|[A-Da-d])?`,
    `(?=[ ]?(?:[,;:)!?]|\\.(?!\\d)|\\n|$)|[ ]+(?:${inAnyCase('rt|rw|kel|kelurahan|desa|kec|kecamatan|sudah|telah|besok|kemarin|untuk|pada|yang|dan|milik|tempat')})(?!\\p{L}))`,
  ].join(''),
  'dgu',
)

/**
 * What in a text about to be published could point at a private person, in reading order: population numbers, phones,
 * e-mail, vehicle plates, accounts, names, and where its writer lives. Finds too little and too much: a person looks at each (figures in docs/decisions).
 */
export function findPersonalData(text: string): Find[] {
  return withoutOverlaps([
    ...findNiks(text),
    ...findAccounts(text),
    ...findPhones(text),
    ...findEmails(text),
    ...findPlates(text),
    ...findNames(text),
    ...findOwnAddresses(text),
  ])
}

/**
 * What is asked about once before words of an office are published. Telephones and mailboxes are not: an office's own are nobody's
 * secret, and what reaches one person is stopped anyway (letting-words-out.ts); "alamat kami" is the office's.
 */
export function findInOfficeWords(text: string): Find[] {
  return findPersonalData(text).filter(({ kind }) => kind !== 'phone' && kind !== 'email' && kind !== 'address')
}

/**
 * What is marked where such words are shown before they are published, so that one press takes it out: telephones too, for a landline may be
 * somebody's at home. It is not for them that the words are shown, and an office's own mailbox is none.
 */
export function findReadByAll(text: string): Find[] {
  return findPersonalData(text).filter(
    ({ kind, start, end }) => kind !== 'email' || !isOfficesOwn(text.slice(start, end)),
  )
}

/** In what was said in a thread: a reporter's words are looked at like the report's, an office's as when it wrote them. */
export function findInWordsOf(role: Role, text: string): Find[] {
  return role === 'reporter' ? findPersonalData(text) : findInOfficeWords(text)
}

/**
 * Whatever could name or reach anybody at all, any given name among it, or says to the metre where they stood: for words about a report whose reporter hides. In reading
 * order.
 */
export function findSomebody(text: string): Find[] {
  const finds = [
    ...findPersonalData(text),
    ...findNames(text, true),
    ...findGivenNames(text),
    ...findCalledNames(text),
    ...findHandles(text),
    ...[house, numbered].flatMap((pattern) => findsOf(text, 'address', pattern)),
    ...findPoints(text),
  ]
  return withoutOverlaps(
    finds.filter(({ kind, start, end }) => kind !== 'email' || !isOfficesOwn(text.slice(start, end))),
  )
}

/**
 * Whether words of an office look as if they named or reached anybody at all. Asked where nobody may guess who the reporter
 * is: whatever could be a guess is held back, right or wrong, so that holding back tells nothing.
 */
export function looksLikeSomebody(text: string): boolean {
  return findSomebody(seen(text)).length > 0
}

/**
 * Whether words hold what reaches one person: a population number, a mobile phone, a mailbox that is no office's. Stopped in every
 * answer of an office, right or wrong: whose number was given with a report is not to be found out by trying.
 */
export function reachesSomebody(words: string): boolean {
  const text = seen(words)
  return (
    findNiks(text).length + findMobiles(text).length > 0 ||
    findEmails(text).some(({ start, end }) => !isOfficesOwn(text.slice(start, end)))
  )
}
