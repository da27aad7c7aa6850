const duties = oneOf(
  'info humas pengaduan layanan pelayanan kontak admin ppid lapor halo cs sekretariat umum persuratan',
)
const offices = oneOf(
  'dinkes dinkesos disdukcapil dukcapil dishub dinhub dinsos disdik dindik disdikbud dikbud dispendik disnaker disnakertrans dinaker disperindag disdag disperkim perkim dispora disporapar dispar disparbud dispertan distan dislutkan dkp dlh dpmptsp dpmd dpupr pupr puprpkp dpu dputr damkar bappeda bappelitbangda bapperida bapenda bkd bkpsdm bpkad bpbd kesbangpol satpolpp diskominfo kominfo diskop diskopukm dinkop setda setwan bagor dprd inspektorat rsud rsu puskesmas pkm uptd upt upp kecamatan kec camat kelurahan kel lurah desa pemdes pemkab pemkot pemprov pemda pdam perumda samsat kemenag kua lpse kantor dinas badan bagian biro',
)

/** A duty or an office, of which others may hang on the name of an office: `dinkes`, `kel.oebobo`, `dishub-kupang`, `info2`. */
const own = new RegExp(
  `^(?:(?:${duties})(?:[._-]?(?:${duties}|${offices}))*\\d{0,4}|(?:${offices})(?:[._-][a-z0-9]+){0,3}|(?:${offices})\\d{0,4})@[\\w-]+(?:\\.[\\w-]+)*\\.(?:go|desa)\\.id(?:$|\\.?\\s)`,
  'i',
)

/** An office's mailbox, with or without the end of its sentence: an office or a duty at a government's domain, never a person's. */
export function isOfficesOwn(address: string): boolean {
  return own.test(address)
}

function oneOf(words: string): string {
  return words.split(' ').join('|')
}
