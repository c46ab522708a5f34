import { handlesCases } from '@shared/identity/schemas'
import { chainOf } from '@shared/regions/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option, Pick } from '@/components/option'
import { AddPhotos, KeptPhotos, without } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import type { KeptFile } from '@/lib/kept-files'
import { useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { DueField, endOf } from './due-field'
import { texts as caseTexts } from './texts'
import type { PartProps } from './use-staff-case'

/** Helpers sit at the county, rarely below. */
const regionToAsk = (code: string): string => chainOf(code).find((each) => each.length === 6) ?? code

interface ChoiceProps {
  regionCode: string
  chosen: string | null
  onChoose: (id: string) => void
}

const Organisations = ({ regionCode, chosen, onChoose }: ChoiceProps) => {
  const list = useCall('organisations.list', { query: { regionCode: regionToAsk(regionCode) } }, { staleTime: 60_000 })
  if (list.isPending) return <Loading cards={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const helpers = list.data.items.filter(({ kind }) => handlesCases(kind))
  if (helpers.length === 0) return <Text className="h-note">{texts.noOrganisation}</Text>
  return (
    <View className="h-col" role="radiogroup" aria-label={texts.askWho}>
      {helpers.map(({ id, name }) => (
        <Option key={id} title={name} on={id === chosen} onPress={() => onChoose(id)} />
      ))}
    </View>
  )
}

/** By when: as usual, or by the end of a day that is chosen. */
const WhenDue = ({ day, onChange }: { day: string | null; onChange: (day: string | null) => void }) => (
  <View className="h-col tight">
    <Text className="h-bold">{caseTexts.askDue}</Text>
    <View className="h-row w-halves" role="radiogroup" aria-label={caseTexts.askDue}>
      <Pick title={caseTexts.dueUsual} on={day === null} onPress={() => onChange(null)} />
      <Pick title={caseTexts.dueDay} on={day !== null} onPress={() => onChange(day ?? '')} />
    </View>
    {day === null ? null : <DueField label={caseTexts.dueDay} value={day} onChange={onChange} />}
  </View>
)

/** Asks another organisation one question; it sees nothing else of the case. */
export const AskSheet = ({ view, show, onClose }: PartProps & { onClose: () => void }) => {
  const [organisationId, choose] = useState<string | null>(null)
  const [question, setQuestion] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [files, setFiles] = useState<KeptFile[]>([])
  const { busy, act } = useAct()
  const send = () =>
    act(async (key) => {
      const fileIds = await sendFiles(files)
      const body = {
        organisationId: organisationId ?? '',
        question: question.trim(),
        ...(day ? { dueAt: endOf(day) } : {}),
        ...(fileIds.length > 0 ? { fileIds } : {}),
      }
      show(await call('contributors.ask', { params: { id: view.id }, body, key }))
      dropFiles(files)
      toast(texts.asked)
      onClose()
    })
  return (
    <Sheet open title={texts.askTitle} onClose={onClose}>
      <Text className="h-note">{texts.askPrivacy}</Text>
      <Field label={texts.askWhat} value={question} onChange={setQuestion} max={500} long="short" placeholder={texts.askPlaceholder} />
      <KeptPhotos files={files} onRemove={(file) => setFiles(without(files, file))} />
      <AddPhotos files={files} onChange={setFiles} words={texts.addPhoto} />
      <WhenDue day={day} onChange={setDay} />
      <Text className="h-bold">{texts.askWho}</Text>
      <Organisations regionCode={view.regionCode} chosen={organisationId} onChoose={choose} />
      <View className="h-stick">
        <Button busy={busy} disabled={!organisationId || !question.trim() || day === ''} onPress={send}>
          {texts.askSend}
        </Button>
      </View>
    </Sheet>
  )
}
