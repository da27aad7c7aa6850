import { isPolite, type Said, saysOnly } from './said.ts'
import { companions, forbidding, refusing } from './words.ts'
import { wordSet } from './word-set.ts'

const news = wordSet(
  'sms smsnya pesan pesannya notifikasi notif notifnya kabar kiriman email emailnya mail surel surelnya dm',
)
const sending = wordSet(
  'kirim kirimi kirimin kirimkan ngirim mengirim mengirimkan dikirim dikirimi terima nerima menerima dapat dpt hubungi ganggu diganggu',
)
const wanting = wordSet('mau mo ingin pengen pengin usah perlu')
const ending = wordSet(
  'lagi terus terusan melulu ke kepada hp nomer nya dari sudah cukup ya dengan dong sini semua segala',
)

/** "jangan berhenti kirim sms", "tidak stop"; "jangan kirim sms lagi, stop" is STOP. */
export function forbidsStop({ bare }: Said): boolean {
  const stop = bare.findIndex(({ might }) => might.includes('stop'))
  const before = bare.slice(0, Math.max(0, stop)).map(({ word }) => word)
  const isForbidden = before
    .slice(before.lastIndexOf('lagi') + 1)
    .some((word) => forbidding.has(word) || refusing.has(word))
  const others = bare.filter(({ word }) => !forbidding.has(word) && !refusing.has(word))
  return isForbidden && saysOnly(others, 'stop', companions.stop)
}

/** "jangan kirim sms terus", "saya tidak mau terima sms lagi", "stop sms nya": STOP in words of every day, and nothing else. */
export function wantsSilence({ bare, id, asks }: Said): boolean {
  const told = bare.filter(({ word }) => !isPolite(word) || sending.has(word) || wanting.has(word))
  const at = (is: (one: Said['bare'][number]) => boolean) => told.findIndex(is)
  const [never, no, want, stop] = [
    at(({ word }) => forbidding.has(word)),
    at(({ word }) => refusing.has(word)),
    at(({ word }) => wanting.has(word)),
    at(({ means }) => means === 'stop'),
  ]
  const isKnown = told.every(
    ({ word, means }) =>
      means === 'stop' || [news, sending, wanting, ending, forbidding, refusing].some((some) => some.has(word)),
  )
  const isOfNews = told.some(({ word }) => news.has(word))
  const refuses = never >= 0 ? no < 0 && stop < 0 : no >= 0 && want === no + 1 && stop < 0
  return !id && !asks && isKnown && isOfNews && (refuses || (stop >= 0 && never < 0 && no < 0))
}
