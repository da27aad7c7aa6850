import type { Selectable } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { DB } from '../platform/schema.ts'

export const officeKinds = ['ministry', 'agency', 'province', 'regency', 'city', 'state_company', 'university'] as const
export type OfficeKind = (typeof officeKinds)[number]

/** An office with the number of offices right below it. */
export type OfficeRow = Selectable<DB['publication.agency']> & { units: number }

/** `at`: the offices below this one; else those of a kind, or with these letters in their name. */
export type OfficesWish = { at?: string; kind?: OfficeKind; name?: string }

/** `aliases`: of the office that is open, the words besides its main keyword by which an SMS may name it. */
export type Offices = { open?: OfficeRow; rows: OfficeRow[]; aliases: string[] }

const most = 600

/** The office that is open, if one is, and those below it or found; by name. Everything here is public. */
export async function readOffices(publicDb: Db, wish: OfficesWish): Promise<Offices> {
  const offices = publicDb
    .selectFrom('publication.agency as a')
    .selectAll('a')
    .select((eb) =>
      eb
        .selectFrom('publication.agency as u')
        .whereRef('u.parent_id', '=', 'a.id')
        .select((of) => of.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('units'),
    )
    .orderBy('a.name')
    .limit(most)
  if (wish.at) {
    const rows = await offices
      .where((eb) => eb.or([eb('a.id', '=', wish.at ?? ''), eb('a.parent_id', '=', wish.at ?? '')]))
      .execute()
    const aliases = await publicDb
      .selectFrom('publication.sms_keyword')
      .select('word')
      .where('agency_id', '=', wish.at)
      .where('is_main', '=', false)
      .orderBy('word')
      .execute()
    return {
      open: rows.find((row) => row.id === wish.at),
      rows: rows.filter((row) => row.id !== wish.at),
      aliases: aliases.map(({ word }) => word),
    }
  }
  if (wish.name) {
    const letters = `%${wish.name.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const found = offices.where((eb) =>
      eb.or([
        eb('a.name', 'ilike', letters),
        eb('a.short_name', 'ilike', letters),
        eb(
          'a.id',
          'in',
          eb.selectFrom('publication.sms_keyword as k').select('k.agency_id').where('k.word', 'ilike', letters),
        ),
      ]),
    )
    return { rows: await found.execute(), aliases: [] }
  }
  return { rows: await offices.where('a.kind', '=', wish.kind ?? 'ministry').execute(), aliases: [] }
}
