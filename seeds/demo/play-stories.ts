import { as } from '../../src/report/as.ts'
import { actorsOf } from './cast.ts'
import type { FiledStory, Stage } from './file-stories.ts'
import { instantOf } from './moments.ts'
import { takeStep } from './steps.ts'

/** Play the steps of all stories in the order in which they happened; steps already taken are passed over. */
export async function playStories(stage: Stage, filed: readonly FiledStory[]): Promise<void> {
  const { rules, directory, now } = stage
  const ids = new Map(filed.map(({ story, id }) => [story.name, id]))
  const idOf = (name: string) => ids.get(name) ?? unknown(name)
  const taken = await stepsTaken(stage, [...ids.values()])
  const scenes = filed.flatMap(({ story, id, zone }) => {
    const actors = actorsOf(story, id, directory, stage.accounts)
    return story.steps.map((step, index) => {
      const at = instantOf(step.at, now, zone, rules.calendar)
      return { story, id, step, actor: actors[index], at, done: index < (taken.get(id) ?? 0) }
    })
  })
  scenes.sort((one, other) => one.at.getTime() - other.at.getTime())
  for (const { id, step, actor, at, done, story } of scenes) {
    if (done || !actor) continue
    const db = actor.role === 'system' ? stage.worker : stage.web
    const setting = { rules, directory, now: at }
    try {
      await as(db, actor, (tx) => takeStep(tx, actor, id, step, setting, idOf))
    } catch (error) {
      throw new Error(`the demonstration report ${story.name} cannot ${step.do} at ${step.at}`, { cause: error })
    }
  }
}

/** Every step is one event, after the one of filing. */
async function stepsTaken({ owner }: Stage, ids: string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await owner.selectFrom('casework.report').select(['id', 'last_seq']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.last_seq - 1]))
}

function unknown(name: string): never {
  throw new Error(`no story is called ${name}`)
}
