import { seedAccount } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'

const SURNAMES = '陈林黄周吴徐孙胡朱高何郭马罗梁宋郑谢韩唐'
const GIVEN = ['桂珍', '建军', '小梅', '国强', '丽娟', '文斌']

/** More residents, who stand behind topics and vote; nobody logs in as one of them. */
export const fillNeighbours = (count: number): Promise<Actor[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const name = `${SURNAMES[index % SURNAMES.length]}${GIVEN[Math.floor(index / 7) % GIVEN.length]}`
      const { accountId, personId } = await seedAccount({ openid: `demo-neighbour-${index}`, name, roles: [] })
      return { accountId, personId, name, sessionId: 'demo', roles: [] }
    }),
  )
