import type { RoutingRule } from '@shared/dispatch/routing'
import type { OrganisationKind } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { Field } from '@/components/field'
import { Option, Pick } from '@/components/option'
import { Toggle } from '@/components/toggle'
import { useCall } from '@/lib/query'
import { Picks } from '../picks'
import { texts } from './texts'

type Then = RoutingRule['then']
type ToMediator = Extract<Then, { to: 'mediator' }>
type ToOrganisation = Extract<Then, { to: 'organisation' }>

const LEVELS = (Object.keys(texts.levelNames) as ToMediator['levels']).map((key) => ({ key, name: texts.levelNames[key] }))
/** So many names are shown. */
const SHOWN = 6
/** Political consultation takes no cases. */
const TAKING = Object.keys(texts.organisationKinds) as (keyof typeof texts.organisationKinds)[]

const START: Record<Then['to'], Then> = {
  mediator: { to: 'mediator', specialistsOnly: false, levels: [] },
  organisation: { to: 'organisation', organisationKind: 'department' },
  queue: { to: 'queue' },
  answer: { to: 'answer', text: '' },
}
const WAYS = Object.keys(START) as Then['to'][]

/** Whether it says all that it has to. */
export const isWhole = (then: Then): boolean => {
  if (then.to === 'answer') return then.text.trim() !== ''
  return then.to !== 'organisation' || Boolean(then.organisationId) || then.organisationKind !== undefined
}

interface OrganisationProps {
  then: ToOrganisation
  regionCode: string
  onChange: (then: Then) => void
}

/** Those that take cases, of the region and above it. */
const useTaking = (regionCode: string) => {
  const list = useCall('organisations.list', { query: { regionCode } }, { staleTime: 600_000 })
  return list.data?.items.filter(({ kind }) => TAKING.some((each) => each === kind))
}

/** Which ones a rule means, so that a name which nobody has is noticed. */
const Meant = ({ then, regionCode }: Omit<OrganisationProps, 'onChange'>) => {
  const known = useTaking(regionCode)
  const meant = known?.filter(({ kind, name }) => kind === then.organisationKind && name.includes(then.nameHas ?? ''))
  if (!meant) return null
  return meant.length > 0 ? (
    <Text className="h-note">
      {texts.meant(
        meant
          .slice(0, SHOWN)
          .map(({ name }) => name)
          .join('、'),
        meant.length,
      )}
    </Text>
  ) : (
    <Text className="h-error">{texts.meantNone}</Text>
  )
}

const Nearest = (props: OrganisationProps) => {
  const { then, onChange } = props
  const put = (kind: OrganisationKind | undefined, nameHas: string) =>
    onChange({ to: 'organisation', ...(kind ? { organisationKind: kind } : {}), ...(nameHas ? { nameHas } : {}) })
  return (
    <View className="h-col tight">
      <View className="h-picks w-halves" role="radiogroup" aria-label={texts.byKind}>
        {TAKING.map((kind) => (
          <Pick
            key={kind}
            title={texts.organisationKinds[kind]}
            on={kind === then.organisationKind}
            onPress={() => put(kind, then.nameHas ?? '')}
          />
        ))}
      </View>
      <Field
        label={texts.nameHas}
        value={then.nameHas ?? ''}
        onChange={(nameHas) => put(then.organisationKind, nameHas)}
        max={20}
        placeholder={texts.nameHasPlaceholder}
      />
      <Meant {...props} />
    </View>
  )
}

const Certain = ({ then, regionCode, onChange }: OrganisationProps) => {
  const items = useTaking(regionCode) ?? []
  return (
    <View className="h-col tight w-scroll" role="radiogroup" aria-label={texts.organisationPick}>
      {items.map(({ id, name }) => (
        <Option
          key={id}
          title={name}
          on={id === then.organisationId}
          onPress={() => onChange({ to: 'organisation', organisationId: id })}
        />
      ))}
    </View>
  )
}

const Organisation = (props: OrganisationProps) => {
  const { then, onChange } = props
  const certain = then.organisationKind === undefined
  return (
    <View className="h-col tight">
      <View className="h-picks w-halves" role="radiogroup" aria-label={texts.to.organisation}>
        <Pick title={texts.byKind} on={!certain} onPress={() => onChange(START.organisation)} />
        <Pick title={texts.certain} on={certain} onPress={() => onChange({ to: 'organisation' })} />
      </View>
      {certain ? <Certain {...props} /> : <Nearest {...props} />}
    </View>
  )
}

/** Where a case goes by a rule. */
export const ThenPart = (props: { then: Then; regionCode: string; onChange: (then: Then) => void }) => {
  const { then, regionCode, onChange } = props
  return (
    <View className="h-col tight" role="group" aria-label={texts.goes}>
      <View className="h-col tight" role="radiogroup" aria-label={texts.goes}>
        {WAYS.map((to) => (
          <Option
            key={to}
            title={texts.to[to]}
            note={texts.toNotes[to]}
            on={to === then.to}
            onPress={() => (to === then.to ? undefined : onChange(START[to]))}
          />
        ))}
      </View>
      {then.to === 'mediator' ? (
        <>
          <Toggle
            title={texts.specialistsOnly}
            note={texts.specialistsNote}
            on={then.specialistsOnly}
            onChange={(specialistsOnly) => onChange({ ...then, specialistsOnly })}
          />
          <Picks label={texts.levels} items={LEVELS} chosen={then.levels} onChange={(levels) => onChange({ ...then, levels })} />
        </>
      ) : null}
      {then.to === 'organisation' ? <Organisation then={then} regionCode={regionCode} onChange={onChange} /> : null}
      {then.to === 'answer' ? (
        <Field
          label={texts.answerText}
          value={then.text}
          onChange={(text) => onChange({ to: 'answer', text })}
          max={300}
          long="short"
          placeholder={texts.answerPlaceholder}
        />
      ) : null}
    </View>
  )
}
