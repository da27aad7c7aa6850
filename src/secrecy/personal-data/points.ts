import { type Find, findsOf } from './find.ts'

const fraction = '[.,]\\d{4,}'
/** Latitudes from 11 south to 6 north and longitudes from 94 to 141 east, where the country lies, in either order; money has three decimals at most. */
const latitude = `[-–−]?(?:1[01]|\\d)${fraction}`
const longitude = `(?:9[4-9]|1[0-3]\\d|14[01])${fraction}`
const between = '[^\\p{L}\\d\\n]{1,8}(?:\\p{L}{1,9}[^\\p{L}\\d\\n]{1,8}){0,2}'

const coordinates = [
  new RegExp(`(?<![\\d.,])${latitude}${between}${longitude}(?!\\d)`, 'dgu'),
  new RegExp(`(?<![\\d.,])${longitude}${between}${latitude}(?!\\d)`, 'dgu'),
  /(?<![\d.,])\d{1,3}(?:[.,]\d+)?[ ]?(?:°|º|˚|derajat)[^\n]{0,24}?(?<!\p{L})(?:[NSEW]|LU|LS|BT|lintang|bujur)(?!\p{L})/dgiu,
  /(?<!\p{L})(?:lat(?:itude)?|long?|longitude|lintang|bujur)[\s:=]{1,3}[-–−]?\d{1,3}[.,]\d{2,}/dgiu,
]
const links =
  /(?<![\p{L}\d])(?:(?:maps\.app\.)?goo\.gl\/|g\.co\/|maps\.google\.|(?:www\.)?google\.[a-z.]{2,6}\/maps|maps\.apple\.|(?:www\.)?waze\.com|ul\.waze\.|(?:www\.)?openstreetmap\.|osm\.org|(?:www\.)?bing\.com\/maps|wego\.here\.|w3w\.co|geo:)[^\s)]*/dgiu
/** Google's codes of places: `6P5GRHM4+5C`, `RHM4+5C`. */
const codes = /(?<![\p{L}\d])[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}(?![\p{L}\d])/dgu

/** Places on earth to the metre: coordinates, links to maps, codes of places. */
export function findPoints(text: string): Find[] {
  return [...coordinates, links, codes].flatMap((pattern) => findsOf(text, 'address', pattern))
}
