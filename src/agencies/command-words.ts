export type Command =
  | 'check'
  | 'reply'
  | 'yes'
  | 'done'
  | 'not'
  | 'rate'
  | 'anonymous'
  | 'confidential'
  | 'stop'
  | 'start'
  | 'help'
  | 'file'

/** The commands of an SMS and how people write them, lower case. They stand where an office's keyword stands, so that none may be one. */
export const spellings: Record<Command, readonly string[]> = {
  check: list('cek dicek check chek ceck ngecek cekin cekkan ngecekin status stts lacak pantau'),
  reply: list('balas bls bales bals balaskan reply'),
  yes: list('ya iya iyah iye iy y yes yup yap yoi yoa ok oke okey okay okeh sip siip setuju stuju betul benar'),
  done: list('selesai slesai selesei kelar beres tuntas rampung puas memuaskan sudah udah udh sdh dah uda sudh'),
  not: list('belum blm belom blom blum belon blon blun'),
  rate: list('nilai nilainya nilaiku bintang rating skor'),
  anonymous: list('anonim anonym anonymous anonimkan'),
  confidential: list('rahasia rahasiakan dirahasiakan'),
  stop: list('stop setop berhenti unsubscribe unsub unreg'),
  start: list('mulai start'),
  help: list('bantuan help info menu petunjuk cara bantu'),
  file: list('lapor'),
}

/** Words that answer our questions or open what we offer; taught as the commands are. */
const others = list('baru semua lanjut cabut ombudsman rahasia anonim')

/** Whether an SMS that begins with this word commands something, in any case. */
export function isCommandWord(word: string): boolean {
  const written = word.toLowerCase()
  return others.includes(written) || Object.values(spellings).some((some) => some.includes(written))
}

function list(words: string): string[] {
  return words.split(/\s+/).filter(Boolean)
}
