import type { Named } from '../accounts/fingerprint.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { Facts, LinkButton, Notice } from '../ui/components/index.ts'
import { clockTime } from '../ui/format.ts'
import { link } from '../ui/locale.ts'
import { DeskPage } from './desk-page.tsx'
import type { Duty } from './duty.ts'

export type Contact = Pick<Named, 'name' | 'phone' | 'email' | 'x' | 'at'>

/** Who filed it, as the reporter left it. Nothing of it is kept by the browser or by us. */
export function IdentityPage(props: { duty: Duty; id: string; contact: Contact | undefined; until: Date | undefined }) {
  const { duty, id, contact, until } = props
  const { t, locale, zone } = duty
  const facts = (['name', 'phone', 'email', 'x'] as const).map((name) => {
    const value = name === 'x' ? onX(contact) : contact?.[name]
    return value ? { name: t[`opening_${name}`], value } : null
  })
  const at = contact?.at
  if (at) facts.push({ name: t[`report_channel_${at.door}`], value: at.id })
  return (
    <DeskPage duty={duty} title={t.opening_what_identity}>
      <div class="desk-column">
        <h1>
          {t.opening_what_identity} <span class="code">{groupTrackingId(id)}</span>
        </h1>
        {contact && until ? (
          <Notice tone="warning">
            <p>{t.opening_counted(clockTime(locale, until, zone))}</p>
          </Notice>
        ) : (
          <Notice>
            <p>{t.opening_preparing}</p>
          </Notice>
        )}
        {contact ? facts.some(Boolean) ? <Facts facts={facts} /> : <p>{t.opening_no_contact}</p> : null}
        <LinkButton href={link(locale, `/kelola/laporan/${id}/pembukaan`)}>{t.opening_back_openings}</LinkButton>
      </div>
    </DeskPage>
  )
}

/** Its name there, or where X gave none the number of the account. */
function onX(contact: Contact | undefined): string | undefined {
  return contact?.x && (contact.x.handle ? `@${contact.x.handle}` : contact.x.id)
}
