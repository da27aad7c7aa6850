const passedOn =
  /\b(?:sudah|telah|akan|sdh|tlh)\s+(?:kami\s+|di\s?)?(?:teruskan|sampaikan|koordinasikan|disposisikan)\w*/i
const courtesy =
  /\b(?:terima\s?kasih|trims|makasih|atas|laporan\w*|informasi\w*|masukan\w*|perhatian\w*|partisipasi\w*|bapak|ibu|sdr|saudara|kepada|ke|dinas|opd|bidang|unit|instansi|pihak|yang|terkait|berwenang|untuk|segera|ditindaklanjuti|dan|kami|mohon|bersabar|menunggu|selamat|pagi|siang|sore|malam|yth|salam|anda|ini|sudah|telah|akan)\b/gi

/** Words left, once passing on and courtesy are taken away, below which nothing has been answered. */
const fewestWords = 6

/**
 * Whether a text only says that the report was passed on ("sudah diteruskan, terima kasih"): progress, not an answer
 * (domain, section 5). Used to ask the officer once more, not to read minds.
 */
export function isOnlyForwarded(text: string): boolean {
  if (!passedOn.test(text)) return false
  const rest = text.replace(new RegExp(passedOn, 'gi'), ' ').replace(courtesy, ' ')
  return (rest.match(/\p{L}{2,}/gu) ?? []).length < fewestWords
}
