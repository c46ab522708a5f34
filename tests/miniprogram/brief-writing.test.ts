import type { BriefView, Claim, WriteBrief } from '@shared/briefs/schemas'
import { type Kept, openWriting, type Ports } from '@/features/briefs/write/autosave'
import {
  bodyOf,
  changed,
  isAll,
  isSame,
  MOST_CLAIMS,
  textOf,
  withClaim,
  withoutClaim,
  withoutEvidence,
} from '@/features/briefs/write/draft'
import { canStart, newStart, startBody, startKey } from '@/features/briefs/write/start-draft'
import { ApiProblem, NetworkError } from '@/lib/problem'
import { aBrief, aClaim } from './brief-fixtures'

const problem = (status: number, code: string) => new ApiProblem({ type: 'about:blank', status, code: code as never, title: '不行' })

describe('what is sent of a brief', () => {
  const brief = aBrief({
    situation: [aClaim('s1', '水压不足', { evidenceIds: ['e1'] })],
    causes: [aClaim('c1', '水管老了')],
    suggestions: [aClaim('g1', '换水管', { answers: ['s1', 'c1'] })],
  })
  const text = textOf(brief)

  test('leaves out claims without words, and answers to them', () => {
    const emptied = changed(text, 'causes', 'c1', { text: '  ' })
    const body = bodyOf(emptied, 4)
    expect(body.causes).toEqual([])
    expect(body.suggestions).toEqual([aClaim('g1', '换水管', { answers: ['s1'] })])
    expect(body.revision).toBe(4)
  })

  test('leaves out a title that is too short', () => {
    expect(bodyOf({ ...text, title: ' 停水 ' }, 1)).not.toHaveProperty('title')
    expect(isSame({ ...text, title: '停水' }, text)).toBe(true)
    expect(isAll({ ...text, title: '停水' }, text)).toBe(false)
  })

  test('is no different for an empty claim, which is kept on the device all the same', () => {
    const more = withClaim(text, 'situation', 's2')
    expect(isSame(more, text)).toBe(true)
    expect(isAll(more, text)).toBe(false)
    expect(isSame(changed(more, 'situation', 's2', { text: '晚上更低' }), text)).toBe(false)
  })

  test('has no more answers to a claim that is gone, and no claim that rests on evidence that is gone', () => {
    expect(withoutClaim(text, 'situation', 's1').suggestions[0]?.answers).toEqual(['c1'])
    expect(withoutEvidence(text, 'e1').situation[0]?.evidenceIds).toEqual([])
  })

  test('holds at most so many claims a part', () => {
    let full = text
    for (let at = 0; at < MOST_CLAIMS + 3; at += 1) full = withClaim(full, 'causes', `n${at}`)
    expect(full.causes).toHaveLength(MOST_CLAIMS)
  })
})

/** A service that keeps one brief, as the real one does: a save on an old revision is refused. */
const aStore = (first: BriefView) => {
  let stored = first
  let down = false
  const saves: WriteBrief[] = []
  const kept: { now: Kept | null } = { now: null }
  const ports: Ports = {
    save: async (body) => {
      saves.push(body)
      await Promise.resolve()
      if (down) throw new NetworkError()
      if (body.revision !== stored.revision) throw problem(409, 'conflict')
      const { revision, ...text } = body
      stored = { ...stored, ...(text as Partial<BriefView>), revision: revision + 1 }
      return stored
    },
    load: async () => stored,
    keep: (now) => {
      kept.now = now
    },
  }
  return {
    ports,
    saves,
    kept,
    stored: () => stored,
    /** Somebody else, or another device, at work. */
    elsewhere: (change: Partial<BriefView>) => {
      stored = { ...stored, ...change, revision: stored.revision + 1 }
    },
    fail: (on: boolean) => {
      down = on
    },
  }
}

const write = (writing: ReturnType<typeof openWriting>, words: string) =>
  writing.change(changed(writing.store.getState().text, 'situation', 's1', { text: words }))

