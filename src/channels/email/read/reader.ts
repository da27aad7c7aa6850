import { parentPort } from 'node:worker_threads'
import { readMail } from './read-mail.ts'

// A thread of its own: takes mails apart, one after the other.
parentPort?.on('message', (raw: Uint8Array) => {
  void readMail(raw).then((mail) => parentPort?.postMessage(mail))
})
