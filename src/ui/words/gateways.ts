import type { Words } from './words.ts'

/** The operators that bring and take SMS, in the console. */
export const gatewayWords = {
  desk_gateways: { id: 'Operator SMS', en: 'SMS operators' },
  desk_gateways_caption: { id: 'Sambungan ke operator', en: 'Connections to operators' },
  desk_gateway: { id: 'Operator', en: 'Operator' },
  desk_gateway_state: { id: 'Keadaan', en: 'State' },
  desk_gateway_since: { id: 'Sejak', en: 'Since' },
  desk_gateway_transceiver: { id: 'dua arah', en: 'both ways' },
  desk_gateway_transmitter: { id: 'kirim', en: 'sending' },
  desk_gateway_http: { id: 'lewat HTTP', en: 'over HTTP' },
  desk_gateway_receiver: { id: 'terima', en: 'receiving' },
  desk_gateway_bound: { id: 'Tersambung', en: 'Connected' },
  desk_gateway_throttled: { id: 'Tersambung, diminta lebih pelan', en: 'Connected, asked to slow down' },
  desk_gateway_connecting: { id: 'Sedang menyambung', en: 'Connecting' },
  desk_gateway_down: { id: 'Terputus', en: 'Down' },
  desk_gateway_unheld: { id: 'Tidak dipegang: tidak ada proses yang berjalan', en: 'Not held: no process is running' },
  desk_quarantined_unread: { id: 'Tidak terbaca sebagai pesan', en: 'Could not be read as a message' },
  desk_deliveries_caption: { id: 'SMS keluar menurut tanda terimanya', en: 'SMS that left, by their receipts' },
  desk_delivery: { id: 'Tanda terima', en: 'Receipt' },
  desk_delivery_accepted: { id: 'Diterima operator', en: 'Taken by the operator' },
  desk_delivery_delivered: { id: 'Sampai di telepon', en: 'Delivered to the phone' },
  desk_delivery_undeliverable: { id: 'Tidak dapat disampaikan', en: 'Could not be delivered' },
  desk_delivery_expired: { id: 'Kedaluwarsa sebelum sampai', en: 'Expired before it arrived' },
  desk_delivery_resent: {
    id: 'Kembali, dikirim sekali lagi lewat yang lain',
    en: 'Came back, sent once more through another',
  },
  desk_delivery_unmatched: { id: 'Tanda terima tanpa pesannya', en: 'Receipts whose message is not known' },
  desk_delivery_unknown: { id: 'Tidak diketahui', en: 'Not known' },
} as const satisfies Words
