import type { Door } from '../../report/doors.ts'
import type { Db } from '../../platform/db.ts'
import type { Secrecy } from './canary-world.ts'

/** The tracking ID of the one report that came by this door with this secrecy. */
export async function idByDoor(owner: Db, door: Door, secrecy: Secrecy): Promise<string> {
  const { tracking_id } = await owner
    .selectFrom('casework.report')
    .select('tracking_id')
    .where('channel', '=', door)
    .where('confidential', '=', secrecy === 'confidential')
    .where('anonymous', '=', secrecy === 'anonymous')
    .executeTakeFirstOrThrow()
  return tracking_id
}
