import type { Locale } from '../locale.ts'
import { accountWords } from './accounts.ts'
import { apiWords } from './api.ts'
import { arrivalWords } from './arrivals.ts'
import { auditWords } from './audit.ts'
import { commonWords } from './common.ts'
import { deskWords } from './desk.ts'
import { deskErrorWords } from './desk-errors.ts'
import { deskMoveWords } from './desk-moves.ts'
import { deskRoomWords } from './desk-rooms.ts'
import { erasureWords } from './erasure.ts'
import { gatewayWords } from './gateways.ts'
import { importedWords } from './imported.ts'
import { mailWords } from './mail.ts'
import { mineWords } from './mine.ts'
import { failedMessageWords } from './failed-messages.ts'
import { filingWords } from './filing.ts'
import { filingCameraWords } from './filing-camera.ts'
import { filingCheckWords } from './filing-check.ts'
import { filingReceiptWords } from './filing-receipt.ts'
import { moveWords } from './moves.ts'
import { newsWords } from './news.ts'
import { notificationWords } from './notifications.ts'
import { accusedWords } from './accused.ts'
import { openingWords } from './opening.ts'
import { publicWords } from './public.ts'
import { redactionWords } from './redaction.ts'
import { takenBackWords } from './taken-back.ts'
import { reportWords } from './report.ts'
import { lookWords } from './look.ts'
import { ribbonWords } from './ribbon.ts'
import { shownWords } from './shown.ts'
import { smsAnswerWords } from './sms-answers.ts'
import { smsStepWords } from './sms-steps.ts'
import { smsWords } from './sms.ts'
import { timeWords } from './time.ts'
import { trackingWords } from './tracking.ts'
import { wordingWords } from './wording.ts'
import { wordingTableWords } from './wording-table.ts'
import { xWords } from './x.ts'
import type { Spoken, Words } from './words.ts'

/** The whole catalogue. A room adds its file with one import and one spread. */
export const catalogue = {
  ...accountWords,
  ...apiWords,
  ...arrivalWords,
  ...auditWords,
  ...commonWords,
  ...deskWords,
  ...deskErrorWords,
  ...deskMoveWords,
  ...deskRoomWords,
  ...erasureWords,
  ...gatewayWords,
  ...importedWords,
  ...mailWords,
  ...mineWords,
  ...failedMessageWords,
  ...filingWords,
  ...filingCameraWords,
  ...filingCheckWords,
  ...filingReceiptWords,
  ...moveWords,
  ...newsWords,
  ...notificationWords,
  ...accusedWords,
  ...openingWords,
  ...publicWords,
  ...redactionWords,
  ...takenBackWords,
  ...reportWords,
  ...lookWords,
  ...ribbonWords,
  ...shownWords,
  ...smsAnswerWords,
  ...smsStepWords,
  ...smsWords,
  ...timeWords,
  ...trackingWords,
  ...wordingWords,
  ...wordingTableWords,
  ...xWords,
} as const satisfies Words

export type Vocabulary = Spoken<typeof catalogue>

const vocabularies: Record<Locale, Vocabulary> = { id: speak('id'), en: speak('en') }

/** Every word of the product in one language: `t.common_send`, `t.time_working_days(3)`. */
export function wordsIn(locale: Locale): Vocabulary {
  return vocabularies[locale]
}

function speak(locale: Locale): Vocabulary {
  const spoken = Object.entries(catalogue).map(([key, word]) => [key, word[locale]])
  return Object.fromEntries(spoken) as Vocabulary
}
