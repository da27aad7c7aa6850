import { type Agency, type Directory, ownNameOf } from '../agencies/directory.ts'

/** Every office and unit, for the browser to offer those that match what is typed; closed ones too: whom a report accuses may have worked there. */
export function OfficeList({ id, directory }: { id: string; directory: Directory }) {
  return (
    <datalist id={id}>
      {directory.agencies.map((office) => {
        const value = ownNameOf(directory, office)
        return <option value={value}>{value === office.id ? parentage(directory, office) : office.shortName}</option>
      })}
    </datalist>
  )
}

function parentage(directory: Directory, { name, rootId }: Agency): string {
  return [name, directory.agency(rootId)?.name].filter((one, at, all) => all.indexOf(one) === at).join(', ')
}
