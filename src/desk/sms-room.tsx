import { lettersBesideStatus } from '../notifications/sms-status.ts'
import type { Vocabulary } from '../ui/words/index.ts'

/**
 * What one SMS holds of words to a reporter, beside what else is to be kept in mind. It is said of every report, so that it tells nobody by which
 * door it came.
 */
export function SmsRoom({ t, hint }: { t: Vocabulary; hint: string }) {
  const room = lettersBesideStatus()
  return (
    <>
      {hint}{' '}
      <span
        data-island="sms-room"
        data-room={room}
        data-said={t.desk_sms_room_said(room)}
        data-more={t.desk_sms_room_more(room)}
      >
        {t.desk_sms_room(room)}
      </span>
    </>
  )
}
