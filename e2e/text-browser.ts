import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** Whether this machine has what the test needs; scripts/text-browsers.mjs installs it for root. */
export const hasTextBrowsers = ['lynx', 'w3m', 'tmux'].every((name) => spawnSync('which', [name]).status === 0)

/** A page as w3m prints it for a person who reads it: no scripts, pictures or cookies. */
export function readInW3m(address: string): string {
  return execFileSync('w3m', ['-no-cookie', '-cols', '90', '-dump', address], { encoding: 'utf8' })
}

/** A page as lynx prints it, without its list of links. */
export function readInLynx(address: string): string {
  return execFileSync('lynx', ['-dump', '-nolist', '-display_charset=utf-8', '-width=90', address], {
    encoding: 'utf8',
  })
}

/** Fields and links carry numbers, nothing is typed into a field that was not chosen, and no cookie is taken. */
const settings =
  'SET_COOKIES:FALSE\nKEYPAD_MODE:LINKS_AND_FORM_FIELDS_ARE_NUMBERED\nDEFAULT_KEYPAD_MODE:LINKS_AND_FORM_FIELDS_ARE_NUMBERED\n'

/** Lynx at a terminal of 100 columns, high enough for a whole page; driven by keys, read by its screen. */
export async function openLynx(address: string) {
  const folder = mkdtempSync('/tmp/lapor-lynx-')
  const socket = join(folder, 'tmux')
  const tmux = (...options: string[]) => execFileSync('tmux', ['-S', socket, ...options], { encoding: 'utf8' })
  writeFileSync(join(folder, 'lynx.cfg'), `INCLUDE:/etc/lynx/lynx.cfg\n${settings}`)
  const lynx = `env LANG=C.UTF-8 HOME=${folder} lynx -cfg=${join(folder, 'lynx.cfg')} -tna ${address}`
  tmux('new-session', '-d', '-x', '100', '-y', '220', lynx)

  const screen = () => tmux('capture-pane', '-p')
  const press = (key: string) => tmux('send-keys', key)
  const type = (text: string) => tmux('send-keys', '-l', text)
  /** Waits until the screen shows this. */
  const until = async (shown: string | RegExp) => {
    await expect.poll(screen, { timeout: 30_000, interval: 50 }).toMatch(shown)
    return screen()
  }
  /** The number that stands at this place of the page: the first group of the pattern. */
  const numberAt = (place: RegExp): string => {
    const found = place.exec(screen())?.[1]
    if (!found) throw new Error(`${place} is not on the screen:\n${screen()}`)
    return found
  }
  const choose = async (place: RegExp) => {
    type(`${numberAt(place)}g`)
    await until(/page\) number: \d+g/)
    press('Enter')
    await until(/^\((?:Text|NORMAL|Form|Radio|Checkbox|File|Option)/m)
  }
  return {
    until,
    /** Presses a button or follows a link, by the words around its number. */
    async follow(place: RegExp) {
      await choose(place)
      press('Enter')
    },
    async fill(place: RegExp, text: string) {
      await choose(place)
      press('Enter')
      await until(/Enter (?:text|filename)/)
      press('C-u')
      type(text)
      press('Tab')
      await until(text.slice(0, 15))
    },
    async go(to: string) {
      type('g')
      await until('URL to open:')
      press('C-u')
      type(to)
      press('Enter')
    },
    close() {
      tmux('kill-server')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
