import { holdBinds } from './channels/sms/smpp/binds.ts'
import { startSmsOut } from './channels/sms/sms-out.ts'
import { makeTexter } from './channels/sms/texter.ts'
import { runChild, type Running } from './platform/child-process.ts'
import { makeClock } from './platform/clock.ts'
import { makeDb } from './platform/db.ts'
import { makeLog } from './platform/log.ts'
import type { WorkerSettings } from './platform/process-settings.ts'
import { makeRules } from './report/rules.ts'
import { keeperOf, keysForWeb, readKeys } from './secrecy/installation-keys.ts'
import { followSealPair } from './secrecy/keys/seal-pair.ts'

runChild(startSms, ({ config }) => makeLog(config, 'sms'))

/** LAPOR_ROLE=sms: the binds of the operators and the SMS that leave, beside processes of role web and worker. */
async function startSms({ config, connections }: WorkerSettings): Promise<Running> {
  const log = makeLog(config, 'sms')
  const db = makeDb(connections.worker, { max: 16, log, name: 'lapor sms' })
  const { baseUrl, production } = config
  const now = makeClock(config)
  const pair = Object.assign(followSealPair(config), { keeper: keeperOf(config) })
  const keys = readKeys(keysForWeb(config), config)
  const binds = await holdBinds({ db, pair, keys, log, now })
  const texter = makeTexter({ db, pair, now, production, baseUrl, keys, binds })
  const rules = makeRules(db, pair.keeper)
  const telling = { db, log, now, rules, pair, indexSecret: keys.indexSecret, baseUrl, texter }
  const smsOut = startSmsOut(telling)
  log.info('holding the binds')
  return {
    async stop() {
      await smsOut.stop()
      await binds.stop()
      await db.destroy()
    },
  }
}
