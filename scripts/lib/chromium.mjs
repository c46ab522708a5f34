import { existsSync } from 'node:fs'
import { Remedy } from './say.mjs'
import { installSystem, run, which } from './system.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

const find = () => process.env.CHROMIUM ?? NAMES.map(which).find(Boolean) ?? (existsSync(MAC) ? MAC : undefined)

/** A Chromium for the journeys, with fonts for Chinese; installed where that is allowed. Throws a Remedy otherwise. */
export const findChromium = () => {
  let chromium = find()
  if (!chromium) {
    installSystem(['chromium', 'fonts-noto-cjk'], 'browser journeys')
    chromium = find()
  }
  if (!chromium || !run(chromium, ['--version']).ok)
    throw new Remedy('No Chromium 没有浏览器: install chromium (or Chrome), or set CHROMIUM=/path/to/it, and run npm test again.')
  const fonts = which('fc-list') ? run('fc-list', [':lang=zh']) : undefined
  if (fonts?.ok && fonts.text.trim() === '') installSystem(['fonts-noto-cjk'], 'Chinese characters in screenshots')
  return chromium
}
