import { DEADLINE_KINDS } from '@shared/cases/moves'
import { KIND_NAMES, RISK_NAMES } from '@shared/cases/words'
import { DEADLINE_NAMES, limitWords } from '@shared/deadlines/limits'
import type { DeadlineRule } from '@shared/deadlines/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { texts as shared } from '../texts'
import { linesOf, type Matrix } from './matrix'
import { texts } from './texts'

const forWords = ({ kinds, risks }: DeadlineRule): string =>
  [kinds.map((kind) => KIND_NAMES[kind]).join('、'), risks.map((risk) => RISK_NAMES[risk]).join('、')].filter(Boolean).join(' · ') ||
  texts.allKinds

/** How long each deadline is, for which kinds and risks. With `onEdit` each line can be changed, and one more be set. */
export const LimitLines = ({ matrix, onEdit }: { matrix: Matrix; onEdit?: (line: DeadlineRule) => void }) => (
  <View className="r-limits">
    {DEADLINE_KINDS.map((deadline) => {
      const lines = linesOf(matrix, deadline)
      const [first] = lines
      return (
        <View key={deadline}>
          <Text className="h-bold h-block">{DEADLINE_NAMES[deadline]}</Text>
          {lines.map((line) => (
            <View key={forWords(line)} className="r-limit">
              <Text className="h-grow">{forWords(line)}</Text>
              <Text className="h-bold">{limitWords(line.limit)}</Text>
              {onEdit ? (
                <Button
                  small
                  look="ghost"
                  label={`${shared.edit} ${DEADLINE_NAMES[deadline]} ${forWords(line)}`}
                  onPress={() => onEdit(line)}
                >
                  {shared.edit}
                </Button>
              ) : null}
            </View>
          ))}
          {onEdit && first ? (
            <Button
              small
              look="text"
              label={`${texts.setFor} ${DEADLINE_NAMES[deadline]}`}
              onPress={() => onEdit({ deadline, kinds: [], risks: [], limit: first.limit })}
            >
              {texts.setFor}
            </Button>
          ) : null}
        </View>
      )
    })}
  </View>
)
