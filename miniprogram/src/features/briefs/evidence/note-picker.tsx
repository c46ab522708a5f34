import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { useKept } from '@/lib/use-kept'
import { texts } from '../texts'
import type { PickerProps } from './picker-props'

interface Note {
  text: string
  source: string
}

/** What the author has seen or heard; kept on the device until it has been taken up. */
export const NotePicker = ({ brief, busy, onTake }: PickerProps) => {
  const [kept, keep] = useKept<Note>(`briefNote:${brief.id}`)
  const note = kept ?? { text: '', source: '' }
  const take = async () => {
    if (await onTake({ type: 'note', text: note.text.trim(), source: note.source.trim() })) keep(undefined)
  }
  return (
    <>
      <Field
        label={texts.noteText}
        value={note.text}
        onChange={(text) => keep({ ...note, text })}
        placeholder={texts.noteTextPlaceholder}
        hint={texts.noteHint}
        max={1000}
        long="short"
      />
      <Field
        label={texts.noteSource}
        value={note.source}
        onChange={(source) => keep({ ...note, source })}
        placeholder={texts.noteSourcePlaceholder}
        max={100}
      />
      <View className="h-stick">
        <Button busy={busy} disabled={!note.text.trim() || !note.source.trim()} onPress={() => void take()}>
          {texts.use}
        </Button>
      </View>
    </>
  )
}
