/** SQL: whether the ledger records that this report's words were erased, as its reporter asked. @param id an expression: the report */
export function erasedInLedger(id: string): string {
  return `exists (select from casework.ledger_line l where l.kind = 'erased' and l.report_id = ${id})`
}
