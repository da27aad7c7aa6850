/** How somebody excuses that they answer only now, with MAAF anywhere, */
const late =
  '(?:(?:baru|br|telat|terlambat|lama|lambat|lupa|lp|belum sempat|blm sempat|tidak sempat|tdk sempat|gak sempat)[ ]+)+(?:(?:bisa|sempat)[ ]+)?'
const writing =
  '(?:(?:mem|men|me|nge|nga)?(?:balas|bales|bls|baca|buka|jawab|respon|kabari|kabarin|kabar|lihat|lapor|konfirmasi|beritahu)|merespons?|menjawab|sempat|sms|info|kasih kabar|kasih tahu|beri kabar|memberi kabar)(?:nya|kan)?'
const because = '(?:[ ,]+(?:karena|krn|soalnya|lagi|lg|sedang)[ ]+(?:sibuk|repot|di luar kota|di kampung|kerja|sakit))?'
const sorry = '(?:(?:mohon|minta)[ ]+)?(?:maaf|mf|maap|sori|sorry)(?:kan)?'
const between =
  '(?:[ ,]+(?:pak|bapak|bu|ibu|min|mas|mbak|kak|ya|yah|saya|sy|aku|kami|kalau|kalo|karena|krn|atas|jika|agak|sangat|tadi))*'
const excuse = new RegExp(`\\b${sorry}${between}[ ,]+${late}${writing}${because}(?=$|[^\\p{L}])`, 'giu')
/** or as a clause of its own. */
const clause = new RegExp(
  `(?<=^|[.,;!\\n])[ ]*(?:(?:saya|sy|aku|kami|pak|bu)[ ]+)*${late}${writing}${because}(?:[ ,]+${sorry})?(?:[ ]+(?:ya|pak|bu|min|tadi|kemarin|kmrn))*[ ]*(?=$|[.,;!\\n])`,
  'giu',
)

/** "Sudah beres pak, maaf baru balas" without the excuse: it says of our answer nothing. */
export function withoutExcuse(text: string): string {
  return text.replace(excuse, ', ').replace(clause, ' ')
}
