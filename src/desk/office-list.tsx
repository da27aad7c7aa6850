import type { Agency, Directory } from '../agencies/directory.ts'

/** What an office is typed as where only its own names count: its name; its id where others are called so too. */
function ownName(directory: Directory, { id, name }: Agency): string {
  return directory.findByOwnName(name)?.id === id ? name : id
}

/** Every office and unit, for the browser to offer those that match what is typed; closed ones too: whom a report accuses may have worked there. */
export function OfficeList({ id, directory }: { id: string; directory: Directory }) {
  return (
    <datalist id={id}>
      {directory.agencies.map((office) => {
        const value = ownName(directory, office)
        return <option value={value}>{value === office.id ? parentage(directory, office) : office.shortName}</option>
      })}
    </datalist>
  )
}

function parentage(directory: Directory, { name, rootId }: Agency): string {
  return [name, directory.agency(rootId)?.name].filter((one, at, all) => all.indexOf(one) === at).join(', ')
}

/** An office by its own name, or by its short name with what it is before it, as people write it: "Dinas PUPR Kota Kupang". No alias: those guess. */
export function findTyped(directory: Directory, typed: string): Agency | undefined {
  return directory.findByOwnName(typed) ?? directory.findByOwnName(typed.replace(/^\s*(?:dinas|badan|kantor)\s+/i, ''))
}
