import type { Device } from './browser'
import { signByHand } from './hand'

/** The mediator's hands on the telephone, for what more than one journey does. */

/** A move that is made from the case's page. */
export const move = async (mediator: Device, label: string, reason = '', before?: () => Promise<void>): Promise<void> => {
  await mediator.press(new RegExp(`^${label}$`))
  await before?.()
  if (reason) await mediator.write(reason)
  await mediator.press(`确定${label}`)
  await mediator.see(`已办理：${label}`)
}

/** Takes on the case that waits in the inbox, and opens it. */
export const takeOn = async (mediator: Device, title: RegExp): Promise<void> => {
  await mediator.open('/pages/home/index')
  await mediator.see(title)
  await mediator.picture('inbox')
  await mediator.press(/^受理$/)
  await mediator.see('已受理，居民会收到通知')
  await mediator.press(title)
}

/** Proposes the first time that everybody has. */
export const propose = async (mediator: Device): Promise<void> => {
  await mediator.press('约时间')
  await mediator.page
    .locator('.h-sheet .h-pick')
    .filter({ hasText: /^\d\d:\d\d$/ })
    .first()
    .click()
  await mediator.picture('propose')
  await mediator.press(/发给当事人确认/)
  await mediator.see('已发给当事人')
}

/** Writes down that the session was held. */
export const finish = async (mediator: Device): Promise<void> => {
  await mediator.press('开完了')
  await mediator.press('确定开完了')
  await mediator.see('已记录')
}

/** Makes a one-time invitation; answers the address that its QR code and its link hold, without the place. */
export const invite = async (mediator: Device): Promise<string> => {
  await mediator.press('请对方参加')
  await mediator.press('生成邀请')
  const code = await mediator.page.locator('.w-code').filter({ visible: true }).last().textContent()
  await mediator.picture('invitation')
  await mediator.press('关闭')
  return `/packages/resident/pages/join/index?code=${code?.trim()}&part=respondent`
}

/** What a paper needs beyond what the case knows already: by label. */
export type Written = readonly (readonly [label: string, words: string])[]

/** Drafts a paper and shows it to the parties; `more` writes what is no field. */
export const present = async (mediator: Device, name: string, written: Written, more?: () => Promise<void>): Promise<void> => {
  await mediator.press(/^文书$/)
  await mediator.press('起草文书')
  await mediator.press(new RegExp(`^${name}`))
  await mediator.see('已按这件事的记录填好')
  for (const [label, words] of written) await mediator.fill(new RegExp(`^${label}`), words)
  await more?.()
  await mediator.picture('written')
  await mediator.press(/^保存$/)
  await step(mediator, '给各方核对', '已发给各方核对')
}

/** A step of the paper that is open. */
export const step = async (mediator: Device, label: string, done: string): Promise<void> => {
  await mediator.press(label)
  await mediator.press(`确定${label}`)
  await mediator.see(done)
}

/** The mediator signs last, and the seal is put on. */
export const signAndSeal = async (mediator: Device): Promise<void> => {
  await mediator.page.reload()
  await mediator.press(/^签名$/)
  await signByHand(mediator)
  await mediator.see('已签名')
  await step(mediator, '盖章生效', '已盖章生效')
  await mediator.picture('sealed')
}
