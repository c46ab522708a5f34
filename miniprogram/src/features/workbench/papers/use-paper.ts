import type { PaperMove, PaperView } from '@shared/papers/schemas'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import type { Person } from './people'
import { texts } from './texts'

/** What follows from a sealed paper (the case agreed, its promises made) is there a moment later. */
const AFTER = 2_000

/** Everything that a step of a paper may have changed. */
export const refreshPapers = (): Promise<unknown> =>
  invalidate('papers.get', 'papers.list', 'cases.get', 'cases.list', 'obligations.list', 'docket.get')

/** As `refreshPapers`, and once more when what follows has happened. */
export const refreshAfter = (move: PaperMove): Promise<unknown> => {
  if (move === 'seal') setTimeout(() => void refreshPapers(), AFTER)
  return refreshPapers()
}

/** Those who still have to hear the text that stands now, the parties' own telephones or not. */
export const unheard = (paper: PaperView): Person[] =>
  paper.waitsFor.flatMap(({ partyId, name }) => {
    const heard = paper.readings.some((reading) => reading.partyId === partyId && reading.current && reading.agreed)
    return partyId !== null && !heard ? [{ id: partyId, name }] : []
  })

/** What somebody says is wrong with the text that stands now. */
export const objectionsTo = (paper: Pick<PaperView, 'readings'>): PaperView['readings'] =>
  paper.readings.filter(({ current, agreed }) => current && !agreed)

const onError = (error: unknown): void => {
  toastError(error)
  if (isProblem(error, 'text_changed') || isProblem(error, 'conflict')) void refreshPapers()
}

/** Records what somebody said to whom the text was read out. */
export const useReadOut = (paper: PaperView, onDone: () => void) => {
  const { busy, act } = useAct()
  const record = (person: Person, remark: string | null) =>
    act(async () => {
      const said = remark === null ? { agreed: true } : { agreed: false, remark }
      await call('papers.read', { params: { id: paper.id }, body: { digest: paper.digest, forPartyId: person.id, ...said } })
      toast(texts.readDone)
      onDone()
      await refreshPapers()
    }, onError)
  return { busy, record }
}

/** A signature given on this telephone: the mediator's own, or that of a party who holds the pen. */
export const useSignHere = (paper: PaperView, onDone: () => void) => {
  const { busy, act } = useAct()
  const sign = (person: { partyId: string | null; name: string }, strokes: number[][]) =>
    act(async (key) => {
      const whose = person.partyId ? { forPartyId: person.partyId } : {}
      await call('papers.sign', { params: { id: paper.id }, body: { digest: paper.digest, strokes, ...whose }, key })
      toast(texts.signDone(person.name))
      onDone()
      await refreshPapers()
    }, onError)
  return { busy, sign }
}
