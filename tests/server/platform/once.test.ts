import { AppError, Conflict, InvalidInput } from '@server/platform/errors'
import { createOnce, markOf, type RequestMark } from '@server/platform/once'

interface Thing {
  text: string
  request?: RequestMark
}
const mark = (text: string, key: string | undefined = 'k1') => markOf({ actorId: 'a1', call: 'things.add', key, body: { text } })
const things = () => {
  const made: Thing[] = []
  const find = async (one: RequestMark) => made.find(({ request }) => request?.key === one.key && request.by === one.by) ?? null
  const add = async (text: string, request: RequestMark | undefined): Promise<Thing> => {
    const thing = { text, ...(request ? { request } : {}) }
    made.push(thing)
    return thing
  }
  return { made, find, add }
}
const duplicate = (field: string) => Object.assign(new Error('E11000'), { code: 11_000, keyPattern: { [field]: 1 } })

describe('something that is made once for a key', () => {
  it.each([
    ['that it is there already', new Conflict('already_exists')],
    ['that its time has passed', InvalidInput.field('at', 'past', '已过')],
    ['another unique index', duplicate('slot')],
    ['the index of the key', duplicate('request.key')],
  ])('is the answer to the same request, sent at the same moment, though it is refused for %s', async (_, refusal) => {
    const { made, find, add } = things()
    const one = mark('早上不要卸货')
    // The faster one has written between this one's look and its write.
    const create = async (): Promise<Thing> => {
      await add('早上不要卸货', one)
      throw refusal
    }
    for (const lookFirst of [false, true]) {
      made.length = 0
      const answer = await createOnce<Thing>({ mark: one, create, find, lookFirst })
      expect(answer).toEqual({ value: made[0], created: false })
      expect(made).toHaveLength(1)
    }
  })

  it('is refused like anything else when nothing was made with its key, or when it has none', async () => {
    const { find, add } = things()
    await add('早上不要卸货', mark('早上不要卸货', 'another'))
    const create = () => Promise.reject(new Conflict('already_exists'))
    for (const one of [mark('早上不要卸货'), undefined])
      await expect(createOnce<Thing>({ mark: one, create, find })).rejects.toMatchObject({ code: 'already_exists' })
  })

  it('says that the key was used for something else rather than why that was refused', async () => {
    const { find, add } = things()
    await add('早上不要卸货', mark('早上不要卸货'))
    const create = () => Promise.reject(new Conflict('already_exists'))
    await expect(createOnce<Thing>({ mark: mark('晚上不要卸货'), create, find })).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  })

  it('does not hide a fault of ours behind what was made', async () => {
    const { find, add } = things()
    const one = mark('早上不要卸货')
    await add('早上不要卸货', one)
    const create = () => Promise.reject(new TypeError('x is not a function'))
    await expect(createOnce<Thing>({ mark: one, create, find })).rejects.not.toBeInstanceOf(AppError)
  })
})
