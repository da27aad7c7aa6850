import type { Setting } from '../agencies/setting.ts'
import { acceptOmbudsman } from '../closing/accept-ombudsman.ts'
import { confirmAnswer } from '../closing/confirm-answer.ts'
import { objectToArchive } from '../closing/object-to-archive.ts'
import { reopenReport } from '../closing/reopen-report.ts'
import { withdrawReport } from '../closing/withdraw-report.ts'
import { cleanText, maxTextLength, saysSomething } from '../intake/clean-text.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { lowerSecrecy, raiseSecrecy } from '../secrecy/change-secrecy.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import { unmergeReport } from '../verification/merge-report.ts'
import { type Effect, effectOf, receiveMessage } from './receive-message.ts'
import { chooseNews, newsChoices, newsDoors } from '../notifications/news.ts'
import { lockReport } from '../report/move.ts'
import { MoveRefused } from '../report/refusals.ts'
import { nameAccused } from '../secrecy/name-accused.ts'

export type Values = ReadonlyMap<string, string>
export type FormErrors = Record<string, string>
type Words = Vocabulary

/** What was done, as the key of its sentence (`mine_done_…`). */
export type Done = Effect | 'confirm' | 'withdraw' | 'secrecy' | 'leave' | 'ombudsman' | 'accused' | 'news'

/** `ask`: to be confirmed again first. */
export type Ready =
  | { kind: 'wrong'; errors: FormErrors }
  | { kind: 'ask'; question: 'withdraw' | 'lower' }
  | { kind: 'do'; work: (tx: Tx, actor: Actor, reportId: string, setting: Setting) => Promise<Done> }

type Action = (values: Values, t: Words) => Ready

/** Sub-resources of a report that its reporter posts to: /laporan/{id}/{name}. */
export const actions: Record<string, Action> = {
  balasan: (values, t) =>
    withText(values, t, (text) => async (tx, actor, id, setting) => {
      const effect = effectOf(await lockReport(tx, id), setting)
      await receiveMessage(tx, actor, id, { text, seenSeq: seenIn(values) }, setting)
      return effect
    }),
  'pembukaan-kembali': (values, t) =>
    withText(values, t, (reason) => async (tx, actor, id, setting) => {
      await reopenReport(tx, actor, id, { reason, seenSeq: seenIn(values) }, setting)
      return 'reopen'
    }),
  keberatan: (values, t) =>
    withText(values, t, (reason) => async (tx, actor, id, setting) => {
      await objectToArchive(tx, actor, id, { reason, seenSeq: seenIn(values) }, setting)
      return 'object'
    }),
  penilaian: (values) => ({
    kind: 'do',
    work: async (tx, actor, id, setting) => {
      await confirmAnswer(tx, actor, id, { rating: ratingIn(values), seenSeq: seenIn(values) }, setting)
      return 'confirm'
    },
  }),
  kabar: (values) => changeNews(values),
  kerahasiaan: (values) => changeSecrecy(values),
  pencabutan: (values) =>
    values.get('yakin')
      ? {
          kind: 'do',
          work: async (tx, actor, id, setting) => {
            await withdrawReport(tx, actor, id, setting, seenIn(values))
            return 'withdraw'
          },
        }
      : { kind: 'ask', question: 'withdraw' },
  pemisahan: (values) => ({
    kind: 'do',
    work: async (tx, actor, id, setting) => {
      await unmergeReport(tx, actor, id, setting, seenIn(values))
      return 'leave'
    },
  }),
  terlapor: (values, t) => {
    const names = cleanText(values.get('terlapor') ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(saysSomething)
    if (names.length === 0) return { kind: 'wrong', errors: { terlapor: t.mine_empty } }
    if (names.length > 20 || names.some((name) => name.length > 300))
      return { kind: 'wrong', errors: { terlapor: t.mine_too_long } }
    return {
      kind: 'do',
      work: async (tx, actor, id, setting) => {
        await nameAccused(tx, actor, id, names, setting)
        return 'accused'
      },
    }
  },
  ombudsman: (values) => ({
    kind: 'do',
    work: async (tx, actor, id, setting) => {
      await acceptOmbudsman(tx, actor, id, setting, seenIn(values))
      return 'ombudsman'
    },
  }),
}

/** What was left open is as the account says, and by the usual way. */
function changeNews(values: Values): Ready {
  const news = newsChoices.find((choice) => choice === values.get('kabar')) ?? null
  const by = newsDoors.find((door) => door === values.get('lewat')) ?? null
  return {
    kind: 'do',
    work: async (tx, _actor, id) => {
      if (!(await chooseNews(tx, id, news, by)))
        throw new MoveRefused('nothing_to_change', (await lockReport(tx, id)).stage, [])
      return 'news'
    },
  }
}

/** Raising is done at once; lowering asks again. */
function changeSecrecy(values: Values): Ready {
  const lowers = values.get('turunkan')
  const name = (lowers ?? values.get('naikkan')) === 'rahasia' ? 'confidential' : 'anonymous'
  if (lowers && !values.get('yakin')) return { kind: 'ask', question: 'lower' }
  const change = lowers ? lowerSecrecy : raiseSecrecy
  return {
    kind: 'do',
    work: async (tx, actor, id, setting) => {
      await change(tx, actor, id, { [name]: !lowers, confirmed: true }, setting, seenIn(values))
      return 'secrecy'
    },
  }
}

type Work = Extract<Ready, { kind: 'do' }>['work']

function withText(values: Values, t: Words, work: (text: string) => Work): Ready {
  const text = cleanText(values.get('pesan') ?? '')
  if (!saysSomething(text)) return { kind: 'wrong', errors: { pesan: t.mine_empty } }
  if (text.length > maxTextLength) return { kind: 'wrong', errors: { pesan: t.mine_too_long } }
  return { kind: 'do', work: work(text) }
}

function seenIn(values: Values): number | undefined {
  const seen = Number(values.get('terbaca'))
  return Number.isInteger(seen) && seen > 0 ? seen : undefined
}

function ratingIn(values: Values): number | undefined {
  const rating = Number(values.get('nilai'))
  return Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : undefined
}
