/** Has this message sent, once, whoever asks and however often. */
export function sendJob(messageId: string, afterMs = 0) {
  return { task: 'send', payload: { messageId }, key: `send ${messageId}`, afterMs }
}
