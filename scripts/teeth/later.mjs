import { firstCopy, copy, leak } from './places.mjs'

const asked = 'src/desk/public-later.test.ts'
const spoken = 'src/desk/said-preview.test.ts'
const before = 'src/desk/earlier-words.test.ts'
const shown = 'src/desk/approval.test.ts'
const imported = 'src/channels/import/write-reports.test.ts'
const signed = 'src/channels/email/signed.test.ts'

/** What is public later and nobody has looked at. */
export const later = [
  leak(
    'what an office writes under an embargo is not asked about',
    'src/desk/look-again.ts',
    'if (report.confidential || hasOwnPage',
    'if (report.published_at === null || report.confidential || hasOwnPage',
    [asked, 'what an office writes under an embargo is asked about once'],
  ),
  leak(
    'an answer goes out other than it was shown',
    'src/desk/look-again.ts',
    'const isShown = !isPress && values[lookedAt] === print',
    'const isShown = !isPress && values[lookedAt] !== undefined',
    [spoken, 'nothing is sent that was not shown: other words'],
  ),
  leak(
    'what an office took out of its answer is published',
    'src/desk/look-again.ts',
    'const said: Values = text === words ? values : { ...values, text }',
    'const said: Values = values',
    [spoken, 'one press takes a piece out, one puts it back'],
  ),
  leak(
    'a preview that is only looked at sends the answer',
    'src/desk/perform-action.ts',
    'await sql`rollback to savepoint unshown`.execute(tx)',
    '',
    [spoken, 'an answer that names somebody is shown once'],
  ),
  leak(
    'what a program writes under an embargo is not asked about',
    'src/casework-api/points-at-somebody.ts',
    "if (audience !== 'public' || report.confidential || body.sure) return",
    "if (report.published_at === null || audience !== 'public' || report.confidential || body.sure) return",
    [asked, 'a program is told of a plate under an embargo'],
  ),
  leak(
    'what was written before is published undecided',
    'src/desk/actions/forward-action.tsx',
    'if (isUndecided(earlier)) return',
    'if (isUndecided([])) return',
    [before, 'what was written before is shown marked, and nothing is published before it is decided'],
  ),
  leak(
    'a program publishes what was written before unasked',
    'src/casework-api/points-at-somebody.ts',
    'report.published_at === null ? await earlierFinds(tx, keeper, reportId) : []',
    'report.published_at === undefined ? await earlierFinds(tx, keeper, reportId) : []',
    [before, 'a program that forwards is told of a plate in what was written before'],
  ),
  leak(
    'words left to the parties are in the first copy',
    firstCopy,
    "'text', case when e.audience = 'public' and not e.seq = any (gone) then casework.shown_words(e.text, e.seq, cut) end,",
    "'text', case when e.audience = 'public' then casework.shown_words(e.text, e.seq, cut) end,",
    [before, 'one press keeps the words among the parties'],
  ),
  leak(
    'words left to the parties come back with the next move',
    copy,
    "'text', case when e.audience = 'public' and not e.seq = any (gone) then casework.shown_words(e.text, e.seq, cut) end,",
    "'text', case when e.audience = 'public' then casework.shown_words(e.text, e.seq, cut) end,",
    [before, 'one press keeps the words among the parties'],
  ),
  leak(
    'pictures of words left to the parties are public',
    firstCopy,
    ' and not e.seq = any (gone)\n  on conflict',
    '\n  on conflict',
    [before, 'pictures that came with words left to the parties stay with them'],
  ),
  leak(
    'an office leaves out what everybody has read',
    'src/disposition/forward-report.ts',
    "if (without.without && report.published_at !== null) refuse('nothing_to_change')",
    '',
    [before, 'what everybody has read already is no longer to be left out'],
  ),
  leak(
    'a picture joins a report unseen',
    'src/intake/attach-photos.ts',
    "await moveReport(tx, actor, reportId, { move: 'note', text, audience: 'office' }, rules, now)",
    'void text',
    [shown, 'a program that read the report before a picture joined it is told that it has changed'],
  ),
  leak(
    'a picture joins a report that the desk has forwarded',
    'src/intake/attach-photos.ts',
    ' || report.bounces > 0',
    '',
    [shown, 'a picture that comes when the report was forwarded under an embargo and returned'],
  ),
  leak(
    'what stands for the preview stands for its words alone',
    'src/desk/forward-shown.tsx',
    'seq: open.report.last_seq, shown })',
    "seq: open.report.last_seq, shown: shown ? '' : '' })",
    [shown, 'a picture that the preview did not show'],
  ),
  leak(
    'an imported answer about a confidential report is public once it is opened',
    'src/channels/import/answer-imported.ts',
    "const audience = imported.confidential ? 'line' : 'public'",
    "const audience = 'public'",
    [imported, 'the answer of an imported confidential report stays with its parties'],
  ),
  leak(
    'a name that is cut nowhere stands in what the office of a hidden report reads of a mail',
    'src/channels/arrivals/tell-report.ts',
    'isNamed && (await isHiding(tx, reportId)) ? unnamed : text',
    'text',
    [signed, 'where a name is not signed but said'],
  ),
  leak(
    'a name that is cut nowhere is published in a reply by mail',
    'src/channels/arrivals/tell-report.ts',
    "care: isNamed || place ? 'parties' : care",
    "care: place ? 'parties' : care",
    [signed, 'where a name is not signed but said'],
  ),
  leak(
    'an anonymous report by mail tells its sender in its words',
    'src/channels/email/file-mail.ts',
    'anonymous || confidential ? withoutWho(text) : text',
    'text',
    [signed, 'of a report that is filed anonymously no word tells its sender'],
  ),
  leak(
    'what the sender of an anonymous report tells of themselves under labels reaches its office',
    'src/channels/email/read/without-who.ts',
    '...ownData(text, signer),',
    '',
    ['src/channels/email/asked-data.test.ts', 'of an anonymous report neither the office'],
  ),
  leak(
    'a quoted letter of ours brings the link that ends its news to the office',
    'src/channels/email/read/cut-own-letter.ts',
    "text.replace(address, '…').replace(link, '…')",
    'text',
    ['src/channels/email/read/cut-own-letter.test.ts', 'no link and no address that acts on a report'],
  ),
  leak(
    'a name is thanked for in another writing that sounds like it',
    'src/accounts/said-names.ts',
    'whole.flatMap((stem) => asHeard(stem)).map((bare)',
    'whole.map(skeleton).map((bare)',
    ['src/secrecy/spelt-by-ear.test.ts', 'is not thanked as'],
  ),
]
