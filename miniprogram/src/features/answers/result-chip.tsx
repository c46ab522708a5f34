import { ANSWER_RESULT_NAMES, type AnswerResult } from '@shared/answers/schemas'
import { Chip, type Tone } from '@/components/chip'

const TONES: Record<AnswerResult, Tone> = { done: 'bamboo', partly: 'sky', notDone: 'amber', underWay: 'neutral' }

/** What came of it, in a word. */
export const ResultChip = ({ result }: { result: AnswerResult }) => <Chip tone={TONES[result]}>{ANSWER_RESULT_NAMES[result]}</Chip>
