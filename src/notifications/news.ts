import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'
import { isForReporter, type ReporterTemplate } from './table.ts'

/** `needed`: what waits for the reporter; `none`: the receipt alone. */
export const newsChoices = ['all', 'needed', 'none'] as const
export type News = (typeof newsChoices)[number]

/** The ways between which a reporter who gave both may choose. */
export const newsDoors = ['email', 'sms'] as const
type NewsDoor = (typeof newsDoors)[number]

/** What a reporter has to act on, while there is still time, and that somebody asked to see who they are. */
const needed: readonly ReporterTemplate[] = [
  'receipt',
  'question',
  'answered',
  'parent_answered',
  'lapsed',
  'archived',
  'archived_silent',
  'merged',
  'message',
  'ombudsman_offer',
  'opening_noted',
]

/** Whether a reporter who chose so hears this. What is no news, such as an answer to their own SMS, is always said. */
export function wants(news: News, template: string): boolean {
  if (!isForReporter(template) || news === 'all') return true
  return news === 'needed' ? needed.includes(template) : template === 'receipt'
}

/** What a reporter chose for one report. `news` null: as the account says. `both`: they gave a phone and an e-mail. */
export type NewsOfReport = { news: News | null; newsBy: NewsDoor | null; byAccount: boolean; both: boolean }

/** As its reporter; undefined for a report whose reporter cannot be reached. */
export async function newsOf(tx: Tx, reportId: string): Promise<NewsOfReport | undefined> {
  const { rows } = await sql<NewsOfReport>`
    select news, news_by as "newsBy", by_account as "byAccount", two_ways as "both" from identity.news_of(${reportId})`.execute(
    tx,
  )
  return rows[0]
}

/**
 * As its reporter.
 * @param by null: the usual one
 * @returns false where there is nobody to reach, or no such choice
 */
export async function chooseNews(tx: Tx, reportId: string, news: News | null, by: NewsDoor | null): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select identity.choose_news(${reportId}, ${news}, ${by}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** What the account that is asking chose for its own reports. */
export async function accountNews(tx: Db | Tx): Promise<News> {
  const { rows } = await sql<{ news: News | null }>`select identity.account_news() as news`.execute(tx)
  return rows[0]?.news ?? 'all'
}

export async function chooseAccountNews(tx: Tx, news: News): Promise<void> {
  await sql`select identity.choose_account_news(${news})`.execute(tx)
}
