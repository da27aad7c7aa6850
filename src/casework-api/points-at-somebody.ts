import type { ProblemError } from '../platform/problem.ts'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { shownInPublic } from '../secrecy/become-public.ts'
import { type PointsAtSomebody, stopIfFound } from '../secrecy/before-publishing.ts'
import type { PersonalKind } from '../secrecy/personal-data/find.ts'

const nouns: Record<PersonalKind, string> = {
  nik: 'NIK',
  phone: 'Nomor telepon',
  email: 'Alamat surel',
  plate: 'Pelat nomor',
  account: 'Nomor rekening',
  name: 'Nama orang',
  address: 'Alamat rumah',
}

/** Each piece for a program: the field, what it seems to be, where it stands (UTF-16 units, from 1); never the piece itself. */
export function toldFinds({ finds }: PointsAtSomebody): ProblemError[] {
  return finds.map(({ path, kind, start, end }) => ({
    path,
    code: kind,
    message: `${nouns[kind]} pada huruf ${start + 1} sampai ${end}.`,
  }))
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
    .select(['c.title', 'c.text', 'c.shown_place', 'r.place', 'r.anonymous'])
    .where('r.id', '=', reportId)
    .where('r.confidential', '=', false)
    .executeTakeFirst()
  if (!row) return
  const opened = openWords(keeper, reportId, row, ['title', 'text', 'shown_place', 'place'])
  stopIfFound(shownInPublic(opened, opened), 'ask_numbers')
}
