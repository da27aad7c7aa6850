import type { XState } from '../notifications/x-states.ts'
import { DataTable, Moment } from '../ui/components/index.ts'
import type { Duty } from './duty.ts'

/** How the installation gets on with X, part by part; nothing where no account is set. */
export function XHealth({ duty, states }: { duty: Duty; states: readonly XState[] }) {
  const { t } = duty
  if (states.length === 0) return null
  return (
    <section>
      <h2>{t.desk_x}</h2>
      <DataTable
        caption={t.desk_x_caption}
        columns={[{ name: t.desk_x_part }, { name: t.desk_x_how }, { name: t.desk_x_again }]}
        rows={states.map((state) => [
          t[`desk_x_${state.part}`],
          state.trouble ? t[`desk_x_is_${state.trouble}`] : t.desk_x_is_well,
          state.againAt ? <Moment locale={duty.locale} at={state.againAt} zone={duty.zone} /> : '–',
        ])}
      />
    </section>
  )
}
