import type { ProblemError } from '../platform/problem.ts'
import type { Tx } from '../report/as.ts'
import { hides } from '../report/hides.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { ReportRow } from '../report/move.ts'
import { shownInPublic } from '../secrecy/become-public.ts'
import { PointsAtSomebody, stopIfFound } from '../secrecy/before-publishing.ts'
import type { PersonalKind } from '../secrecy/personal-data/find.ts'
import { findInOfficeWords } from '../secrecy/personal-data/find-personal-data.ts'

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

/**
 * What a person at a desk is asked about once, for programs: plates, accounts and population numbers in an office's words on a report
 * that everybody reads. Officials may be named, and a program cannot tell.
 * @throws PointsAtSomebody
 */
export function lookAtOffice(report: ReportRow, body: Readonly<Record<string, unknown>>) {
  if (report.published_at === null || hides(report) || body.sure) return
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const finds = texts.flatMap(([path, text]) => findInOfficeWords(text).map((find) => ({ path, ...find })))
  if (finds.some(({ kind }) => kind !== 'name')) throw new PointsAtSomebody(finds)
}
