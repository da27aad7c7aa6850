import { readWords } from '../sms/understand/read-words.ts'
import { isPolite } from '../sms/understand/said.ts'
import { wordSet } from '../sms/understand/word-set.ts'

const urging = wordSet(
  `segera cepat cepatnya secepatnya cepetan buruan dong donk ya yah yaa dipercepat diperbaiki ditangani diatasi diurus dibantu ditindak ditindaklanjuti
  diproses dibereskan banget bgt sekali please`,
)
/** Fewer words are all that is said. */
const fewest = 3

/** "jalan rusak di Oeba, tolong cepat diperbaiki ya" says "jalan rusak di Oeba": what only urges, in front and at the end, tells nothing more. */
export function withoutUrging(text: string): string {
  const words = readWords(text)
  const isTold = ({ word }: { word: string }) => !isPolite(word) && !urging.has(word)
  const [first, last] = [words.findIndex(isTold), words.findLastIndex(isTold)]
  return first < 0 || last - first + 1 < fewest ? text : text.slice(words[first]?.from, words[last]?.to)
}
