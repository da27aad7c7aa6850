import { leak } from './places.mjs'

/** What a message hides, and what whoever wrote it hears. */
export const answered = [
  leak(
    'a wish not to publish is lost beside a wish for the name',
    'src/channels/sms/understand/whole-wishes.ts',
    "return placesOf(tokens, from, to + 1, 'hide', 'shield', 'quiet', ...telling).length === 0",
    'return true',
    ['src/channels/arrivals/raised-by.test.ts', 'who says both wants neither known'],
  ),
  leak(
    'whoever has the number of a withdrawn report hears that it was withdrawn',
    'src/channels/sms/withdrawn-before.ts',
    "    .where(filedBy(door), '=', senderIndex)\n",
    '',
    ['src/channels/withdrawing.slow.test.ts', 'who withdraws once more hears that it was withdrawn already and when'],
  ),
  leak(
    'by asking for words somebody with the telephone learns what a confidential report is about',
    'src/channels/asked/pick-by-words.ts',
    'if (content.length > 0 && some.some(({ hides }) => hides.confidential)) return undefined',
    '',
    ['src/channels/asked/picked-by-words.test.ts', 'words pick nothing while one of them is confidential'],
  ),
  leak(
    'what is said of a hidden report is told to the open one beside it as well',
    'src/channels/asked/of-several.ts',
    '!hidden || rank(hidden) === 0 ||',
    'true ||',
    ['src/channels/asked/of-several.slow.test.ts', 'where one of them is hidden its words stand in no other'],
  ),
  leak(
    'a denial tells by where it goes what a confidential report is about',
    'src/channels/asked/fitting-words.ts',
    ' || own.some(({ hides }) => hides.confidential)',
    '',
    ['src/channels/asked/fitting-words.test.ts', 'by words none is found while one of them is confidential'],
  ),
  leak(
    'what we ask back about stays open beside a wish to hide it',
    'src/channels/asked/with-asked.ts',
    '  if (asked) await hideAskedAbout(from, heard.text, asked.asked?.about)\n',
    '',
    ['src/channels/sms/beside-a-wish.slow.test.ts', 'where we ask back whether words are for a report'],
  ),
]
