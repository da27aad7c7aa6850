/** The same for an SMS: taken by whichever process holds the gateways, and after all that is no SMS. */
export function smsJob(messageId: string, afterMs = 0) {
  return { ...sendJob(messageId, afterMs), task: 'sms', priority: 10 }
}

/** Has this message sent, once, whoever asks and however often. */
export function sendJob(messageId: string, afterMs = 0) {
  return { task: 'send', payload: { messageId }, key: `send ${messageId}`, afterMs }
}
