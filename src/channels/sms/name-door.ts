import { sql } from 'kysely'
import type { Acting } from './acting.ts'
import { keywordsOf } from './understand/keywords.ts'
import { nameOffice } from './understand/name-office.ts'
import { readMessage } from './understand/said.ts'

/**
 * The first part of a message came after the others had become this report. Does it begin with the keyword of an office, the report is at its
 * door from now on: the reporter named it (domain.md, own door). Where an office has had the report nothing changes; where the office may be
 * accused in it, its door opens when that is settled (casework.name_door).
 */
export async function nameDoor({ tx, setting }: Pick<Acting, 'tx' | 'setting'>, reportId: string, firstPart: string) {
  const office = nameOffice(readMessage(firstPart, keywordsOf(setting.directory), []))?.understood
  if (!office || !('agencyId' in office) || !office.agencyId) return
  const door = setting.directory.agency(office.agencyId)?.rootId
  if (door) await sql`select casework.name_door(${reportId}, ${door})`.execute(tx)
}
