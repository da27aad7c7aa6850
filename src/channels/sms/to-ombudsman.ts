import { acceptOmbudsman } from '../../closing/accept-ombudsman.ts'
import type { SmsAlone, SmsAnswer } from '../../notifications/table.ts'
import { allowedMoves, type Stage } from '../../report/lifecycle.ts'
import { raiseWished } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from './acting.ts'
import { asReporter } from './as-reporter.ts'
import { typos } from './understand/near.ts'
import { withoutWishes } from './understand/wish-beside.ts'
import type { Word } from './understand/read-words.ts'
import { isPolite, readMessage } from './understand/said.ts'

/** Beside OMBUDSMAN they consent; any other word, and every NOT, makes it a message as any other. */
const consenting = new Set(
  `ya iya yes ok oke baik setuju serahkan diserahkan menyerahkan bawa dibawa teruskan diteruskan lanjutkan ke kepada pada mau
    bersedia silakan silahkan boleh saja aja dan balas`.split(/\s+/),
)

/**
 * OMBUDSMAN, "ya, serahkan ke ombudsman": the consent to the offer that stands after 60 days; only that hands a report over (domain,
 * section 6). Where no offer stands it is said so. What is asked to be hidden beside it is hidden first.
 * @returns undefined for every message that says anything else
 */
export async function toOmbudsman(from: FromSender, text: string): Promise<Acted<SmsAnswer | SmsAlone> | undefined> {
  const { tx, own, setting } = from
  const { id, bare, asks } = readMessage(text, [], own)
  const words = withoutWishes(bare)
  if (own.length === 0 || (id && id.whose !== 'own') || !words.some(isOmbudsman) || !words.every(isConsent))
    return undefined
  const rows = await tx
    .selectFrom('casework.report')
    .select(['id', 'stage', 'ombudsman_offered_at', 'ombudsman_at'])
    .where(
      'id',
      'in',
      own.map((report) => report.id),
    )
    .orderBy('filed_at', 'desc')
    .execute()
  const meant = id ? rows.filter((row) => own.some((report) => report === id.report && report.id === row.id)) : rows
  const offered = meant.filter(({ stage, ombudsman_offered_at, ombudsman_at }) => {
    return ombudsman_offered_at && !ombudsman_at && allowedMoves(stage as Stage, 'reporter').includes('escalate')
  })
  const [report, ...others] = offered
  if (report && (asks || others.length > 0)) return { outcome: 'command', say: { template: 'ombudsman_which' } }
  const [only] = meant.length === 1 ? meant : offered
  if (words.length < bare.length) {
    if (!only) return undefined
    await asReporter(tx, only.id, { outcome: 'reply' }, (actor) => raiseWished(from, actor, only.id, text))
  }
  const given = { template: 'ombudsman_given' } as const
  if (report) {
    const acted = await asReporter(tx, report.id, { outcome: 'reply' }, (actor) =>
      acceptOmbudsman(tx, actor, report.id, setting),
    )
    return acted.say ? acted : { ...acted, say: given }
  }
  const [before] = [...meant.filter(({ ombudsman_at }) => ombudsman_at), ...meant]
  const say = before?.ombudsman_at ? given : ({ template: 'ombudsman_not_yet' } as const)
  return { outcome: 'command', reportId: before?.id, say }
}

function isOmbudsman({ word }: Word): boolean {
  return word.length > 6 && typos(word, 'ombudsman') <= 2
}

function isConsent(one: Word): boolean {
  return isOmbudsman(one) || isPolite(one.word) || consenting.has(one.word) || one.means === 'yes'
}
