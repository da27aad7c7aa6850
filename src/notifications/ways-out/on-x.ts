import { lastWords } from '../last-words.ts'
import { pageLink } from '../page-link.ts'
import { smsWordingName } from '../sms-text.ts'
import { isReadByLink } from '../read-by-link.ts'
import { readXTemplate } from '../table.ts'
import { wordingNow } from '../wording/wordings.ts'
import { callNext, isTurn } from '../in-turn.ts'
import { xText } from '../x-text.ts'
import type { WayOut } from './way-out.ts'

/** As the desk says it on X, which is not as it says it by SMS; to one account in order. */
export const onX: WayOut = {
  async prepare(
    tx,
    { baseUrl, poster, indexSecret, now },
    { id, to, to_index, template: name, report_id, about },
    { report, ...facts },
  ) {
    const template = readXTemplate(name)
    if (!template) return undefined
    const words = template === 'status' ? (await lastWords(tx, report))?.text : undefined
    const link = isReadByLink(template, report)
      ? await pageLink(tx, { id, to_index }, report, { indexSecret, baseUrl, now: now() })
      : undefined
    const wording = await wordingNow(tx, 'x', smsWordingName({ template, words, link }))
    const said = xText({ ...facts, template, report: report ?? null, about, words, baseUrl, wording, link })
    if (typeof said !== 'object') return said
    const letter = { subject: 'X', ...said }
    return { letter, leave: () => poster.send({ id, to, text: letter.text, about: report_id }) }
  },
  isTurn,
  ended: callNext,
}
