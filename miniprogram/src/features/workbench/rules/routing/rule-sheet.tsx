import { categoryName } from '@shared/cases/categories'
import { CASE_KINDS, KIND_NAMES, RISK_NAMES, RISKS } from '@shared/cases/words'
import type { RoutingRule } from '@shared/dispatch/routing'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { type Place, RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { usePlace } from '@/lib/use-place'
import { Picks } from '../picks'
import { texts as shared } from '../texts'
import { CategoryChoice } from './category-choice'
import { texts } from './texts'
import { isWhole, ThenPart } from './then-part'

const NEW: RoutingRule = {
  name: '',
  when: { kinds: [], categories: [], risks: [], regionCodes: [] },
  // biome-ignore lint/suspicious/noThenProperty: data of a rule, nothing is awaited
  then: { to: 'mediator', specialistsOnly: false, levels: [] },
}
const KINDS = CASE_KINDS.map((key) => ({ key, name: KIND_NAMES[key] }))
const LEVELS = RISKS.map((key) => ({ key, name: RISK_NAMES[key] }))

const PlaceRow = ({ code, onRemove }: { code: string; onRemove: () => void }) => {
  const name = usePlace(code) || code
  return (
    <View className="h-row spread">
      <Text>{name}</Text>
      <Button small look="text" label={`${shared.remove} ${name}`} onPress={onRemove}>
        {shared.remove}
      </Button>
    </View>
  )
}

const Places = ({ codes, onChange, onAdd }: { codes: readonly string[]; onChange: (codes: string[]) => void; onAdd: () => void }) => (
  <View>
    <View className="h-label">
      <Text>{texts.places}</Text>
    </View>
    {codes.length === 0 ? <Text className="h-note h-block">{texts.allPlaces}</Text> : null}
    {codes.map((code) => (
      <PlaceRow key={code} code={code} onRemove={() => onChange(codes.filter((each) => each !== code))} />
    ))}
    {codes.length < 50 ? (
      <Button small look="ghost" onPress={onAdd}>
        {texts.placeAdd}
      </Button>
    ) : null}
  </View>
)

const withThen = (rule: RoutingRule, then: RoutingRule['then']): RoutingRule => ({ ...rule, then })

interface Props {
  region: Place
  /** The rule that is changed; a new one when missing. */
  rule: RoutingRule | undefined
  onClose: () => void
  /** `null`: taken away. */
  onDone: (rule: RoutingRule | null) => void
}

/** One rule: when it is asked, and where a case goes then. */
export const RuleSheet = ({ region, rule, onClose, onDone }: Props) => {
  const [draft, setDraft] = useState(rule ?? NEW)
  const [choosing, choose] = useState<'categories' | 'places' | null>(null)
  const { name, when, then } = draft
  const put = (part: Partial<RoutingRule['when']>) => setDraft({ ...draft, when: { ...when, ...part } })
  if (choosing === 'categories')
    return <CategoryChoice chosen={when.categories} onChange={(categories) => put({ categories })} onClose={() => choose(null)} />
  if (choosing === 'places') {
    const pick = ({ code }: Place) => {
      choose(null)
      put({ regionCodes: [...when.regionCodes.filter((each) => each !== code), code] })
    }
    return <RegionSheet title={texts.places} within={[region]} onClose={() => choose(null)} onPick={pick} />
  }
  return (
    <Sheet open title={texts.ruleTitle} onClose={onClose}>
      <Field
        label={texts.ruleName}
        value={name}
        onChange={(next) => setDraft({ ...draft, name: next })}
        max={40}
        placeholder={texts.ruleNamePlaceholder}
      />
      <Text className="h-head">{texts.when}</Text>
      <Picks label={texts.kinds} items={KINDS} chosen={when.kinds} onChange={(kinds) => put({ kinds })} />
      <Picks label={texts.risks} items={LEVELS} chosen={when.risks} onChange={(risks) => put({ risks })} />
      <Entry
        title={texts.categories}
        note={when.categories.map(categoryName).join('、') || shared.any}
        onPress={() => choose('categories')}
      />
      <Places codes={when.regionCodes} onChange={(regionCodes) => put({ regionCodes })} onAdd={() => choose('places')} />
      <Text className="h-head">{texts.goes}</Text>
      <ThenPart then={then} regionCode={region.code} onChange={(next) => setDraft(withThen(draft, next))} />
      {rule ? (
        <Button look="text" onPress={() => onDone(null)}>
          {shared.remove}
        </Button>
      ) : null}
      <View className="h-stick">
        <Button disabled={!name.trim() || !isWhole(then)} onPress={() => onDone({ ...draft, name: name.trim() })}>
          {shared.done}
        </Button>
      </View>
    </Sheet>
  )
}
