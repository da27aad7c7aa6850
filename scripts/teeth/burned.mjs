import { leak } from './places.mjs'

const leaving = 'src/desk/words-leaving.slow.test.ts'
const merged = 'migrations/0120-words-of-the-merged.sql'
const inside = 'migrations/0140-notes-of-what-was-seen.sql'

const restored = 'src/cli/backup/messages-again.slow.test.ts'
const onX = 'src/channels/x/changes.slow.test.ts'
const takenBack = 'src/secrecy/taken-back.slow.test.ts'
const said = 'src/desk/redact-said.slow.test.ts'
const floored = 'src/cli/backup/restore-floor.test.ts'
const unseen = 'src/my-report/before-public.slow.test.ts'

/** Who is named, seen or left behind by mistake. */
export const burned = [
  leak(
    'who filed a merged report is named on its parent',
    inside,
    'into told from casework.merged_with(r) k join identity.filing f on f.report_id = k.id\n',
    'into told from (select r.*) k join identity.filing f on f.report_id = k.id\n',
    [leaving, 'a merged reporter whose name the parent may not say is looked for'],
  ),
  leak(
    'a note tells who filed a report that its writer never looked at',
    inside,
    '  where not p_inside or identity.looked_at_who(k.id);',
    '  ;',
    ['src/desk/openings.slow.test.ts', 'a note about a merged reporter tells no right guess from a wrong one'],
  ),
  leak(
    'words left to the parties are told to whoever was merged',
    'src/notifications/last-words.ts',
    'const lines = (copy?.thread ?? []) as { actor: string; text?: string; at: string }[]',
    "const lines = (await tx.selectFrom('casework.event').select(['text', 'at']).where('report_id', '=', parentId).where('actor_role', '=', 'verifier').where('text', 'is not', null).orderBy('seq').execute()).map(({ text, at }) => ({ actor: 'desk', text: text ?? '', at: at.toISOString() }))",
    ['src/channels/sms/left-to-parties.slow.test.ts', 'words left to the parties of a report are not told'],
  ),
  leak(
    'a name takes a report from the last who could have it',
    'migrations/0216-names-by-their-sound.sql',
    'if casework.has_somebody(r) and not casework.has_somebody(without) then',
    'if false then',
    ['src/secrecy/namesakes.slow.test.ts', 'the only one who can have it keeps it'],
  ),
  leak(
    'the number of a hidden report is published in an answer',
    'src/secrecy/strange-numbers.ts',
    "    .where('tracking_id', '=', anyOf(ids))\n    .execute()\n",
    "    .where('tracking_id', '=', anyOf(ids))\n    .execute()\n  published.push(...ids.map((tracking_id) => ({ tracking_id })))\n",
    ['src/desk/strange-numbers.slow.test.ts', 'an office is asked about the number of'],
  ),
  leak(
    'about a parent it may be guessed who filed its anonymous child',
    merged,
    'select coalesce(bool_or(k.anonymous or k.confidential or k.without_identity), false)',
    'select coalesce(bool_or(r.anonymous or r.confidential or r.without_identity), false)',
    [leaving, 'by jawaban nobody who filed a merged report is named on its parent'],
  ),
  leak(
    'who hides is merged below words that name somebody',
    'src/desk/actions/merge-action.tsx',
    '  joins: ({ parent, candidate }) => parent || candidate,\n',
    '',
    [leaving, 'who hides is not merged below words that look like somebody'],
  ),
  leak(
    'a picture in an answer is published though nobody was asked about it',
    'src/secrecy/before-publishing.ts',
    "if (care === 'parties' || attachments) return 'line'",
    "if (care === 'parties') return 'line'",
    [unseen, 'answered, anonymous true: a picture that nobody was asked about'],
  ),
  leak(
    'our post under theirs stays when they have themselves forgotten',
    'src/channels/x/after-post.ts',
    "          on('e.report_id', 'is not', null),\n",
    '',
    [onX, 'our public answer goes, and its row after it: erased'],
  ),
  leak(
    'what leads to our post is forgotten before the post is gone',
    'migrations/0232-who-filed-by-a-door.sql',
    "and outcome = 'asked';\n  return null;\n",
    "and outcome = 'asked';\n  delete from identity.x_said where report_id = new.report_id;\n  return null;\n",
    [onX, 'our public answer goes, and its row after it: raised'],
  ),
  leak(
    'a message that was erased after a backup is taken again after the restore',
    'migrations/0137-messages-as-their-reports-were.sql',
    'where f.message_hash = new.message_hash and f.forgotten) then',
    'where f.message_hash = new.message_hash and f.forgotten and f.message_hash is null) then',
    [restored, 'a mail that was erased after the backup becomes nothing'],
  ),
  leak(
    'a message that waited in a backup is filed open though its report was hidden since',
    'src/channels/arrivals/file-arrived.ts',
    'hiddenByAny([intake, await hiddenThen(tx, idempotencyKey)])',
    'hiddenByAny([intake])',
    [restored, 'an SMS that waited in the backup'],
  ),
  leak(
    'the number of our post is destroyed with the key of its report',
    'src/secrecy/erase-report.ts',
    '    await keepSaid(tx, deps.pair, reportId)\n',
    '',
    [onX, 'our public answer goes, and its row after it: erased'],
  ),
  leak(
    'an answer to a forgotten letter is filed for everybody',
    'src/channels/email/own-report.ts',
    '  if (letterId && !letter) return { anonymous: true, confidential: true }\n',
    '',
    ['src/channels/email/hidden.slow.test.ts', 'an answer to a letter about a report that was forgotten hides all'],
  ),
  leak(
    'whoever there is no room for is said to be locked out',
    'src/secrecy/name-accused.ts',
    'if (added < names.length) throw new TooManyAccused(added)',
    'void added',
    ['src/my-report/my-report.test.ts', 'whoever there is no room for is not said to be locked out'],
  ),
  leak(
    'the log leads from a first try to a report without identity',
    'src/platform/jobs.ts',
    'lastTry && job.attempts > 1 ? { job: job.id } : {}',
    '{ job: job.id }',
    ['src/testing/proofs/times-without-identity.slow.test.ts', 'no line of the log'],
  ),
  leak(
    'when an overdue report without identity was told of is kept to the millisecond',
    'src/oversight/escalate-overdue.ts',
    'const at = timeKept(report, now)',
    'const at = now',
    [
      'src/testing/proofs/life-without-identity.slow.test.ts',
      'whatever happens in the life of a report without identity',
    ],
  ),
  leak(
    'when the address of an officer failed tells when a report without identity was filed',
    'src/notifications/send.ts',
    'await markAddressFailed(tx, deps.pair, { report_id, account_id }, wholeHour(deps.now()))',
    'await markAddressFailed(tx, deps.pair, { report_id, account_id }, deps.now())',
    ['src/testing/proofs/times-without-identity.slow.test.ts', 'after everything was done that follows from filing'],
  ),
  leak(
    'only the right guess of an account on X is stopped',
    'src/secrecy/personal-data/find-personal-data.ts',
    '    ...findHandles(text),\n',
    '',
    ['src/secrecy/personal-data/find-personal-data.test.ts', 'to somebody nobody may guess at'],
  ),
  leak(
    'the officer who filed without identity is kept',
    'src/intake/file-report.ts',
    'now, intake.withoutIdentity ? undefined : by, wait)',
    'now, by, wait)',
    ['src/intake/who-files.test.ts', 'without identity nothing is kept of the officer who filed it'],
  ),
  leak(
    'who was shown who filed writes it into a note for the offices',
    'src/desk/words-leaving.ts',
    'inside = parent === undefined && action.staysInside?.(values)\n',
    'inside = parent === undefined && action.staysInside?.(values)\n  if (inside) return perform()\n',
    ['src/desk/openings.slow.test.ts', 'who saw who filed writes it into no note'],
  ),
  leak(
    'what a reporter left to the parties is published',
    'migrations/0167-taken-back.sql',
    "f.move in ('forward', 'lower_secrecy', 'raise_secrecy')",
    "f.move in ('forward', 'raise_secrecy')",
    [unseen, 'what was said before everybody reads it may stay with the parties'],
  ),
  leak(
    'who filed it stands in public when they hide it',
    'migrations/0167-taken-back.sql',
    "f.move in ('forward', 'lower_secrecy', 'raise_secrecy')",
    "f.move in ('forward', 'lower_secrecy')",
    [takenBack, 'what was said before and names whoever now hides is gone from the public'],
  ),
  leak(
    'offices go on reading who filed it when that is hidden',
    'src/secrecy/words-about-who.ts',
    'taken.has(event.seq)',
    'taken.has(-event.seq)',
    [takenBack, 'what was said before and names whoever now hides is gone from the public'],
  ),
  leak(
    'a public copy that is made anew reads what was taken out of a reply',
    'migrations/0179-redacted-in-copies.sql',
    'casework.shown_words(e.text, e.seq, cut)',
    'e.text',
    [said, 'what was taken out stays out of the copy when the report moves on'],
  ),
  leak(
    'offices go on reading what was taken out of an anonymous reply',
    'src/desk/open-report.ts',
    'isWhole ? text : shown',
    'isWhole ? text : text',
    [said, 'of an anonymous report no office reads what was taken out'],
  ),
  leak(
    'a restored backup brings back words that were taken out of an answer',
    'src/cli/backup/take-back-again.ts',
    'seen.has(event) &&',
    'seen.size < 0 &&',
    [floored, 'words that were taken out of an answer after the backup do not come back'],
  ),
  leak(
    'a restored backup brings back words that were taken out',
    'src/cli/backup/take-back-again.ts',
    'shown !== undefined && now.print !== shown',
    'shown === now.print && false',
    [floored, 'words that were taken out of what the public reads after the backup do not come back'],
  ),
  leak(
    'a restored backup brings back what its reporter took back',
    'src/cli/backup/take-back-again.ts',
    'if (without.length > 0 && canTakeBack)',
    'if (without.length < 0 && canTakeBack)',
    [floored, 'what its reporter took back after the backup is taken back again'],
  ),
]
