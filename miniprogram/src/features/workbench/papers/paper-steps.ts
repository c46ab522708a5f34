import type { PaperMove, PaperView } from '@shared/papers/schemas'
import { objectionsTo, unheard } from './use-paper'

/** What can be done with a paper: a step of it, or something with its text. */
export type PaperStep = PaperMove | 'change' | 'read' | 'sign' | 'download'

/** The one next step, the other ordinary ones, and those that belong behind a second press. */
export interface PaperSteps {
  next: PaperStep | null
  beside: PaperStep | null
  more: PaperStep[]
}

/** Steps that bring a paper on its way. */
const AHEAD: readonly PaperStep[] = ['seal', 'sign', 'read', 'openSigning', 'present']

/** In the order of a paper's life; what the service does not allow is not offered. An objection is answered first. */
export const stepsOf = (paper: PaperView): PaperSteps => {
  const may = (step: PaperStep) => paper.can.includes(step)
  const order: (PaperStep | false)[] = [
    may('seal') && 'seal',
    may('sign') && paper.waitsFor.length > 0 && 'sign',
    may('read') && unheard(paper).length > 0 && 'read',
    may('openSigning') && 'openSigning',
    may('present') && 'present',
    may('change') && 'change',
    may('takeBack') && 'takeBack',
    may('download') && 'download',
    may('void') && 'void',
  ]
  const steps = order.filter((step): step is PaperStep => step !== false)
  const objected = objectionsTo(paper).length > 0 && may('change')
  const next = objected ? 'change' : (steps.find((step) => AHEAD.includes(step)) ?? null)
  const others = steps.filter((step) => step !== next)
  const beside = others.find((step) => step !== 'void' && !AHEAD.includes(step)) ?? others.find((step) => step !== 'void') ?? null
  return { next, beside, more: others.filter((step) => step !== beside) }
}
