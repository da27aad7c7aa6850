const not = '(?:tidak|tdk|tak|gak|ga|gk|g|nggak|ngga|enggak|kurang|krg|belum|blm)'
const self = '(?:(?:maaf|mohon maaf|saya|sy|aku|kami|pak|bu|kalau|kalo|soal|itu) )*'
const ignorance = RegExp(
  `^\\s*${self}(?:juga |jg |sendiri )?${not} (?:begitu |terlalu |persis )?(?:tahu|tau|tahu2|ingat|inget|hafal|hapal|yakin)(?: (?:persis|pasti|persisnya|pastinya|juga|jg|pak|bapak|bu|ibu|min|soal itu|itu))*(?=$|[ ,.;!])`,
  'iu',
)
const referral =
  /(?:^|[ ,.;]+)(?:(?:coba|cb|silakan|silahkan|bisa|boleh|mungkin|tolong|mohon|lebih baik|sebaiknya) )+(?:di)?(?:tanya|tanyakan|tanyain|hubungi|konfirmasi)(?: (?:ke|kpd|kepada|sama|pada|langsung|saja|aja|dengan))*(?: [\p{L}\p{N}]+){0,4}[ .!]*$/iu

/** "saya kurang tahu pak, coba tanya ketua RT" without what answers our question: that somebody does not know, and who does. */
export function withoutNotKnowing(text: string): string {
  const behind = text.replace(ignorance, '')
  return behind === text ? text : behind.replace(referral, '').replace(/^[\s,.;!]+/, '')
}
