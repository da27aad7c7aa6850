import type { Answer, Asked } from './ask.ts'
import { askKannel, askTalking, askTwilio, askVonage, askInfobip } from './ask-ways.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { wordAt } from '../parts/word-at.ts'

/** How we sign in at a gateway. */
export type Account = { url: string; username: string; password: string }

/** One SMS. `callback`: where its receipts shall come; undefined where nobody outside could reach us. */
export type Outgoing = { from: string; to: string; text: string; ref: string; callback?: string }

type Way = {
  ask(account: Account, sms: Outgoing): Asked
  read(answer: Answer): Verdict
  /** It says what became of the message to an address that we give with it, so we need no id of its own. */
  callsBack: boolean
}

/** How SMS leave through each kind of gateway, as their documentation has it, read in November 2026. */
export const ways = {
  kannel: { ask: askKannel, read: readKannel, callsBack: true },
  infobip: { ask: askInfobip, read: readInfobip, callsBack: true },
  twilio: { ask: askTwilio, read: readTwilio, callsBack: true },
  'africas-talking': { ask: askTalking, read: readTalking, callsBack: false },
  vonage: { ask: askVonage, read: readVonage, callsBack: true },
} as const satisfies Record<string, Way>

/** 202 is its only yes; 503 it says while its bearerbox is away. */
function readKannel({ status }: Answer): Verdict {
  if (status === 202) return { kind: 'accepted', ref: '' }
  return verdictOf(status) ?? { kind: 'refused', reason: `SMS gateway ${status}`, forGood: false }
}

/** Groups 1 and 3 are pending and delivered; of refusals 14 and 52 are the number's, 12 and 17 the account's, 20 asks for less. */
function readInfobip({ status, body }: Answer): Verdict {
  const failed = verdictOf(status)
  if (failed) return failed
  const at = (path: string) => wordAt(body, `messages.0.${path}`)
  const [group, id] = [at('status.groupId'), at('status.id')]
  if (group === undefined) return { kind: 'unsure' }
  if (group === '1' || group === '3') return { kind: 'accepted', ref: at('messageId') ?? '' }
  return byNumber('infobip', id, { forGood: ['14', '51', '52'], account: ['12', '17'], busy: ['20'] })
}

/** Whatever it took has a `sid`. 21211, 21614: no number of a phone; 21610: its owner told Twilio to stop; 20429, 30001, 30022: too many. */
function readTwilio({ status, body }: Answer): Verdict {
  const code = wordAt(body, 'code')
  const [failed, sid] = [verdictOf(status), wordAt(body, 'sid')]
  if (code && !sid && (!failed || status === 400))
    return byNumber('twilio', code, {
      forGood: ['21211', '21214', '21217', '21610', '21614'],
      account: ['20003', '21606', '21659', '30002'],
      busy: ['20429', '21611', '30001', '30022'],
    })
  return failed ?? (sid ? { kind: 'accepted', ref: sid } : { kind: 'unsure' })
}

/** 100 to 102: processed, sent, queued. 403, 404, 406: no such number, or its owner said stop; 402, 405: sender or balance. */
function readTalking({ status, body }: Answer): Verdict {
  const failed = verdictOf(status)
  if (failed) return failed
  const at = (path: string) => wordAt(body, `SMSMessageData.Recipients.0.${path}`)
  const code = at('statusCode')
  if (code === undefined) {
    const isUnderstood = wordAt(body, 'SMSMessageData.Message') !== undefined
    return isUnderstood ? { kind: 'refused', reason: 'africas-talking', forGood: false } : { kind: 'unsure' }
  }
  if (['100', '101', '102'].includes(code)) return { kind: 'accepted', ref: at('messageId') ?? '' }
  return byNumber('africas-talking', code, { forGood: ['403', '404', '406'], account: ['402', '405'], busy: [] })
}

/** 0: taken; 1: too fast; 4, 8, 9: key, account, credit; 7, 33: the number is barred or gone; 5: it failed there. */
function readVonage({ status, body }: Answer): Verdict {
  const failed = verdictOf(status)
  if (failed) return failed
  const said = wordAt(body, 'messages.0.status')
  if (said === undefined) return { kind: 'unsure' }
  if (said === '0') return { kind: 'accepted', ref: wordAt(body, 'messages.0.message-id') ?? '' }
  return byNumber('vonage', said, { forGood: ['7', '33'], account: ['4', '5', '8', '9'], busy: ['1'] })
}

type Numbers = { forGood: string[]; account: string[]; busy: string[] }

/** Only digits of what they say are kept: their words may quote the number. */
function byNumber(kind: string, said: string | undefined, { forGood, account, busy }: Numbers): Verdict {
  const code = /^\d{1,6}$/.test(said ?? '') ? (said as string) : ''
  const reason = `${kind} ${code}`.trim()
  if (busy.includes(code)) return { kind: 'busy', reason }
  if (account.includes(code)) return { kind: 'down', reason }
  return { kind: 'refused', reason, forGood: forGood.includes(code) }
}
