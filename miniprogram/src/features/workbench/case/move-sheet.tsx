import { MOVES, type MoveName } from '@shared/cases/moves'
import type { CaseView, MoveCase } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { call, type Output } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { useKept } from '@/lib/use-kept'
import { MOVE_NOTES, texts } from '../texts'
import { Assignees } from './assignees'
import { LeadChoice } from './lead-choice'
import { isFinal } from './steps'
import { texts as caseTexts } from './texts'
import type { PartProps } from './use-staff-case'

type Assignee = Output<'assignees.list'>['items'][number]
type Consent = NonNullable<MoveCase['respondentConsent']> | 'inApp'

const hasAgreedInApp = (view: CaseView): boolean => view.parties.some((party) => party.side === 'respondent' && party.accepted)

interface Given {
  reason: string
  assignee: Assignee | null
  consent: Consent | null
  leadId: string | null
}

const missing = (move: MoveName, given: Given): string | undefined => {
  const rule = MOVES[move]
  if (rule.needs === 'assignee' && !given.assignee) return texts.needAssignee
  if (rule.needs === 'lead' && !given.leadId) return caseTexts.needLead
  if (rule.needs === 'respondentConsent' && !given.consent) return texts.needConsent
  if (rule.reason === 'required' && !given.reason.trim()) return texts.needReason
  return undefined
}

const bodyOf = (move: MoveName, revision: number, { reason, assignee, consent, leadId }: Given): MoveCase => ({
  move,
  revision,
  ...(reason.trim() ? { reason: reason.trim() } : {}),
  ...(assignee ? (assignee.kind === 'person' ? { assigneeId: assignee.id } : { organisationId: assignee.id }) : {}),
  ...(consent && consent !== 'inApp' ? { respondentConsent: consent } : {}),
  ...(leadId ? { leadId } : {}),
})

const ConsentChoice = ({ view, value, onChange }: { view: CaseView; value: Consent | null; onChange: (consent: Consent) => void }) => {
  const ways: Consent[] = hasAgreedInApp(view) ? ['inApp', 'phone', 'inPerson', 'paper'] : ['phone', 'inPerson', 'paper']
  const nameOf = (way: Consent) => (way === 'inApp' ? texts.consentInApp : texts.consents[way])
  return (
    <View className="h-col" role="radiogroup" aria-label={texts.consent}>
      <Text className="h-bold">{texts.consent}</Text>
      {ways.map((way) => (
        <Option key={way} title={nameOf(way)} on={way === value} onPress={() => onChange(way)} />
      ))}
    </View>
  )
}

interface Props extends PartProps {
  move: MoveName
  /** merge: with which case, where that has been chosen already. */
  leadId?: string
  onClose: () => void
}

/** Asks for what a move needs, says what it means, and makes it. */
export const MoveSheet = ({ view, move, leadId = '', show, refresh, onClose }: Props) => {
  const rule = MOVES[move]
  // What was written outlives the sheet and the app.
  const [reason = '', keepReason] = useKept<string>(`move:${view.id}:${move}`)
  const [chosen, setChosen] = useState<Omit<Given, 'reason'>>({
    assignee: null,
    consent: hasAgreedInApp(view) ? 'inApp' : null,
    leadId: leadId || null,
  })
  const [error, setError] = useState<string>()
  const { busy, act } = useAct()
  const needsConsent = rule.needs === 'respondentConsent'
  const given: Given = { ...chosen, reason }
  const change = ({ reason: words, ...part }: Partial<Given>) => {
    setError(undefined)
    if (words !== undefined) keepReason(words)
    setChosen({ ...chosen, ...part })
  }
  const onError = (problem: unknown) => {
    toastError(problem)
    // somebody was faster: show how it stands now
    if (isProblem(problem, 'case_already_moved') || isProblem(problem, 'move_not_allowed') || isProblem(problem, 'not_found')) {
      onClose()
      void refresh()
    }
  }
  const make = () => {
    const lacking = missing(move, given)
    if (lacking) return setError(lacking)
    const body = bodyOf(move, view.revision, needsConsent ? given : { ...given, consent: null })
    return act(async () => {
      const moved = await call('cases.move', { params: { id: view.id }, body })
      keepReason(undefined)
      toast(`${texts.moved}：${rule.label}`)
      onClose()
      show(moved)
    }, onError)
  }
  return (
    <Sheet open title={rule.label} onClose={onClose}>
      <Text>{MOVE_NOTES[move]}</Text>
      {rule.needs === 'assignee' ? (
        <Assignees
          caseId={view.id}
          queuesFirst={move === 'passOn'}
          chosen={given.assignee?.id ?? null}
          onChoose={(assignee) => change({ assignee })}
        />
      ) : null}
      {rule.needs === 'lead' && !leadId ? (
        <LeadChoice view={view} chosen={given.leadId} onChoose={(leadChosen) => change({ leadId: leadChosen })} />
      ) : null}
      {needsConsent ? <ConsentChoice view={view} value={given.consent} onChange={(consent) => change({ consent })} /> : null}
      <Field
        label={rule.reason === 'required' ? texts.moveReason : texts.moveReasonOptional}
        value={given.reason}
        onChange={(reason) => change({ reason })}
        max={300}
        long="short"
      />
      {error ? (
        <View className="h-error" role="alert">
          <Text>{error}</Text>
        </View>
      ) : null}
      {isFinal(move) ? <Text className="h-error">{texts.cannotUndo}</Text> : null}
      <View className="h-stick">
        <Button look={isFinal(move) ? 'danger' : 'primary'} busy={busy} onPress={() => void make()}>
          {texts.confirmMove(rule.label)}
        </Button>
      </View>
    </Sheet>
  )
}