describe('writing in a brief', () => {
  const first = aBrief({ revision: 3, situation: [aClaim('s1', '水压不足')] })
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('is on the device at once and at the service after a moment of quiet, in one save', async () => {
    const store = aStore(first)
    const writing = openWriting(first, null, store.ports)
    for (const words of ['水压不', '水压不够', '晚上水压不够']) write(writing, words)
    expect(store.kept.now?.text.situation[0]?.text).toBe('晚上水压不够')
    expect(store.saves).toHaveLength(0)
    await jest.advanceTimersByTimeAsync(2_000)
    expect(store.saves).toHaveLength(1)
    expect(writing.store.getState()).toMatchObject({ saved: 'yes', brief: { revision: 4 } })
    expect(store.kept.now).toBeNull()
  })

  test('that goes on during a save is saved by the next, on the new revision', async () => {
    const store = aStore(first)
    const writing = openWriting(first, null, store.ports)
    write(writing, '一')
    const all = writing.flush()
    write(writing, '一二')
    expect(await all).toBe(true)
    expect(store.saves.map(({ revision }) => revision)).toEqual([3, 4])
    expect(store.stored().situation[0]?.text).toBe('一二')
  })

  test('without a network stays on the device, and goes by itself when there is one again', async () => {
    const store = aStore(first)
    const writing = openWriting(first, null, store.ports)
    store.fail(true)
    write(writing, '没有网的时候写的')
    expect(await writing.flush()).toBe(false)
    expect(writing.store.getState().saved).toBe('kept')
    expect(store.kept.now?.text.situation[0]?.text).toBe('没有网的时候写的')
    store.fail(false)
    await jest.advanceTimersByTimeAsync(11_000)
    expect(store.stored().situation[0]?.text).toBe('没有网的时候写的')
    expect(writing.store.getState().saved).toBe('yes')
  })

  test('survives a killed app', async () => {
    const store = aStore(first)
    store.fail(true)
    const before = openWriting(first, null, store.ports)
    write(before, '写了一半')
    await before.flush()
    store.fail(false)
    const after = openWriting(first, store.kept.now, store.ports)
    expect(after.store.getState()).toMatchObject({ saved: 'no', text: { situation: [{ text: '写了一半' }] } })
    expect(await after.flush()).toBe(true)
    expect(store.stored().situation[0]?.text).toBe('写了一半')
  })

  test('goes on quietly when only the rest of the brief has changed', async () => {
    const store = aStore(first)
    const writing = openWriting(first, null, store.ports)
    store.elsewhere({ signatures: [{ id: 'p2', name: '沈慧文', state: 'signed', at: null }] })
    write(writing, '签名之后写的')
    expect(await writing.flush()).toBe(true)
    expect(store.stored()).toMatchObject({ situation: [{ text: '签名之后写的' }], signatures: [{ name: '沈慧文' }] })
  })

  test('asks when the text was changed elsewhere too, and overwrites nothing unseen', async () => {
    const store = aStore(first)
    const writing = openWriting(first, null, store.ports)
    store.elsewhere({ situation: [aClaim('s1', '电脑上写的')] })
    write(writing, '手机上写的')
    expect(await writing.flush()).toBe(false)
    expect(writing.store.getState().saved).toBe('conflict')
    expect(store.stored().situation[0]?.text).toBe('电脑上写的')
    // also after a restart, and with more written meanwhile
    write(writing, '手机上又写的')
    const again = openWriting(store.stored(), store.kept.now, store.ports)
    expect(again.store.getState()).toMatchObject({ saved: 'conflict', text: { situation: [{ text: '手机上又写的' }] } })
    again.choose('mine')
    expect(await again.flush()).toBe(true)
    expect(store.stored().situation[0]?.text).toBe('手机上又写的')
  })

  test('can be given up for what was written elsewhere', async () => {
    const store = aStore(first)
    const writing = openWriting(first, null, store.ports)
    store.elsewhere({ situation: [aClaim('s1', '电脑上写的')] })
    write(writing, '手机上写的')
    await writing.flush()
    writing.choose('theirs')
    expect(writing.store.getState()).toMatchObject({ saved: 'yes', text: { situation: [{ text: '电脑上写的' }] } })
    expect(store.kept.now).toBeNull()
  })

  test('shows what came from elsewhere as long as nothing was written here', () => {
    const writing = openWriting(first, null, aStore(first).ports)
    writing.arrived({ ...first, revision: 5, situation: [aClaim('s1', '电脑上写的')] })
    expect(writing.store.getState()).toMatchObject({ saved: 'yes', text: { situation: [{ text: '电脑上写的' }] } })
  })

  test('that is refused says why, and is tried again only with the next letter', async () => {
    const store = aStore(first)
    const save = jest.fn(() => Promise.reject(problem(400, 'invalid_input')))
    const writing = openWriting(first, null, { ...store.ports, save })
    write(writing, '不许写的')
    expect(await writing.flush()).toBe(false)
    expect(writing.store.getState()).toMatchObject({ saved: 'refused', problem: '不行' })
    await jest.advanceTimersByTimeAsync(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    write(writing, '改了一改')
    await jest.advanceTimersByTimeAsync(2_000)
    expect(save).toHaveBeenCalledTimes(2)
  })

  test('takes evidence that was added into account for the next save', async () => {
    const store = aStore(first)
    const writing = openWriting(first, null, store.ports)
    store.elsewhere({ evidence: [{ id: 'e1', type: 'note', text: '走访', source: '十一月' }] })
    writing.took(store.stored())
    const cited: Partial<Claim> = { evidenceIds: ['e1'] }
    writing.change(changed(writing.store.getState().text, 'situation', 's1', cited))
    expect(await writing.flush()).toBe(true)
    expect(store.saves.map(({ revision }) => revision)).toEqual([4])
  })
})

describe('a new brief', () => {
  const regions = [{ code: '880101', name: '青溪县' }]

  test('begins in the region of its source if that is the author’s, else in the author’s own', () => {
    expect(newStart({ title: '电梯', regionCode: '880101002' }, regions)).toMatchObject({ title: '电梯', regionCode: '880101002' })
    expect(newStart({ regionCode: '880202' }, regions).regionCode).toBe('880101')
  })

  test('needs a title of four characters and a region', () => {
    expect(canStart({ title: ' 电梯 ', regionCode: '880101', category: null })).toBe(false)
    expect(canStart({ title: '电梯加装', regionCode: '880101', category: null })).toBe(true)
    expect(canStart({ title: '电梯加装', regionCode: '', category: null })).toBe(false)
  })

  test('names one source, and keeps what was begun for each of them apart', () => {
    const draft = { title: '电梯加装', regionCode: '880101', category: null }
    expect(startBody(draft, { signalId: 'a', consultationId: 'b' })).toEqual({ title: '电梯加装', regionCode: '880101', signalId: 'a' })
    expect(new Set([startKey({}), startKey({ signalId: 'a' }), startKey({ consultationId: 'b' })]).size).toBe(3)
  })
})
