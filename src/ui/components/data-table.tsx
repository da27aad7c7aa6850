import type { Child } from 'hono/jsx'

export type Column = { name: Child; number?: boolean }

export type DataTableProps = {
  caption: string
  columns: readonly Column[]
  /** One cell for each column; the first is the row's heading. */
  rows: readonly (readonly Child[])[]
  /** Sentences rather than figures: on a phone each row is a card whose cells stand below their columns' names, which must be words; `beside`: they stand beside short ones. */
  stacks?: boolean | 'beside'
}

/**
 * A table that scrolls sideways by itself on a phone, reachable by keyboard; or stacks there. Roles are written out because
 * a stacked table is displayed as blocks, which takes them away.
 */
export function DataTable({ caption, columns, rows, stacks = false }: DataTableProps) {
  return (
    <div
      class={['table-frame', stacks && 'stacks', stacks === 'beside' && 'beside'].filter(Boolean).join(' ')}
      role="region"
      aria-label={caption}
      tabindex={0}
    >
      <table role="table">
        <caption>
          <span>{caption}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th scope="col" role="columnheader" class={column.number ? 'number' : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((cells) => (
            <tr role="row">
              {cells.map((cell, index) => {
                const column = columns[index]
                const kind = column?.number ? 'number' : undefined
                return index === 0 ? (
                  <th scope="row" role="rowheader" class={kind}>
                    {cell}
                  </th>
                ) : (
                  <td role="cell" class={kind} data-column={stacks ? column?.name : undefined}>
                    {cell}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
