import { CATEGORIES, topOf } from '@shared/cases/categories'
import { CASE_KINDS, type CaseKind } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Option } from '@/components/option'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { KIND_QUESTIONS, texts } from './texts'

interface Props {
  open: boolean
  onClose: () => void
  kind: CaseKind | null
  category: string | null
  onChosen: (kind: CaseKind, category: string) => void
}

const Kinds = ({ kind, onPick }: { kind: CaseKind | null; onPick: (kind: CaseKind) => void }) => (
  <>
    {CASE_KINDS.map((each) => (
      <Option
        key={each}
        title={KIND_QUESTIONS[each].title}
        note={KIND_QUESTIONS[each].note}
        on={each === kind}
        onPress={() => onPick(each)}
      />
    ))}
  </>
)

const Categories = ({ kind, category, onPick }: { kind: CaseKind; category: string | null; onPick: (code: string) => void }) => {
  const offered = CATEGORIES.filter(({ kinds }) => kinds.includes(kind))
  const [top, setTop] = useState<string | null>(null)
  const group = offered.find(({ code }) => code === top)
  if (group) {
    return (
      <>
        {group.children.map(({ code, name }) => (
          <Option key={code} title={name} on={code === category} onPress={() => onPick(code)} />
        ))}
      </>
    )
  }
  const open = (code: string, children: readonly { code: string }[]) => {
    const only = children.length === 1 ? children[0] : undefined
    if (only) onPick(only.code)
    else setTop(code)
  }
  return (
    <>
      {offered.map(({ code, name, hint, children }) => (
        <Option key={code} title={name} note={hint ?? ''} on={topOf(category ?? '') === code} onPress={() => open(code, children)} />
      ))}
    </>
  )
}

const Questions = ({ kind, category, onChosen }: Omit<Props, 'open' | 'onClose'>) => {
  const [chosen, setChosen] = useState<CaseKind | null>(null)
  if (!chosen) return <Kinds kind={kind} onPick={setChosen} />
  return (
    <>
      <Text className="h-head">{texts.categoryTitle}</Text>
      <Categories kind={chosen} category={category} onPick={(code) => onChosen(chosen, code)} />
      <View className="h-link" {...pressable(() => setChosen(null))}>
        <Text>{texts.categoryBack}</Text>
      </View>
    </>
  )
}

/** Asks what kind of thing it is, then what about, in two short questions. */
export const KindSheet = ({ open, onClose, ...rest }: Props) => (
  <Sheet open={open} title={texts.kindTitle} onClose={onClose}>
    <Questions {...rest} />
  </Sheet>
)
