import type { Child } from 'hono/jsx'

export type Column = { name: Child; number?: boolean }

export type DataTableProps = {
  caption: string
  columns: readonly Column[]
  /** One cell for each column; the first is the row's heading. */
  rows: readonly (readonly Child[])[]
}

/** A table that scrolls sideways by itself on a phone, reachable by keyboard. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <div class="table-frame" role="region" aria-label={caption} tabindex={0}>
      <table>
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.number ? 'number' : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, index) => {
                const kind = columns[index]?.number ? 'number' : undefined
                return index === 0 ? (
                  <th scope="row" class={kind}>
                    {cell}
                  </th>
                ) : (
                  <td class={kind}>{cell}</td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
