import { ask, asksWhetherDone, awaiting, isPolite, nearest, type Said, saysOnly } from './said.ts'
import type { OwnReport, Secrecy, Understood } from './understood.ts'
import { forbidsStop, wantsSilence } from './silence.ts'
import { wantsWithdrawal } from './withdraw.ts'
import { agreesAndStops } from './says-two-things.ts'
import { secrecyAlone, wishesBeside, withoutWishes } from './wish-beside.ts'
import {
  address,
  type Command,
  companions,
  content,
  everything,
  meanwhile,
  numerals,
  repairing,
  thanks,
} from './words.ts'

/** Messages that are a command and nothing else: STOP, MULAI, BANTUAN, CABUT, CEK, NILAI 4, RAHASIA, ANONIM, or only a tracking ID. */
export function saysOneThing(said: Said): Understood | undefined {
  const says = (command: Command) => saysOnly(said.bare, command, companions[command])
  if (forbidsStop(said)) return ask('what_happened')
  const stop = agreesAndStops(said)
  if (stop) return stop
  if (wantsSilence(said) || (says('stop') && !said.id && !said.asks)) return { kind: 'stop' }
  if (says('start') && !said.id) return { kind: 'start' }
  if (says('help') && !said.id) return { kind: 'help' }
  // Silence is for a number, not for one report: what stops is told, and nothing is stopped.
  if ((['stop', 'start', 'help'] as const).some(says) && said.id?.whose === 'own') return { kind: 'help' }
  const withdrawal = wantsWithdrawal(said)
  if (withdrawal) return withdrawal
  const unknown = numberAsked(said)
  if (unknown) return ask('no_such_report', unknown)
  if (isStatus(said)) return status(said)
  const secrecy = secrecyAlone(said)
  // "bisa nama saya tidak disebut?" asks politely; "rahasia?" asks what that is.
  if (secrecy && (!said.asks || wishesBeside(said.bare).what.length > 0)) return raise(said, secrecy)
  return onlyStars(said)
}

function isStatus(said: Said): boolean {
  const { bare, id } = said
  if (saysOnly(bare, 'check', companions.check) || asksWhenDone(said)) return true
  const isAbout =
    bare.some(({ word }) => /^(laporan|aduan|pengaduan|keluhan)/.test(word)) || (id && id.whose !== 'nobody')
  const isQuestion = bare.some(({ word }) => companions.check?.has(word))
  const isTold = !isQuestion && !said.asks && bare.some(({ means }) => means === 'done')
  return (
    Boolean(isAbout) &&
    !isTold &&
    bare.every(
      ({ word, means }, at) =>
        isPolite(word) || isMeanwhile(word) || means === 'check' || (word === 'ya' && isQuestion && at > 0),
    ) &&
    !isOnlyThanks(bare)
  )
}

/** "CEK 12345": what was meant for a number, as long as none of ours. "cek rt4" and "cek lampu2" are words. */
function numberAsked({ id, bare }: Said): string | undefined {
  const asked = bare.filter(({ word, means }) => !isPolite(word) && means !== 'check')
  const [number, ...more] = asked.map(({ typed }) => typed)
  if (id || !number || more.length > 0 || asked.length === bare.length) return undefined
  if (!bare.some(({ means }) => means === 'check') || /^(?:rt|rw|no|gg|km|jl)\d|^\p{L}+2$/u.test(number))
    return undefined
  return /^(?=.*\d)[a-z\d]{3,}$/.test(number) ? number.toUpperCase() : undefined
}

function isMeanwhile(word: string): boolean {
  return meanwhile.has(word) || Boolean(companions.check?.has(word))
}

/** "sudah beres belum", and of who has filed something "kapan diperbaiki". */
function asksWhenDone({ bare, own }: Said): boolean {
  const asks = asksWhetherDone(bare) || (own.length > 0 && bare.some(({ word }) => word === 'kapan'))
  const says = ({ word, means }: Said['bare'][number]) =>
    isPolite(word) || isMeanwhile(word) || repairing.has(word) || word === 'ya' || means === 'done' || means === 'not'
  return asks && bare.every(says)
}

function isOnlyThanks(bare: Said['bare']): boolean {
  return bare.some(({ word }) => isPolite(word)) && !bare.some(({ word }) => companions.check?.has(word))
}

