import { jakarta } from './reports/jakarta.ts'
import { kupang } from './reports/kupang.ts'
import { kupangHealth } from './reports/kupang-health.ts'
import { martas } from './reports/marta.ts'
import { nation } from './reports/nation.ts'
import { papua } from './reports/papua.ts'
import { surabayaLuwu } from './reports/surabaya-luwu.ts'
import type { Story } from './story.ts'

/** Every invented report of the demonstration country. */
export const stories: readonly Story[] = [
  ...martas,
  ...kupang,
  ...kupangHealth,
  ...jakarta,
  ...surabayaLuwu,
  ...papua,
  ...nation,
]
