import type { Setting } from '../agencies/setting.ts'
import { acceptOmbudsman } from '../closing/accept-ombudsman.ts'
import { confirmAnswer } from '../closing/confirm-answer.ts'
import { objectToArchive } from '../closing/object-to-archive.ts'
import { reopenReport } from '../closing/reopen-report.ts'
import { withdrawReport } from '../closing/withdraw-report.ts'
import { cleanText, maxTextLength, saysSomething } from '../intake/clean-text.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { readBecomingPublic, type Switches, withoutPieces } from '../secrecy/become-public.ts'
import type { Care } from '../secrecy/before-publishing.ts'
import { lowerSecrecy, raiseSecrecy } from '../secrecy/change-secrecy.ts'
import type { Wish } from '../secrecy/taking-back.ts'
import { redact } from '../secrecy/personal-data/redact.ts'
import type { Vocabulary } from '../ui/words/index.ts'
import { unmergeReport } from '../verification/merge-report.ts'
import { type Effect, effectOf, receiveMessage } from './receive-message.ts'
import { chooseNews, newsChoices, newsDoors } from '../notifications/news.ts'
import { lockReport } from '../report/move.ts'
import { MoveRefused } from '../report/refusals.ts'
import { leftOf, printOfShown, readPresses, redactionsOf, type Values } from './presses.ts'
import { mostAccused, nameAccused } from '../secrecy/name-accused.ts'

export type FormErrors = Record<string, string>
type Words = Vocabulary

/** What was done, as the key of its sentence (`mine_done_…`). */
export type Done = Effect | 'confirm' | 'withdraw' | 'secrecy' | 'hidden' | 'leave' | 'ombudsman' | 'accused' | 'news'

/** `ask`: to be confirmed again first. `show`: what the public would read, again. `change`: the form, with what was typed. */
export type Ready =
  | { kind: 'wrong'; errors: FormErrors }
  | { kind: 'ask'; question: 'withdraw' | 'lower' }
  | { kind: 'show' }
  | { kind: 'change' }
  | { kind: 'do'; work: (tx: Tx, actor: Actor, reportId: string, setting: Setting) => Promise<Done> }

type Action = (values: Values, t: Words) => Ready

/** Sub-resources of a report that its reporter posts to: /laporan/{id}/{name}. */
export const actions: Record<string, Action> = {
  balasan: (values, t) =>
    forThePublic(values, t, (text, care) => async (tx, actor, id, setting) => {
      const effect = effectOf(await lockReport(tx, id), setting)
      await receiveMessage(tx, actor, id, { text, seenSeq: seenIn(values), care }, setting)
      return effect
    }),
  'pembukaan-kembali': (values, t) =>
    forThePublic(values, t, (reason, care) => async (tx, actor, id, setting) => {
      await reopenReport(tx, actor, id, { reason, seenSeq: seenIn(values), care }, setting)
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
    if (names.length > mostAccused) return { kind: 'wrong', errors: { terlapor: t.accused_mine_full(mostAccused) } }
    if (names.some((name) => name.length > 300)) return { kind: 'wrong', errors: { terlapor: t.accused_mine_long } }
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

/** Raising is done at once; lowering asks again, and shows what the public will read. */
function changeSecrecy(posted: Values): Ready {
  const { values, isOnlyShown } = readPresses(posted)
  const lowers = values.get('turunkan')
  if (lowers && (!values.get('yakin') || isOnlyShown)) return { kind: 'ask', question: 'lower' }
  return {
    kind: 'do',
    work: async (tx, actor, id, setting) => {
      const change = switchIn(values)
      if (!lowers) {
        await raiseSecrecy(tx, actor, id, { ...change, ...wishIn(values) }, setting, seenIn(values))
        return change.anonymous ? 'hidden' : 'secrecy'
      } else {
        const [redact, without] = [redactionsOf(values), leftOf(values)]
        const becoming = await readBecomingPublic(tx, setting.rules.keeper, await lockReport(tx, id), change)
        const isShown = values.get('disetujui') === printOfShown(withoutPieces(becoming, redact), without)
        if (!isShown && Object.keys(becoming).length > 0) throw new NotShown()
        const lowering = { ...change, confirmed: true, redact, without, care: 'sure' } as const
        await lowerSecrecy(tx, actor, id, lowering, setting, seenIn(values))
      }
      return 'secrecy'
    },
  }
}

/** Words would become public that its reporter was not shown as they stand now. */
export class NotShown extends Error {
  override name = 'NotShown'
}

/** Which switch the form turns, and how. */
export function switchIn(values: Values): Switches {
  const lowers = values.get('turunkan')
  const name = (lowers ?? values.get('naikkan')) === 'rahasia' ? 'confidential' : 'anonymous'
  return { [name]: !lowers }
}

/** Words that the public may read at once: they are looked at first, unless the reporter has seen them so, or keeps them from the public. */
function forThePublic(posted: Values, t: Words, work: (text: string, care: Care) => Work): Ready {
  const { values, isOnlyShown } = readPresses(posted)
  const read = withText(values, t, (text) => work(redact(text, redactionsOf(values)), careIn(values)))
  if (read.kind === 'wrong') return read
  if (values.get('langkah') === 'ubah') return { kind: 'change' }
  return isOnlyShown ? { kind: 'show' } : read
}

/** What more they take back, and whether they say that the camera's place does not point at them. */
function wishIn(values: Values): Wish {
  const seq = Number(values.get('tarik'))
  return {
    redact: redactionsOf(values),
    without: Number.isInteger(seq) && seq > 0 ? [seq] : [],
    pictures: values.get('foto') === 'tetap' ? 'stay' : undefined,
  }
}

function careIn(values: Values): Care {
  return values.get('pihak') ? 'parties' : values.get('yakin') ? 'sure' : 'ask'
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