function status({ id }: Said): Understood {
  if (id?.whose === 'nobody') return ask('no_such_report', id.id)
  if (!id) return { kind: 'status' }
  return { kind: 'status', trackingId: id.whose === 'own' ? id.report.trackingId : id.id }
}

/**
 * RAHASIA without a number is about the only report that is open; of several we ask which, and RAHASIA SEMUA is about all. Where none is open it is about the
 * one that ended lately, which is as public as it was.
 */
export function raise({ id, own, bare }: Said, what: Secrecy): Understood {
  if (id && id.whose !== 'own') return ask('no_such_report', id.id)
  if (id) return { kind: 'raise', trackingId: id.report.trackingId, what }
  const isAll = bare.some(({ word }) => everything.has(word))
  if (isAll) return own.length > 0 ? { kind: 'raise_all', what } : ask('no_such_report')
  // It is for the report that comes next: we ask for it, and remember. In "saya yang lapor" LAPOR commands nothing.
  if (own.length === 0 || withoutWishes(bare).some(({ means }) => means === 'file')) return ask('what_happened')
  const [report, ...others] = nearest(own)
  return report && others.length === 0 ? { kind: 'raise', trackingId: report.trackingId, what } : ask('which_or_all')
}

/** NILAI 4, "bintang 4", "4 bintang", "nilai 4/5". */
function onlyStars(said: Said): Understood | undefined {
  const { bare } = said
  const numbers = bare.map(({ word }) => word).filter(isNumber)
  if (!saysOnly(bare, 'rate', new Set([...numbers, ...content, ...giving]))) return starsAlone(said)
  const isNumbered = said.id !== undefined && said.id.whose !== 'own'
  const rating = ratingIn(said)
  if (rating || isNumbered) return rate(said, rating ?? 0)
  return bare.some(({ means }) => means === 'rate') ? { kind: 'help' } : undefined
}

/** Stars, 1–5, of the one report that was answered, or that was closed last; too early, it is told how that one stands. */
export function rate({ id, own }: Said, rating: number): Understood {
  if (id && id.whose !== 'own') return ask('no_such_report', id.id)
  const ripe = [...awaiting(own, 'judgement'), ...closedLast(own)]
  const report: OwnReport | undefined = id?.report ?? (ripe.length === 1 ? ripe[0] : undefined)
  if (report) return { kind: 'rate', trackingId: report.trackingId, rating }
  const [early] = [...awaiting(own, 'details'), ...own.filter(({ open }) => open)]
  if (ripe.length === 0 && early) return { kind: 'status', trackingId: early.trackingId }
  return ask(ripe.length > 1 ? 'which_report' : 'no_such_report')
}

const giving = 'dari beri kasih kasi memberi berikan kukasih kuberi'.split(' ')
const besideStars = new Set([...giving, ...address, ...thanks, 'saya', 'sy', 'aku', 'kami'])

/** "5", "lima", "saya kasih 4", after YA: we asked for stars, and nothing else of theirs waits for an answer. */
function starsAlone(said: Said): Understood | undefined {
  const { bare, id, own, asks } = said
  const report = own.find(({ starsAsked }) => starsAsked)
  const rating = ratingIn(said)
  const isAlone = bare.every(({ word }) => isNumber(word) || besideStars.has(word))
  if (!report || !rating || !isAlone || id || asks || own.some(({ awaits }) => awaits)) return undefined
  return { kind: 'rate', trackingId: report.trackingId, rating }
}

/** YA is answered with "Balas NILAI …": what was closed long ago is not meant. All of them where nobody knows when. */
function closedLast(own: readonly OwnReport[]): OwnReport[] {
  const closed = own.filter(({ open, awaits }) => !open && !awaits)
  const [last] = closed
    .filter(({ closedAt }) => closedAt)
    .sort((one, other) => Number(other.closedAt) - Number(one.closedAt))
  return last ? [last] : closed
}

/** 1 to 5 stars, also "4/5" and "4 dari 5"; undefined where no such number or another one is said. */
export function ratingIn({ bare }: Pick<Said, 'bare'>): number | undefined {
  const [rating = '', of, ...more] = bare.map(({ word }) => word).filter(isNumber)
  const stars = numerals.get(rating) ?? Number(rating)
  return more.length === 0 && (!of || of === '5') && stars >= 1 && stars <= 5 ? stars : undefined
}

export function isNumber(word: string): boolean {
  return /^\d+$/.test(word) || numerals.has(word)
}
