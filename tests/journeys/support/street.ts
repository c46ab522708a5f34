import type { Service } from '@tests/support/service'

/** What each of twelve people says of one thing, in words of their own. */
export const SAID: readonly (readonly [name: string, words: string])[] = [
  ['刘大姐', '北街的下水道一下雨就返水，污水从地漏里冒出来，厨房地面全湿了，味道很大。'],
  ['住户老范', '北街下水道又返水了，卫生间里都是脏水，扫了一上午还没有干净。'],
  ['住户老邱', '我家在北街一楼，下水道返水已经第三回，木地板泡得鼓起来了。'],
  ['住户老严', '北街菜店门口的下水道返水，污水流到路面上，老人走过去要踩着砖头。'],
  ['住户老贺', '下水道返水没有人来管，北街这一段井盖边上一直往外冒黑水。'],
  ['住户老龚', '雨才下半个钟头，北街的下水道就返水，孩子上学鞋子全湿透。'],
  ['住户老汤', '北街下水道返水以后蚊子特别多，晚上窗都不敢开，请尽快疏通。'],
  ['住户老黎', '请来看看北街的下水道，返水的时候马桶也冲不下去，全家没法用。'],
  ['住户老易', '北街老房子的下水道太细了，每次返水都要自己用盆往外舀。'],
  ['住户老常', '去年就说要改北街下水道，今年照样返水，店里的米面都受潮了。'],
  ['住户老武', '北街下水道返水，臭气往楼上走，我妈有哮喘，实在受不了。'],
  ['住户老乔', '昨天夜里北街下水道返水，一楼几家一起往外扫水，折腾到两点多。'],
]

/** The titles of what somebody finds in the messages. */
export const toldTo = async (service: Service, name: string): Promise<string[]> =>
  (await (await service.login(name)).call('notifications.list', { query: { limit: 50 } })).items.map(({ title }) => title)
