import { Field, RadioCards, Select, TextArea } from '../ui/components/index.ts'
import { type FieldsProps, fieldOf } from './action.ts'
import { AgencyField } from './agency-field.tsx'
import { areaName } from './area-names.ts'
import { kinds } from './desk-filters.ts'
import { suggestAgencies } from './suggest-agencies.ts'

const noun = 'penerusan'

/** The edited report and the office that shall answer it. What was not typed yet is as the report stands. */
export function ForwardFields(given: FieldsProps) {
  const { t, locale, setting } = given.duty
  const { directory } = setting
  const props = { ...given, values: { ...standing(given), ...given.values } }
  return (
    <>
      <Field {...fieldOf(noun, props, 'title')} label={t.desk_title} hint={t.desk_title_hint} required />
      <TextArea
        {...fieldOf(noun, props, 'text')}
        label={t.desk_public_text}
        hint={t.desk_public_text_hint}
        rows={10}
        required
      />
      <div class="filter-grid">
        <Select
          {...fieldOf(noun, props, 'kind')}
          label={t.desk_kind}
          options={kinds.map((kind) => ({ value: kind, label: t[`report_kind_${kind}`] }))}
        />
        <Select
          {...fieldOf(noun, props, 'category')}
          label={t.desk_category}
          optional={t.common_optional}
          blank={t.desk_category_none}
          options={directory.categories.map(({ id, parentId, nameId, nameEn }) => ({
            value: id,
            label: locale === 'id' ? nameId : nameEn,
            group: groupName(directory.category(parentId ?? ''), locale),
          }))}
        />
      </div>
      <AreaField {...props} />
      <Field
        {...fieldOf(noun, props, 'place')}
        label={t.desk_place}
        optional={t.common_optional}
        hint={given.open.report.anonymous ? t.desk_place_office_hint : t.desk_place_hint}
        autocomplete="off"
      />
      {given.duty.actor.role === 'coordinator' ? <OwnUnits {...props} /> : <Offices {...props} />}
    </>
  )
}

function groupName(category: { nameId: string; nameEn: string } | undefined, locale: 'id' | 'en') {
  return locale === 'id' ? category?.nameId : category?.nameEn
}

/** The report as it stands, as values of the form. */
function standing({ open, duty }: FieldsProps): Record<string, string> {
  const { report, words } = open
  const [first] = suggestAgencies(open, duty.setting.directory)
  return {
    title: words?.title ?? '',
    text: words?.text ?? '',
    place: standingPlace(open),
    kind: report.kind,
    category: report.category_id ?? '',
    area: report.area_code ? areaName(duty.setting.directory, report.area_code) : '',
    suggested: duty.actor.role === 'coordinator' ? (duty.actor.agencyId ?? '') : (first?.id ?? ''),
  }
}

/** The place in words as it stands: edited before, else as the reporter wrote it. */
export function standingPlace({ report, words }: FieldsProps['open']): string {
  return words?.shownPlace ?? report.place ?? ''
}

function AreaField(props: FieldsProps) {
  const { t, setting } = props.duty
  const { place } = props.open.report
  return (
    <>
      <Field
        {...fieldOf(noun, props, 'area')}
        label={t.desk_area}
        optional={t.common_optional}
        hint={place ? t.desk_area_written(place) : undefined}
        list="areas"
        autocomplete="off"
      />
      <datalist id="areas">
        {setting.directory.areas.map((area) => (
          <option value={areaName(setting.directory, area.code)} />
        ))}
      </datalist>
    </>
  )
}

/** The national desk chooses any office: one that is suggested, or by its name. */
function Offices(props: FieldsProps) {
  const { t, setting } = props.duty
  const suggestions = suggestAgencies(props.open, setting.directory)
  return (
    <>
      {suggestions.length > 0 ? (
        <RadioCards
          {...fieldOf(noun, props, 'suggested')}
          legend={t.desk_forward_to}
          choices={suggestions.map(({ id, name, parentId }) => ({
            value: id,
            title: name,
            text: parentId ? setting.directory.agency(parentId)?.name : undefined,
          }))}
        />
      ) : null}
      <AgencyField
        {...fieldOf(noun, props, 'agency')}
        duty={props.duty}
        label={suggestions.length > 0 ? t.desk_forward_other : t.desk_forward_to}
        hint={t.desk_forward_to_hint}
      />
    </>
  )
}

/** A coordinator forwards to the own agency, perhaps with the unit already chosen. */
function OwnUnits(props: FieldsProps) {
  const { t, setting, actor } = props.duty
  const own = setting.directory.agency(actor.agencyId ?? '')
  const units = setting.directory.unitsOf(actor.agencyId ?? '').filter((unit) => unit.active)
  return (
    <Select
      {...fieldOf(noun, props, 'suggested')}
      error={props.errors.agency}
      label={t.desk_forward_unit}
      options={[
        { value: own?.id ?? '', label: own?.name ?? '' },
        ...units.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
