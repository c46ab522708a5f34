import { categoryName } from '@shared/cases/categories'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { texts } from '../texts'
import { CategoryChoice } from './category-sheet'
import { SHORTEST_TITLE } from './draft'

interface Props {
  title: string
  category: string | null
  onChange: (change: { title?: string; category?: string }) => void
  onClose: () => void
}

/** Changes what the brief is called, and under what it is filed. */
export const HeadSheet = ({ title, category, onChange, onClose }: Props) => {
  const [choosing, setChoosing] = useState(false)
  return (
    <Sheet open title={choosing ? texts.categoryTitle : texts.titleChange} onClose={onClose}>
      {choosing ? (
        <CategoryChoice
          chosen={category}
          onPick={(picked) => {
            onChange({ category: picked })
            setChoosing(false)
          }}
        />
      ) : (
        <>
          <Field
            label={texts.heading}
            value={title}
            onChange={(next) => onChange({ title: next })}
            placeholder={texts.headingPlaceholder}
            max={60}
            long="short"
            error={title.trim().length < SHORTEST_TITLE ? texts.headingShort : undefined}
          />
          <Text className="h-bold">{texts.categoryLabel}</Text>
          <Entry title={category ? categoryName(category) : texts.categoryNone} onPress={() => setChoosing(true)} />
          <Button disabled={title.trim().length < SHORTEST_TITLE} onPress={onClose}>
            {texts.done}
          </Button>
        </>
      )}
    </Sheet>
  )
}
