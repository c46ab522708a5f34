import { CATEGORIES, categoryName, suitsKind, topOf } from '@shared/cases/categories'
import type { CaseView, ClassifyCase } from '@shared/cases/schemas'
import { CASE_KINDS, type CaseKind, RISK_NAMES, RISKS, type Risk } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Option, Pick } from '@/components/option'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { KIND_SHORT, texts } from './texts'
import type { PartProps } from './use-staff-case'

interface Choice {
  kind: CaseKind
  category: string
  risk: Risk
}

/** A kind can be changed until work on the case has begun. */
const mayChangeKind = ({ status }: CaseView): boolean => status === 'submitted' || status === 'assigned' || status === 'accepted'

const kindsFor = (view: CaseView): readonly CaseKind[] =>
  view.status === 'accepted' ? CASE_KINDS.filter((kind) => (kind === 'dispute') === (view.kind === 'dispute')) : CASE_KINDS

/** What has to be sent: what is other than before; undefined when nothing is. */
export const changeOf = (view: Choice & { revision: number }, choice: Choice): ClassifyCase | undefined => {
  const change = {
    ...(choice.kind === view.kind ? {} : { kind: choice.kind }),
    ...(choice.category === view.category ? {} : { category: choice.category }),
    ...(choice.risk === view.risk ? {} : { risk: choice.risk }),
  }
  return Object.keys(change).length > 0 ? { ...change, revision: view.revision } : undefined
}

const Kinds = ({ view, kind, onPick }: { view: CaseView; kind: CaseKind; onPick: (kind: CaseKind) => void }) =>
  mayChangeKind(view) ? (
    <>
      <View className="h-row wrap w-halves" role="radiogroup" aria-label={texts.kind}>
        {kindsFor(view).map((each) => (
          <Pick key={each} title={KIND_SHORT[each]} on={each === kind} onPress={() => onPick(each)} />
        ))}
      </View>
      {view.status === 'accepted' ? <Text className="h-note">{texts.kindLimits}</Text> : null}
    </>
  ) : (
    <Text className="h-note">{texts.kindLocked}</Text>
  )

const Categories = ({ kind, category, onPick }: { kind: CaseKind; category: string; onPick: (category: string) => void }) => {
  const [top, setTop] = useState<string | null>(null)
  const offered = CATEGORIES.filter(({ kinds }) => kinds.includes(kind))
  const group = offered.find(({ code }) => code === top)
  if (!group) {
    return (
      <View className="w-scroll">
        {offered.map(({ code, name, hint }) => (
          <Entry key={code} title={name} note={hint ?? ''} onPress={() => setTop(code)} />
        ))}
      </View>
    )
  }
  return (
    <View className="h-col tight w-scroll" role="radiogroup" aria-label={group.name}>
      {group.children.map(({ code, name }) => (
        <Option key={code} title={name} on={code === category} onPress={() => onPick(code)} />
      ))}
      <View className="h-link" {...pressable(() => setTop(null))}>
        <Text>{texts.categoryBack}</Text>
      </View>
    </View>
  )
}

const CategoryPart = ({ choice, onPick }: { choice: Choice; onPick: (category: string) => void }) => {
  const [changing, setChanging] = useState(false)
  const fits = suitsKind(choice.category, choice.kind)
  const pick = (category: string) => {
    setChanging(false)
    onPick(category)
  }
  return (
    <View className="h-col tight">
      <Text className="h-bold">{texts.category}</Text>
      {changing ? (
        <Categories kind={choice.kind} category={choice.category} onPick={pick} />
      ) : (
        <Entry title={categoryName(choice.category)} note={texts.categoryChange} onPress={() => setChanging(true)} />
      )}
      {fits ? null : (
        <View className="h-error" role="alert">
          <Text>{texts.categoryUnfit}</Text>
        </View>
      )}
    </View>
  )
}

/** Puts a case right: its kind, its category, how dangerous it is. */
export const ClassifySheet = ({ view, show, refresh, onClose }: PartProps & { onClose: () => void }) => {
  const [choice, setChoice] = useState<Choice>({ kind: view.kind, category: view.category, risk: view.risk })
  const { busy, act } = useAct()
  const body = changeOf(view, choice)
  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part })
  const onError = (error: unknown) => {
    toastError(error)
    if (!isProblem(error, 'case_already_moved')) return
    onClose()
    void refresh()
  }
  const save = () =>
    act(async () => {
      if (!body) return
      show(await call('cases.classify', { params: { id: view.id }, body }))
      toast(texts.classified)
      onClose()
    }, onError)
  return (
    <Sheet open title={texts.classifyTitle} onClose={onClose}>
      <Text className="h-note">{texts.classifyNote}</Text>
      <Text className="h-bold">{texts.kind}</Text>
      <Kinds view={view} kind={choice.kind} onPick={(kind) => change({ kind })} />
      <CategoryPart key={topOf(choice.category)} choice={choice} onPick={(category) => change({ category })} />
      <View className="h-col tight" role="radiogroup" aria-label={texts.risk}>
        <Text className="h-bold">{texts.risk}</Text>
        {RISKS.map((risk) => (
          <Option
            key={risk}
            title={RISK_NAMES[risk]}
            note={texts.riskNotes[risk]}
            on={risk === choice.risk}
            onPress={() => change({ risk })}
          />
        ))}
      </View>
      <View className="h-stick">
        <Button busy={busy} disabled={!body || !suitsKind(choice.category, choice.kind)} onPress={() => void save()}>
          {body ? texts.classifySave : texts.nothingChanged}
        </Button>
      </View>
    </Sheet>
  )
}
