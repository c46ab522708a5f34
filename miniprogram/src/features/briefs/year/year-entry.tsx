import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { texts } from './texts'

/** The way to a year of work. */
export const YearEntry = () => <Entry title={texts.home} note={texts.homeNote} onPress={() => open('year')} />
