import { seal } from '../platform/seal.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { contactOf, type Recipient } from './addresses.ts'
import { queueMessages } from './queue-messages.ts'
import { recipientsOf } from './recipients.ts'
import type { Template } from './table.ts'
import { timeKept } from '../report/time-kept.ts'
import { readReport } from './tell.ts'
import type { TellDeps } from './tell-deps.ts'
import { tellOne } from './tell-one.ts'

/**
 * What follows from a step of break-glass, as it stands now: those who may decide hear of a request, whoever asked hears of the
 * decision, the reporter hears that something was opened; and where a box waits for an identity, it is sealed into it.
 * @param n number of the opening among the report's
 */
export async function followOpening(deps: TellDeps, reportId: string, n: number): Promise<void> {
  const now = deps.now()
  await as(deps.db, system, async (tx) => {
    const opening = await tx
      .selectFrom('casework.opening')
      .select(['what', 'asked_by', 'decision', 'ends_at', 'public_key', 'sealed'])
      .where('report_id', '=', reportId)
      .where('n', '=', n)
      .executeTakeFirst()
    const report = await readReport(tx, reportId)
    if (!opening || !report) return
    const { asked_by, decision, ends_at, public_key, sealed } = opening
    const { pair } = deps
    const say = (template: Template) => (to: Recipient) => ({
      to,
      template,
      dedupe: `opening ${reportId} ${n} ${template} ${to.person}`,
    })
    const colleagues = [
      ...(await recipientsOf(tx, pair, report, 'desk', now)),
      ...(await recipientsOf(tx, pair, report, 'supervisors', now)),
    ]
    const isAsker = ({ accountId }: Recipient) => accountId === asked_by
    const messages = decision
      ? [
          ...colleagues.filter(isAsker).map(say('opening_decided')),
          ...(await recipientsOf(tx, pair, report, 'reporter', now)).map(say('opening_noted')),
        ]
      : colleagues.filter((to) => !isAsker(to)).map(say('opening_asked'))
    await queueMessages(tx, pair, messages, timeKept(report, now))
    if (public_key && !sealed && ends_at && now < ends_at) await sealFor(tx, deps, reportId, n, public_key)
  })
}

/** The reporter hears that their ledger has a new line: publication is held back. */
export async function tellEmbargo(deps: TellDeps, reportId: string, n: number): Promise<void> {
  await tellOne(deps, reportId, 'reporter', 'opening_noted', `embargo ${reportId} ${n}`)
}

/** One seal for each pair: a page asked for again brings a new one, and the box is empty again. */
async function sealFor(tx: Tx, { pair }: TellDeps, reportId: string, n: number, publicKey: Buffer) {
  const contact = await contactOf(tx, pair, reportId)
  await tx
    .updateTable('casework.opening')
    .set({ sealed: seal(publicKey, JSON.stringify(contact)) })
    .where('report_id', '=', reportId)
    .where('n', '=', n)
    .where('public_key', '=', publicKey)
    .execute()
}
