import type { Device } from './browser'
import { signByHand } from './hand'

/** A party's hands on the telephone, for what more than one of them does. */

/** Opens the party's case from the list, as it stands now. */
export const openMine = async (party: Device, title: RegExp): Promise<void> => {
  await party.open('/pages/home/index')
  await party.page.reload()
  await party.press(title)
}

/** Follows what the case asks for, as from a message that leads to it. */
const follow = async (party: Device, caseId: string, words: string): Promise<void> => {
  await party.open(`/packages/resident/pages/case/index?id=${caseId}`)
  await party.page.reload()
  await party.press(words)
}

/** Reads a paper and says that it is right. */
export const readBack = async (party: Device, caseId: string, paper: string): Promise<void> => {
  await follow(party, caseId, `看一看《${paper}》写得对不对`)
  await party.picture('reading')
  await party.press('看过了，写得对')
  await party.see('记下了，谢谢您')
}

/** Signs a paper by hand. */
export const signPaper = async (party: Device, caseId: string, paper: string): Promise<void> => {
  await follow(party, caseId, `在《${paper}》上签名`)
  await party.press('我来签名')
  await signByHand(party)
  await party.see('已经签好')
}
