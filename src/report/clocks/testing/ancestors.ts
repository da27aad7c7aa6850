/** The office's ancestors from a table of parents. */
export function ancestorsFrom(parentOf: ReadonlyMap<string, string | null>): (scope: string) => readonly string[] {
  return (scope) => {
    const above: string[] = []
    let parent = parentOf.get(scope)
    while (parent) {
      above.push(parent)
      parent = parentOf.get(parent)
    }
    return above
  }
}
