import { type WordedDoor, wordedDoors } from '../../notifications/wording/delivered.ts'
import { allTold, type Told } from '../../notifications/wording/told.ts'
import { Filters, Select } from '../../ui/components/index.ts'
import { link } from '../../ui/locale.ts'
import type { Duty } from '../duty.ts'

/** Of the table what is shown: one door unless all are asked for, and one event if one is. */
export type ShownWords = { door: WordedDoor | 'semua'; on: Told['on'] | '' }

const [firstDoor] = wordedDoors

/** What the address asks for; a door or an event that is none of ours asks for nothing. */
export function readShownWords(asked: Record<string, string>): ShownWords {
  const door = asked.pintu === 'semua' ? 'semua' : (wordedDoors.find((one) => one === asked.pintu) ?? firstDoor)
  return { door, on: allTold().find(({ on }) => on === asked.kejadian)?.on ?? '' }
}

/** The rows that are asked for; of each, as that door says it. */
export function rowsShown({ door, on }: ShownWords): Told[] {
  return allTold().filter((row) => (door === 'semua' || row.doors.includes(door)) && (on === '' || row.on === on))
}

/** One door or all, one event or all. */
export function WordingFilter({ duty, shown }: { duty: Duty; shown: ShownWords }) {
  const { t, locale } = duty
  const events = [...new Set(allTold().map(({ on }) => on))]
  const path = link(locale, '/kelola/pemberitahuan')
  const doors = wordedDoors.map((door) => ({ value: door, label: t[`wording_door_${door}`] }))
  return (
    <Filters locale={locale} action={path} clear={path} active title={t.wording_filter}>
      <Select
        name="pintu"
        id="pintu"
        label={t.wording_doors}
        options={[...doors, { value: 'semua', label: t.wording_all_doors }]}
        value={shown.door}
      />
      <Select
        name="kejadian"
        id="kejadian"
        label={t.wording_on}
        blank={t.wording_all_events}
        options={events.map((on) => ({ value: on, label: t[`wording_on_${on}`] }))}
        value={shown.on}
      />
    </Filters>
  )
}
