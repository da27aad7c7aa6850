import type { ProblemError } from '../platform/problem.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { PersonalKind } from '../secrecy/personal-data/find.ts'
import { findPersonalData } from '../secrecy/personal-data/find-personal-data.ts'

/** Words about to be published that point at somebody: 422 with each piece, until other words come or `sure: true`. */
export class PointsAtSomebody extends Error {
  override name = 'PointsAtSomebody'
  readonly errors: readonly ProblemError[]

  constructor(errors: readonly ProblemError[]) {
    super('Words about to be published point at somebody')
    this.errors = errors
  }
}

const nouns: Record<PersonalKind, string> = {
  nik: 'NIK',
  phone: 'Nomor telepon',
  email: 'Alamat surel',
  plate: 'Pelat nomor',
  account: 'Nomor rekening',
  name: 'Nama orang',
  address: 'Alamat rumah',
}

/**
 * What the page before forwarding shows a person, for programs: asked of a report as this transaction forwards it. A name alone
 * stops nothing, for officials may be named, and whose a name is no program knows; beside a number it is told too.
 * Confidential words are not published.
 * @throws PointsAtSomebody
 */
export async function lookBeforePublishing(tx: Tx, keeper: Keeper, reportId: string) {
  const row = await tx
    .selectFrom('casework.content as c')
    .innerJoin('casework.report as r', 'r.id', 'c.report_id')
    .select(['c.title', 'c.text'])
    .where('r.id', '=', reportId)
    .where('r.confidential', '=', false)
    .executeTakeFirst()
  if (!row) return
  const { title, text } = openWords(keeper, reportId, row, ['title', 'text'])
  const finds = [...findsIn('title', title), ...findsIn('text', text)]
  if (finds.some(({ code }) => code !== 'name')) throw new PointsAtSomebody(finds)
}

function findsIn(path: 'title' | 'text', words: string): ProblemError[] {
  return findPersonalData(words).map(({ kind, start, end }) => ({
    path,
    code: kind,
    message: `${nouns[kind]} pada huruf ${start + 1} sampai ${end}.`,
  }))
}
