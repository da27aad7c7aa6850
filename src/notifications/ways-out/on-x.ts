import { lastWords } from '../last-words.ts'
import { smsWordingName } from '../sms-text.ts'
import { readXTemplate } from '../table.ts'
import { wordingNow } from '../wording/wordings.ts'
import { callNextOnX, isTurnOnX } from '../x-turn.ts'
import { xText } from '../x-text.ts'
import type { WayOut } from './way-out.ts'

/** As the desk says it on X, which is not as it says it by SMS; to one account in order. */
export const onX: WayOut = {
  async prepare(tx, { baseUrl, poster }, { id, to, template: name, report_id, about }, { report, ...facts }) {
    const template = readXTemplate(name)
    if (!template) return undefined
    const words = template === 'status' ? (await lastWords(tx, report))?.text : undefined
    const wording = await wordingNow(tx, 'x', smsWordingName({ template, words }))
    const said = xText({ ...facts, template, report: report ?? null, about, words, baseUrl, wording })
    if (typeof said !== 'object') return said
    const letter = { subject: 'X', ...said }
    return { letter, leave: () => poster.send({ id, to, text: letter.text, about: report_id }) }
  },
  isTurn: isTurnOnX,
  ended: callNextOnX,
}
