import type { Directory } from '../../src/agencies/directory.ts'
import { fileReport, type FiledBy, idempotencyHash } from '../../src/intake/file-report.ts'
import type { Intake } from '../../src/intake/intake.ts'
import type { Db } from '../../src/platform/db.ts'
import type { Zone } from '../../src/report/clocks/day.ts'
import type { Rules } from '../../src/report/rules.ts'
import { stagePicture } from '../../src/report/staged-pictures.ts'
import type { IdentityKeys } from '../../src/secrecy/identity.ts'
import { instantOf } from './moments.ts'
import { paintScene } from './pictures.ts'
import { stories } from './reports.ts'
import type { Story } from './story.ts'

/** What the stories are played with. */
export type Stage = {
  owner: Db
  web: Db
  worker: Db
  rules: Rules
  directory: Directory
  keys: IdentityKeys
  accounts: ReadonlyMap<string, string>
  now: Date
  uploadsDir: string
}

export type FiledStory = { story: Story; id: string; zone: Zone }

/** File every story's report at its own time, photographs first. A report that is there already stays as it is. */
export async function fileStories(stage: Stage): Promise<FiledStory[]> {
  const { web, rules, directory, keys, now } = stage
  const filed: FiledStory[] = []
  for (const story of stories) {
    const intake = intakeOf(story, stage.accounts)
    const zone = zoneOf(story, directory)
    const at = instantOf(story.filed, now, zone, rules.calendar)
    if (story.photo) {
      const key = idempotencyHash(intake.idempotencyKey)
      await stagePicture({ db: web, uploadsDir: stage.uploadsDir, keys }, key, await paintScene(story.photo), at)
    }
    const answer = await fileReport({ db: web, rules, directory, keys }, intake, at, writtenDownBy(story))
    if (!('id' in answer)) throw new Error(`the demonstration report ${story.name} was not filed: ${answer.outcome}`)
    filed.push({ story, id: answer.id, zone })
  }
  return filed
}

function intakeOf(story: Story, accounts: ReadonlyMap<string, string>): Intake {
  const { from } = story
  return {
    channel: story.channel,
    text: story.text,
    title: story.title,
    kind: story.kind,
    agency: story.agency,
    category: story.category,
    areaCode: story.area,
    place: story.place,
    point: story.point,
    anonymous: story.anonymous ?? false,
    confidential: story.confidential ?? false,
    withoutIdentity: story.withoutIdentity ?? false,
    showName: story.showName ?? false,
    contact: from === 'marta' ? { name: 'Marta Bire' } : typeof from === 'object' ? from : undefined,
    accused: story.accused,
    accountId: typeof from === 'string' ? accounts.get(`${from}@demo.lapor`) : undefined,
    idempotencyKey: `demo ${story.name}`,
  }
}

function writtenDownBy({ writtenDownBy: agencyId }: Story): FiledBy | undefined {
  return agencyId ? { role: 'officer', agencyId } : undefined
}

/** The zone in which the story's hours are told: that of the city, regency or province where it happens. */
function zoneOf({ area }: Story, directory: Directory): Zone {
  const local =
    area && directory.agencies.find(({ areaCode, kind }) => kind !== 'unit' && areaCode === area.slice(0, 5))
  const province = area && directory.agencies.find(({ areaCode }) => areaCode === area.slice(0, 2))
  return (local || province || { zone: 'Asia/Jakarta' as const }).zone
}
