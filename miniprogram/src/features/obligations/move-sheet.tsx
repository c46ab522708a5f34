import type { ObligationView } from '@shared/obligations/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { AddPhotos, KeptPhotos, without } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { texts as caseTexts } from '@/features/cases/texts'
import type { KeptFile } from '@/lib/kept-files'
import { OBLIGATION_TEXTS, texts } from './texts'
import { useObligation } from './use-obligation'

export type Asked = keyof typeof OBLIGATION_TEXTS

interface Props {
  obligation: ObligationView
  move: Asked
  onClose: () => void
}

const Reasons = ({ reasons, chosen, onPick }: { reasons: readonly string[]; chosen: string; onPick: (words: string) => void }) =>
  reasons.length === 0 ? null : (
    <View className="h-col">
      {reasons.map((each) => (
        <Pick key={each} title={each} on={chosen === each} onPress={() => onPick(each)} />
      ))}
    </View>
  )

/** Asks for what goes with a step: words, and photos as proof when one says that it is done. */
export const MoveSheet = ({ obligation, move, onClose }: Props) => {
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<KeptFile[]>([])
  const [missing, setMissing] = useState(false)
  const { busy, send } = useObligation(obligation, onClose)
  const { title, note: hint, reasons, required, button } = OBLIGATION_TEXTS[move]
  const write = (words: string) => {
    setMissing(false)
    setNote(words)
  }
  const go = () => (required && !note.trim() ? setMissing(true) : void send(move, note.trim(), photos))
  const writes = move === 'claim' || move === 'dispute'
  return (
    <Sheet open title={title} onClose={onClose}>
      <Text className="h-bold">{obligation.what}</Text>
      <Text className="h-soft">{hint}</Text>
      <Reasons reasons={reasons} chosen={note} onPick={write} />
      {writes ? (
        <Field
          label={required ? texts.whyLabel : texts.noteLabel}
          long="short"
          value={note}
          onChange={write}
          placeholder={move === 'claim' ? texts.notePlaceholder : caseTexts.reasonPlaceholder}
          max={300}
          error={missing ? caseTexts.reasonMissing : undefined}
        />
      ) : null}
      {move === 'claim' ? (
        <>
          <KeptPhotos files={photos} onRemove={(photo) => setPhotos((before) => without(before, photo))} />
          <AddPhotos files={photos} onChange={setPhotos} words={texts.photos} />
        </>
      ) : null}
      <View className="h-stick h-row">
        <Button look="text" onPress={onClose}>
          {caseTexts.cancel}
        </Button>
        <Button look={move === 'waive' ? 'danger' : 'primary'} busy={busy} onPress={go}>
          {button}
        </Button>
      </View>
    </Sheet>
  )
}
