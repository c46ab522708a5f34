import { ROLE_NAMES, STAFF_ROLES, type StaffRole } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Option, Pick } from '@/components/option'
import { type Place, RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { invalidate, useCall } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { useAdminRegions } from './admin-regions'
import { texts } from './texts'
import './admin.css'

interface Form {
  role: StaffRole | null
  place: Place | null
  organisation: { id: string; name: string } | null
  name: string
}
type Step = 'form' | 'role' | 'region' | 'organisation'

const lacking = ({ role, place, name }: Form): string | undefined => {
  if (!name.trim()) return texts.nameMissing
  if (!role) return texts.roleMissing
  return place ? undefined : texts.regionMissing
}

const Code = ({ invitation, onClose }: { invitation: Output<'invitations.create'>; onClose: () => void }) => {
  const code = invitation.code ?? ''
  const copy = () => void Taro.setClipboardData({ data: texts.copyWords(invitation.name, ROLE_NAMES[invitation.role], code) })
  return (
    <Sheet open title={`${texts.codeTitle} · ${invitation.name}`} onClose={onClose}>
      <View className="a-code">
        <Text userSelect>{code.replace(/(.{4})(?=.)/g, '$1 ')}</Text>
      </View>
      <Text>{texts.codeNote}</Text>
      <Text className="h-note">{texts.codeUntil(timeWords(invitation.expiresAt))}</Text>
      <Button onPress={copy}>{texts.copy}</Button>
      <Button look="ghost" onPress={onClose}>
        {texts.done}
      </Button>
    </Sheet>
  )
}

const Roles = ({ role, onPick }: { role: StaffRole | null; onPick: (role: StaffRole) => void }) => (
  <View className="h-row wrap a-picks" role="radiogroup" aria-label={texts.role}>
    {STAFF_ROLES.map((each) => (
      <Pick key={each} title={ROLE_NAMES[each]} on={each === role} onPress={() => onPick(each)} />
    ))}
  </View>
)

interface OrganisationsProps {
  regionCode: string
  chosen: string | undefined
  onPick: (organisation: Form['organisation']) => void
  onClose: () => void
}

const Organisations = ({ regionCode, chosen, onPick, onClose }: OrganisationsProps) => {
  const list = useCall('organisations.list', { query: { regionCode } })
  return (
    <Sheet open title={texts.organisation} onClose={onClose}>
      <Option title={texts.organisationNone} on={!chosen} onPress={() => onPick(null)} />
      {(list.data?.items ?? []).map(({ id, name }) => (
        <Option key={id} title={name} on={id === chosen} onPress={() => onPick({ id, name })} />
      ))}
    </Sheet>
  )
}

const useInvitationForm = () => {
  const [form, setForm] = useState<Form>({ role: null, place: null, organisation: null, name: '' })
  const [error, setError] = useState<string>()
  const [made, setMade] = useState<Output<'invitations.create'> | null>(null)
  const { busy, act } = useAct()
  const change = (part: Partial<Form>) => {
    setError(undefined)
    setForm({ ...form, ...part })
  }
  const make = () => {
    const { role, place, organisation, name } = form
    setError(lacking(form))
    if (lacking(form) || !role || !place) return
    void act(async (key) => {
      const body = { role, regionCode: place.code, name: name.trim(), ...(organisation ? { organisationId: organisation.id } : {}) }
      setMade(await call('invitations.create', { body, key }))
      await invalidate('invitations.list')
    })
  }
  return { form, change, error, made, busy, make }
}

/** Who is invited to what; the code is shown once. */
export const InvitationSheet = ({ onClose }: { onClose: () => void }) => {
  const { form, change, error, made, busy, make } = useInvitationForm()
  const [step, setStep] = useState<Step>('form')
  const within = useAdminRegions()
  const back = (part: Partial<Form>) => {
    change(part)
    setStep('form')
  }
  if (made) return <Code invitation={made} onClose={onClose} />
  if (step === 'region') {
    const pick = (place: Place) => back({ place, organisation: null })
    return <RegionSheet title={texts.region} within={within} onClose={() => setStep('form')} onPick={pick} />
  }
  if (step === 'organisation' && form.place) {
    return (
      <Organisations
        regionCode={form.place.code}
        chosen={form.organisation?.id}
        onPick={(organisation) => back({ organisation })}
        onClose={() => setStep('form')}
      />
    )
  }
  return (
    <Sheet open title={texts.inviteTitle} onClose={onClose}>
      <Field label={texts.name} value={form.name} onChange={(name) => change({ name })} max={20} placeholder={texts.namePlaceholder} />
      <Text className="h-bold">{texts.role}</Text>
      <Roles role={form.role} onPick={(role) => change({ role })} />
      <Entry title={texts.region} note={form.place?.name ?? texts.regionPick} onPress={() => setStep('region')} />
      {form.place ? (
        <Entry
          title={texts.organisation}
          note={form.organisation?.name ?? texts.organisationPick}
          onPress={() => setStep('organisation')}
        />
      ) : null}
      {error ? (
        <View className="h-error" role="alert">
          <Text>{error}</Text>
        </View>
      ) : null}
      <Button busy={busy} onPress={make}>
        {texts.make}
      </Button>
    </Sheet>
  )
}
