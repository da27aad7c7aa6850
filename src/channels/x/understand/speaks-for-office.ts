/** Handles, names and descriptions of offices; a person who works at one seldom says no more than its name. */
const office =
  /\b(?:pem(?:erintah|prov|kab|kot|da|kot|ko|des)\w*|dis(?:kominfo|dukcapil|hub|dik|perindag|pendik)\w*|dinas|kemen\w*|kementerian|bupati|wali ?kota|gubernur|setda|sekda|bappeda|bpbd|bkd|bkpsdm|inspektorat|humas\w*|divhumas|pol(?:res|da|sek|ri|restabes)\w*|kodim|koramil|kejaksaan|kejari|kpp|kppn|kpknl|kanwil|kantor (?:imigrasi|wilayah|pertanahan)|imigrasi|rutan|lapas|bapas|puskesmas|rsud|pdam|bpjs\w*|bpom|bbpom|bps|kpu|ombudsman|kecamatan|kelurahan|pemdes|ppid\w*|official|akun resmi|resmi)\b/i

export function speaksForOffice(speaker: string): boolean {
  return office.test(speaker.replace(/[_.]/g, ' '))
}
