import type { BriefView, WriteBrief } from '@shared/briefs/schemas'
import { createStore } from 'zustand/vanilla'
import { ApiProblem, wordsOf } from '@/lib/problem'
import { type BriefText, bodyOf, isAll, isSame, textOf } from './draft'

/** What stays on the device until the service has it. */
export interface Kept {
  text: BriefText
  /** What the service had when this was written: tells whether anybody else has written since. */
  base: BriefText
}

export type Saved = 'yes' | 'no' | 'saving' | 'kept' | 'refused' | 'conflict'
interface WritingState {
  /** As the service has it. */
  brief: BriefView
  /** As it is being written. */
  text: BriefText
  /** `kept`: no answer came, it is only on this device; `refused`: the service said no; `conflict`: it was written elsewhere too. */
  saved: Saved
  problem: string
}

/** What writing needs of the world. */
export interface Ports {
  save: (body: WriteBrief) => Promise<BriefView>
  load: () => Promise<BriefView>
  keep: (kept: Kept | null) => void
}

/** Milliseconds without a letter before what was written is sent, and before no answer is followed by another attempt. */
const QUIET = 1_500
const AGAIN = 10_000
const MOST_SAVES = 5

const begun = (brief: BriefView, kept: Kept | null): WritingState => {
  const theirs = textOf(brief)
  if (!kept || isAll(kept.text, theirs)) return { brief, text: theirs, saved: 'yes', problem: '' }
  const saved = isSame(kept.text, theirs) ? 'yes' : isSame(theirs, kept.base) ? 'no' : 'conflict'
  return { brief, text: kept.text, saved, problem: '' }
}

/**
 * Writes in a brief: every letter is on the device at once, and at the service after a moment of quiet. One save at a time,
 * each on the revision that the last one answered. Where the text was written elsewhere too, the author is asked; where only
 * the rest has changed (evidence, signatures), the save is repeated on the new revision.
 */
export const openWriting = (first: BriefView, kept: Kept | null, ports: Ports) => {
  const store = createStore<WritingState>(() => begun(first, kept))
  const is = (...states: Saved[]) => states.includes(store.getState().saved)
  let base = kept && is('conflict') ? kept.base : textOf(first)
  let running: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const later = (milliseconds: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void flush(), milliseconds)
  }
  const keep = () => {
    const { text, brief } = store.getState()
    ports.keep(isAll(text, textOf(brief)) ? null : { text, base })
  }
  /** The service's answer to what was done here; what was written meanwhile still has to go there. */
  const took = (brief: BriefView) => {
    const theirs = textOf(brief)
    if (!is('conflict')) {
      base = theirs
      store.setState(({ text }) => ({ saved: isSame(text, theirs) ? 'yes' : 'no', problem: '' }))
    }
    store.setState({ brief })
    keep()
  }
  /** How things stand at the service by now. Whether the text there is still what this one was written on decides. */
  const arrived = (brief: BriefView) => {
    const theirs = textOf(brief)
    const { text } = store.getState()
    const both = !isSame(theirs, base) && !isSame(text, theirs)
    if (!is('conflict') && isAll(text, base)) store.setState({ text: theirs })
    else store.setState({ saved: both ? 'conflict' : 'no' })
    took(brief)
  }
  const failed = (error: unknown) => {
    const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429
    store.setState({ saved: refused ? 'refused' : 'kept', problem: wordsOf(error) })
    if (!refused) later(AGAIN)
  }
  const once = async () => {
    const { text, brief } = store.getState()
    store.setState({ saved: 'saving' })
    try {
      took(await ports.save(bodyOf(text, brief.revision)))
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 409)) return failed(error)
      await ports.load().then(arrived).catch(failed)
    }
  }
  const run = async () => {
    // what is written while one save is under way goes with the next
    for (let tries = 0; tries < MOST_SAVES && is(...(tries === 0 ? (['no', 'kept', 'refused'] as const) : (['no'] as const))); tries += 1) {
      await once()
    }
    return is('yes')
  }
  /** Sends what has not been sent; answers whether all of it is there. */
  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
  const change = (text: BriefText) => {
    store.setState({ text })
    if (!is('conflict', 'saving')) store.setState(({ brief }) => ({ saved: isSame(text, textOf(brief)) ? 'yes' : 'no' }))
    keep()
    if (is('no')) later(QUIET)
  }
  /** Ends a conflict: with what was written here, or with what is there. */
  const choose = (whose: 'mine' | 'theirs') => {
    const { brief, text } = store.getState()
    base = textOf(brief)
    store.setState({ text: whose === 'mine' ? text : base, saved: whose === 'mine' ? 'no' : 'yes', problem: '' })
    keep()
    if (whose === 'mine') void flush()
  }
  /** Sends the rest, and tries no more. */
  const close = () => {
    closed = true
    void flush()
  }
  return { store, change, flush, took, arrived, choose, close }
}
export type Writing = ReturnType<typeof openWriting>
