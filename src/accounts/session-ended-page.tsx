import type { Context } from 'hono'
import { readPostedForm } from '../platform/posted-form.ts'
import { Notice } from '../ui/components/index.ts'
import { link, localeOf } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'
import { AccountFrame } from './account-page.tsx'

/** Never shown again, whoever sits there now. */
const secret = /^(sandi|kunci)/
/** What our own forms put in by themselves: counters, slugs, choices. */
const ours = /^[a-z0-9_.-]*$/

/** Someone sent a form after their session had ended: nothing was done, and what they typed is not lost. */
export async function sessionEnded(c: Context): Promise<Response> {
  const form = await readPostedForm(c.req.raw)
  const values = form.kind === 'form' ? [...form.values] : []
  const words = values.filter(([name, value]) => !secret.test(name) && !ours.test(value.trim()))
  return c.html(<SessionEndedPage c={c} words={words} />, 401)
}

function SessionEndedPage({ c, words }: { c: Context; words: [name: string, value: string][] }) {
  const locale = localeOf(c)
  const t = wordsIn(locale)
  return (
    <AccountFrame c={c} title={t.account_session_ended}>
      <h1>{t.account_session_ended}</h1>
      <Notice tone="warning">
        <p>{t.account_session_ended_text}</p>
      </Notice>
      {words.map(([name, value]) => (
        <div class="field">
          <label for={`kata-${name}`}>{t.account_session_ended_words}</label>
          <textarea id={`kata-${name}`} rows={6} readonly>
            {value}
          </textarea>
        </div>
      ))}
      <p>
        <a class="button" href={link(locale, '/masuk')}>
          {t.account_session_ended_again}
        </a>
      </p>
    </AccountFrame>
  )
}
