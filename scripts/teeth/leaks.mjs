// Leaks, each planted alone in a copy of the house: what is wrong, where, and the test that must say so.
// `find` stands exactly once in `file`; `caughtBy` is [test file, its name or the beginning of it].

const judges = ['src/secrecy/two-judges.test.ts', 'the policy in the code and the one in the database agree']
const openings = [
  'src/secrecy/two-judges-openings.slow.test.ts',
  'the code and the database agree on what is open for whom',
]
const can = 'src/secrecy/can.ts'
const inDatabase = 'migrations/0042-judge-by-row.sql'
const proofs = 'src/testing/proofs'
const dump = [`${proofs}/dump.slow.test.ts`, 'a dump of every table']
const queue = [`${proofs}/dump.slow.test.ts`, 'the rows of work']
const mails = [`${proofs}/dump.slow.test.ts`, 'mails say nothing']
const sent = [`${proofs}/dump.slow.test.ts`, 'mails leave no address']
const filingLog = [`${proofs}/dump.slow.test.ts`, 'the log of filing']
const worlds = [`${proofs}/two-worlds.slow.test.ts`, 'no answer to a stranger differs']
const absent = [`${proofs}/two-worlds.slow.test.ts`, 'a hidden report answers as one that does not exist']
const crawl = (reader, only) => [`${proofs}/canaries.slow.test.ts`, `${reader} finds what`, { CANARIES: only }]
const reporters = (only) => [`${proofs}/canaries.slow.test.ts`, 'the reporter of a report', { CANARIES: only }]
const copy = 'migrations/0024-publish-what-moved.sql'
const firstCopy = 'migrations/0017-publish-together.sql'
const filing = 'src/intake/file-report.ts'

const leak = (name, file, find, replace, caughtBy) => ({ name, file, find, replace, caughtBy })

