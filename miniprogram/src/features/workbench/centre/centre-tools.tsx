import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { texts } from './watch-texts'

const RULES = ['routing', 'deadlines', 'duty'] as const

/** What the centre sets up, and says to residents. */
export const CentreTools = () => (
  <Card>
    {RULES.map((part) => (
      <Entry key={part} title={texts.tools[part]} note={texts.toolNotes[part]} onPress={() => open('rules', { part })} />
    ))}
    <Entry title={texts.tools.notices} note={texts.toolNotes.notices} onPress={() => open('notices')} />
  </Card>
)
