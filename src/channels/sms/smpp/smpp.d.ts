/** What we use of the library `smpp` 0.5.1, which brings no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:net'

  type Fields = Record<string, unknown>

  export type Pdu = {
    command: string
    command_status: number
    sequence_number: number
    isResponse(): boolean
    response(fields?: Fields): Pdu
    toBuffer(): Buffer
    /** Where its head alone could be read: what stands behind it. */
    unread?: Buffer
    [field: string]: unknown
  }

  export type Session = EventEmitter & {
    socket: import('node:net').Socket
    /** False when the socket takes nothing any more. */
    send(pdu: Pdu): boolean
    close(): void
    destroy(): void
  }

  type Filtered = { filter?: unknown }

  type Octets = { read(octets: number): Buffer | null }

  /** `length`: of an optional field, as its PDU says it. */
  type FieldType = { read(octets: Buffer, at: number, length?: number): unknown; size(): number }

  const smpp: {
    PDU: (new (
      command: string | Buffer,
      fields?: Fields,
    ) => Pdu) & {
      maxLength: number
      commandLength(stream: Octets): number | false
      fromStream(stream: Octets, length: number): Pdu | false
    }
    types: Record<'int8' | 'int16' | 'int32' | 'cstring', FieldType>
    commandsById: Record<number, { command: string } | undefined>
    commands: Record<string, { params?: Record<string, Filtered> }>
    tlvs: Record<string, Filtered>
    errors: Record<string, number>
    connect(options: object, listener?: () => void): Session
    createServer(options: object, listener: (session: Session) => void): Server & { sessions: Session[] }
  }
  export default smpp
}