export const leaks = [
  // The policy in the code
  leak(
    'every coordinator knows every routed report',
    can,
    '(report.agencyId === actor.agencyId || isAtOwnDoor',
    '(report.agencyId !== null || isAtOwnDoor',
    judges,
  ),
  leak(
    'every officer knows what any unit has',
    can,
    'report.unitId === actor.agencyId',
    'report.unitId !== null',
    judges,
  ),
  leak(
    'the desk reads confidential words after routing',
    can,
    "return !report.confidential || report.stage === 'received'",
    'return true',
    judges,
  ),
  leak(
    'supervisors read confidential words',
    can,
    'return !report.confidential && report.publishedAt !== null',
    'return report.publishedAt !== null || report.agencyId !== null',
    judges,
  ),
  leak(
    'any reporter is every reporter',
    can,
    'return actor.reportId === report.id',
    'return actor.reportId !== undefined',
    judges,
  ),
  leak(
    'the accused are not locked out by the code',
    can,
    "  if (actor.role !== 'reporter' && isAccused(actor, report.accused)) return false\n",
    '',
    judges,
  ),
  leak(
    'an own door stays open after its office returned the report',
    can,
    ' &&\n    !report.returnedBy.includes(agencyId)',
    '',
    judges,
  ),
  leak(
    'operators know every report',
    can,
    "    case 'system':\n    case 'verifier':\n      return true",
    "    case 'system':\n    case 'operator':\n    case 'verifier':\n      return true",
    judges,
  ),
  leak(
    'an own door stays open when another office has the report',
    can,
    '    report.agencyId === null &&\n',
    '',
    judges,
  ),
  leak('anonymity hides no name', can, '      if (hidesWho(report)) return false\n', '', [
    'src/secrecy/who-sees.test.ts',
    'an anonymous report is read by everyone',
  ]),
  leak(
    'the desk sees contact details',
    can,
    "return isReporter || (knows(actor, report) && isOpened(actor, 'identity', report.openings, now))",
    'return isReporter || isVerifier(actor)',
    ['src/secrecy/who-sees.test.ts', 'nobody ever sees the contact details'],
  ),
  leak(
    'an accused office is not among the accused',
    'src/secrecy/accused.ts',
    '  if (actor.agencyId !== undefined && accused.offices.includes(actor.agencyId)) return true\n',
    '',
    judges,
  ),
  leak(
    'an accused person is not among the accused',
    'src/secrecy/accused.ts',
    '  if (actor.accountId !== undefined && accused.accounts.includes(actor.accountId)) return true\n',
    '',
    judges,
  ),
  leak(
    'what is opened for one is open for all',
    'src/secrecy/opening.ts',
    'opening.accountId === actor.accountId && ',
    '',
    openings,
  ),
  leak('what was opened stays open', 'src/secrecy/opening.ts', ' && now < opening.until', '', openings),
  leak(
    'the published head tells whether anything was opened that day',
    'src/audit/ledger.ts',
    ' ${reportId} ${dayKey}`',
    ' ${reportId}`',
    ['src/audit/make-head.test.ts', 'what a head says of the ledger is salted anew'],
  ),

  // The policy in the database
  leak(
    'looks are in no chain',
    'migrations/0045-ledger-chain.sql',
    'create constraint trigger record_looked after insert',
    'create constraint trigger record_looked after delete',
    ['src/audit/verify-ledger.slow.test.ts', 'each request, decision and look is one line'],
  ),
  leak(
    'the database shows coordinators every routed report',
    inDatabase,
    '(r.agency_id = casework.actor_agency()\n',
    '(r.agency_id is not null\n',
    judges,
  ),
  leak(
    'the database shows officers what any unit has',
    inDatabase,
    'r.unit_id = casework.actor_agency() and not',
    'r.unit_id is not null and not',
    judges,
  ),
  leak(
    'the database does not lock the accused coordinator out',
    inDatabase,
    "when 'coordinator' then not casework.is_accused(r) and (",
    "when 'coordinator' then (",
    judges,
  ),
  leak(
    'the database does not lock an accused person out',
    'migrations/0032-whom-it-accuses.sql',
    '  select coalesce(casework.actor_account() = any (r.accused_accounts), false)\n',
    '  select false\n',
    [`${proofs}/accused-canaries.slow.test.ts`, 'one of the accused, the coordinator'],
  ),
  leak(
    'a key command that failed is taken at its word',
    'src/secrecy/keys/command-store.ts',
    'if (asked.status !== 0) throw',
    'if (asked.error) throw',
    ['src/secrecy/keys/command-store.test.ts', 'a key is gone only when the command says so'],
  ),
  leak(
    'a key that is not ours may have signed heads',
    'src/audit/verify-heads.ts',
    'if (!isOurs(one.oldKey) || !isSignedByOld(one) || ',
    'if (!isSignedByOld(one) || ',
    ['src/audit/rotate-key.test.ts', 'whoever owns the database cannot put a key'],
  ),
  leak(
    'the database lets the desk read confidential words',
    inDatabase,
    "when 'verifier' then not r.confidential or r.stage = 'received'\n",
    "when 'verifier' then true\n",
    judges,
  ),
  leak(
    'the database lets supervisors read confidential words',
    inDatabase,
    '(not r.confidential and r.published_at is not null)',
    '(r.published_at is not null or r.agency_id is not null)',
    judges,
  ),
  leak(
    'a key opens any report',
    'migrations/0008-doors.sql',
    ' and f.key_hash = p_key_hash',
    ' and p_key_hash is not null',
    reporters('open,confidential'),
  ),
  leak(
    'an account opens any report',
    'migrations/0051-links.sql',
    'where r.tracking_id = p_tracking and f.account_link = any (p_links)',
    'where r.tracking_id = p_tracking',
    ['src/secrecy/open-as-reporter.test.ts', 'the account that filed opens its report and no other'],
  ),
  leak(
    'reporters read what offices write to each other',
    'migrations/0007-access.sql',
    "and (audience <> 'office' or casework.actor_role() in (",
    "and (audience <> 'office' or casework.actor_role() in ('reporter', ",
    reporters('open'),
  ),

  // The public copy
  leak(
    'questions to the reporter are public words',
    copy,
    "'text', case when e.audience = 'public' then e.text end,",
    "'text', e.text,",
    crawl('public', 'open'),
  ),
  leak(
    'the place of an anonymous report is public',
    copy,
    'place = case when r.anonymous then null else r.place end',
    'place = r.place',
    crawl('public', 'anonymous'),
  ),
  leak(
    'the first copy keeps the place of an anonymous report',
    firstCopy,
    'case when r.anonymous then null else r.place end as place',
    'r.place as place',
    ['src/report/public-copy.test.ts', 'what moves leave public of a report at stage in_progress'],
  ),
  leak(
    'a withdrawn report keeps its words in public',
    firstCopy,
    "k on r.stage <> 'withdrawn'",
    'k on true',
    crawl('public', 'open'),
  ),
  leak(
    'what offices write to each other is public',
    'src/report/audience.ts',
    "assign: 'office',",
    "assign: 'public',",
    crawl('public', 'open'),
  ),
  leak(
    'a name is shown without being asked',
    filing,
    'shown_name: intake.showName && !hidden ?',
    'shown_name: !hidden ?',
    crawl('public', 'open'),
  ),
  leak(
    'the exact point of an anonymous report is public',
    filing,
    '(hidden ? publicPoint(intake.point) : intake.point)',
    'intake.point',
    crawl('public', 'anonymous'),
  ),
  leak(
    'a supervisor reads the place of an anonymous report',
    'src/desk/report-facts.tsx',
    'open.words && seesPlace(duty, open) && report.place',
    'open.words && report.place',
    crawl('supervisor', 'anonymous'),
  ),
  leak(
    'the cell of a public point is small',
    'src/report/point.ts',
    'const publicResolution = 8',
    'const publicResolution = 11',
    crawl('public', 'anonymous'),
  ),

  // What lies still: tables, queue, files, logs, mails
  leak(
    'contacts lie readable in the database',
    filing,
    'flags: [...(intake.flags ?? []),',
    'flags: [JSON.stringify(intake.contact ?? {}),',
    dump,
  ),
  leak(
    'contacts lie in the database as base64',
    filing,
    'flags: [...(intake.flags ?? []),',
    "flags: [Buffer.from(JSON.stringify(intake.contact ?? {})).toString('base64'),",
    dump,
  ),
  leak(
    'phones are found by a plain hash',
    'src/secrecy/identity.ts',
    "hex(blindIndex(keys.indexSecret, 'phone', phone))",
    "hex(process.getBuiltinModule('node:crypto').createHash('sha256').update(phone).digest())",
    dump,
  ),
  leak(
    'reports of one account share its phone',
    'src/secrecy/identity.ts',
    'const phone = own ? undefined : said?.phone &&',
    'const phone = said?.phone &&',
    ['src/secrecy/links.test.ts', 'nothing in any table tells that two reports are of one account'],
  ),
  leak(
    'an old backup leads from an erased report to its account',
    'src/secrecy/erase-report.ts',
    'await destroyKeys(deps.keys, [leaves.own(account, n)])',
    'leaves.own(account, n)',
    ['src/secrecy/links.test.ts', 'neither an old backup nor the keys of today lead to the account'],
  ),
  leak(
    'the metadata of photos is kept',
    'src/platform/pictures.ts',
    '    .jpeg({ quality })\n',
    '    .keepExif()\n    .jpeg({ quality })\n',
    crawl('public', 'open'),
  ),
  leak(
    'jobs carry titles',
    'src/platform/relay.ts',
    "json_build_object('reportId', report_id, 'seq', seq)",
    "json_build_object('reportId', report_id, 'seq', seq, 'title', (select c.title from casework.content c where c.report_id = gone.report_id))",
    queue,
  ),
  leak(
    'filings are logged',
    'src/intake/api.ts',
    "      const key = c.req.header('idempotency-key')?.trim()\n",
    "      deps.log.info({ filed: body.data }, 'filed')\n      const key = c.req.header('idempotency-key')?.trim()\n",
    filingLog,
  ),
  leak(
    'letters name the titles of hidden reports',
    'src/report/hides.ts',
    'return anonymous || confidential || without_identity',
    'return without_identity',
    mails,
  ),
  leak(
    'messages that went out stay readable',
    'src/notifications/mail.ts',
    '    keepsPreview: false,\n',
    '    keepsPreview: true,\n',
    sent,
  ),

  // Asked as somebody else
  leak(
    'a citizen’s token reads as the desk',
    'src/casework-api/routes.ts',
    'return person && isStaff(person) ? actorOf(person) : undefined',
    "return person && { ...actorOf(person), ...(isStaff(person) ? {} : { role: 'verifier' as const }) }",
    crawl('stranger', 'confidential'),
  ),
  leak(
    'any office sees the desk’s reports',
    'src/desk/duty.ts',
    '    actor: actorOf(person),\n',
    "    actor: { ...actorOf(person), role: 'verifier' as const },\n",
    crawl('coordinator elsewhere', 'confidential'),
  ),
  leak(
    'any office sees the desk’s pictures',
    'src/desk/photo-routes.ts',
    'as(deps.db, duty.actor, ',
    "as(deps.db, { role: 'verifier' as const }, ",
    crawl('coordinator elsewhere', 'confidential'),
  ),
  leak(
    'any key or token opens every picture',
    'src/casework-api/private-pictures.ts',
    'as(deps.db, actor, async (tx) =>\n    readablePictures(',
    "as(deps.db, { role: 'verifier' as const }, async (tx) =>\n    readablePictures(",
    crawl('coordinator elsewhere', 'confidential'),
  ),
  leak(
    'private pictures may be kept by a cache',
    'src/casework-api/private-pictures.ts',
    "'cache-control': 'no-store',",
    "'cache-control': 'public, max-age=600',",
    ['src/casework-api/private-view.test.ts', 'pictures are served to the key'],
  ),
  leak(
    'a revoked token still opens',
    'src/accounts/token.ts',
    "    .where('t.purpose', '=', 'api')\n    .where('t.revoked_at', 'is', null)\n",
    "    .where('t.purpose', '=', 'api')\n",
    ['src/accounts/token.test.ts', 'a token says who is asking until'],
  ),
  leak('a session never ends', 'src/accounts/session.ts', "    .where('s.expires_at', '>', now)\n", '', [
    'src/accounts/sign-in.test.ts',
    'a session ends twelve hours',
  ]),
  leak(
    'secrecy is lowered without being asked again',
    'src/secrecy/change-secrecy.ts',
    "if (!switches.confirmed) refuse('confirm_needed')",
    '',
    ['src/secrecy/floor.test.ts', 'the reporter lowers it'],
  ),

  // Counted, found, told apart: what strangers learn without reading a word
  leak(
    'what is hidden later stays public',
    copy,
    'delete from publication.report where report_id = p_report;',
    'null;',
    ['src/secrecy/pulled-out.test.ts', 'what is hidden after it was public is gone'],
  ),
  leak(
    'confidential reports are counted',
    'migrations/0013-public-lists.sql',
    'drop index publication.report_by_area;\n',
    "drop index publication.report_by_area;\ncreate function casework.count_it() returns trigger language plpgsql as $$ begin insert into publication.tally_change (agency_id, stage, change) values ('', 'received', 1); return null; end $$;\ncreate trigger count_it after insert on casework.report for each row when (new.confidential) execute function casework.count_it();\n",
    worlds,
  ),
  leak(
    'an ID is looked for among all reports',
    'src/intake/track-routes.tsx',
    '  const id = parseTrackingId(typed)\n',
    "  const id = parseTrackingId(typed)\n  const { as } = await import('../report/as.ts')\n  const known = await as(deps.db, { role: 'verifier' }, (tx) => tx.selectFrom('casework.report').select('id').where('tracking_id', '=', id ?? '').executeTakeFirst())\n  if (known) c.header('x-known', '1')\n",
    absent,
  ),
  leak(
    'a hidden report’s page is 403',
    'src/publication/routes.tsx',
    '      if (!row) return c.html(',
    "      const { as } = await import('../report/as.ts')\n      const known = await as(deps.db, { role: 'verifier' }, (tx) => tx.selectFrom('casework.report').select('id').where('tracking_id', '=', id ?? '').executeTakeFirst())\n      if (!row && known) return c.text('rahasia', 403)\n      if (!row) return c.html(",
    absent,
  ),
  leak(
    'the list says how many reports there are in all',
    'src/publication/routes.tsx',
    '      const page = await listReports(publicDb, filters, reading.directory)\n',
    "      const page = await listReports(publicDb, filters, reading.directory)\n      const { as } = await import('../report/as.ts')\n      const all = await as(deps.db, { role: 'verifier' }, (tx) => tx.selectFrom('casework.report').select('id').execute())\n      c.header('x-total', String(all.length))\n",
    worlds,
  ),
]
