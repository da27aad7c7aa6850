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

  const smpp: {
    PDU: (new (
      command: string,
      fields?: Fields,
    ) => Pdu) & { maxLength: number; commandLength(stream: unknown): number | false }
    commands: Record<string, { params?: Record<string, Filtered> }>
    tlvs: Record<string, Filtered>
    errors: Record<string, number>
    connect(options: object, listener?: () => void): Session
    createServer(options: object, listener: (session: Session) => void): Server & { sessions: Session[] }
  }
  export default smpp
}
