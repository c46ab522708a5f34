import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Photos } from '@/components/photos'
import { Voice } from '@/components/voice'
import { fileUrl } from '@/lib/upload'
import { texts } from '../texts'

const Gate = ({ onReason }: { onReason: (reason: string) => void }) => {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const read = () => (reason.trim() ? onReason(reason.trim()) : setError(texts.reasonMissing))
  return (
    <View className="h-col">
      <Text className="h-note">{texts.hiddenWords}</Text>
      <Field
        label={texts.readReason}
        value={reason}
        onChange={setReason}
        max={200}
        error={error}
        placeholder={texts.readReasonPlaceholder}
      />
      <Button look="ghost" onPress={read}>
        {texts.readWords}
      </Button>
    </View>
  )
}

/** What the applicant said: text, voice, photos, place. A supervisor says first why it has to be read. */
export const WordsCard = ({ view, onReason }: { view: CaseView; onReason: (reason: string) => void }) => {
  const hidden = view.relation === 'supervisor' && view.text === '' && !view.audio
  const place = [view.regionName, view.address].filter(Boolean).join(' ')
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.words}</Text>
      </View>
      {hidden ? (
        <Gate onReason={onReason} />
      ) : (
        <View className="h-col">
          {view.text ? (
            <Text className="h-pre" userSelect>
              {view.text}
            </Text>
          ) : null}
          {view.audio ? <Voice src={fileUrl(view.audio.url)} /> : null}
          <Photos files={view.files} />
          {place ? <Text className="h-note">{`${texts.place}：${place}`}</Text> : null}
        </View>
      )}
    </Card>
  )
}
