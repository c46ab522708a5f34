import type { PaperKind } from '@shared/papers/schemas'
import { agreement } from './agreement'
import { application } from './application'
import { authority } from './authority'
import { failure } from './failure'
import { judicial } from './judicial'
import { oral } from './oral'
import { record } from './record'
import { rights } from './rights'
import { survey } from './survey'
import type { Template } from './template'

const TEMPLATES: Record<PaperKind, Template> = { application, rights, authority, survey, record, agreement, oral, failure, judicial }

/** The form of a kind of paper. */
export const templateOf = (kind: PaperKind): Template => TEMPLATES[kind]
