import type { Directory } from '../agencies/directory.ts'
import { assignReport } from '../disposition/assign-report.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { answerReport } from '../follow-up/answer-report.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import type { Rules } from '../report/rules.ts'
import { holdReport } from '../verification/hold-report.ts'
import { coordinatorOf, dedi, officerOf } from './cast.ts'

type Door = {
  taking: { rules(): Promise<Rules>; directory(): Promise<Directory> }
  clock: { now: Date }
}

/** What Pak Dedi and Kupang's health office do with a report that came by a door, at that door's own time. */
export function atTheOffice({ web }: TestDatabase, { taking, clock }: Door) {
  const setting = async () => ({ rules: await taking.rules(), directory: await taking.directory(), now: clock.now })
  return {
    ask: (id: string, question: string) =>
      as(web, dedi, async (tx) => holdReport(tx, dedi, id, { question }, await setting())),
    async forward(id: string) {
      await as(web, dedi, async (tx) => forwardReport(tx, dedi, id, { agencyId: 'kota-kupang' }, await setting()))
      const coordinator = coordinatorOf()
      await as(web, coordinator, async (tx) =>
        assignReport(tx, coordinator, id, { unitId: 'kota-kupang-dinkes' }, await setting()),
      )
    },
    answer: (id: string, text: string) =>
      as(web, officerOf(), async (tx) =>
        answerReport(tx, officerOf(), id, { text, outcome: 'solved' }, await setting()),
      ),
  }
}
