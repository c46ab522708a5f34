/** Where the project's root is. */
export const ROOT = new URL('../..', import.meta.url).pathname.replace(/\/$/, '')

const colour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
const started = Date.now()

/** One line of progress. */
export const say = (text) => console.log(`${paint('36', '›')} ${text}`)
/** One line that asks for attention. */
export const warn = (text) => console.log(`${paint('33', '!')} ${text}`)
/** Seconds since the command began, for progress lines. */
export const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`

/** Something is in the way, and the message says what to do about it. Printed without a stack. */
export class Remedy extends Error {
  name = 'Remedy'
}

/** Ends the command: a remedy as a sentence, anything else with its stack. */
export const fail = (error) => {
  if (error instanceof Remedy) console.error(`\n${paint('31', '✗')} ${error.message}\n`)
  else console.error(error)
  process.exit(1)
}
