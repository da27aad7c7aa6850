import type { FromSender } from '../sms/acting.ts'
import { commandOfThing } from '../sms/understand/command-of-thing.ts'
import { ask, nearest } from '../sms/understand/said.ts'
import type { Understood } from '../sms/understand/understand.ts'
import { fitsByWords } from './fitting-words.ts'
import type { Heard } from './heard.ts'
import { namesThingOf } from './names-thing-of.ts'

const unsure: readonly Understood['kind'][] = ['ask', 'file']

/** "cek lampu", "cabut yang lampu": done to the only report that its words fit; of several that fit, or none, we ask which. */
export async function commandOfOne({ tx, own }: FromSender, heard: Heard): Promise<Heard> {
  const command = commandOfThing(heard.text)
  const some = nearest(own)
  const [only, ...others] = some
  if (!command || !only || !unsure.includes(heard.understood.kind)) return heard
  if (others.length === 0 && !(await namesThingOf(tx, heard.text, only))) return heard
  const fits = others.length === 0 ? only : await fitsByWords(tx, heard.text, some)
  return { ...heard, understood: fits ? { kind: command, trackingId: fits.trackingId } : ask('which_report') }
}
