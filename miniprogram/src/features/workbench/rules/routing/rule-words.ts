import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES, RISK_NAMES } from '@shared/cases/words'
import type { RoutingRule } from '@shared/dispatch/routing'
import type { OrganisationKind } from '@shared/identity/schemas'
import { texts } from './texts'

/** Names of what a rule has ids or codes for, as far as they are known. */
export interface Names {
  organisations: ReadonlyMap<string, string>
  regions: ReadonlyMap<string, string>
}

const KINDS: Partial<Record<OrganisationKind, string>> = texts.organisationKinds

/** When a rule is asked, in one line: 隐患 · 消防通道与火灾 · 紧急、高风险 · 柳林镇. */
export const whenWords = ({ kinds, categories, risks, regionCodes }: RoutingRule['when'], { regions }: Names): string =>
  [
    kinds.map((kind) => KIND_NAMES[kind]).join('、'),
    categories.map(categoryName).join('、'),
    risks.map((risk) => RISK_NAMES[risk]).join('、'),
    regionCodes.map((code) => regions.get(code) ?? code).join('、'),
  ]
    .filter(Boolean)
    .join(' · ') || texts.everything

/** Where a rule sends a case, in one sentence. */
export const thenWords = (then: RoutingRule['then'], { organisations }: Names): string => {
  if (then.to === 'queue') return texts.thenQueue
  if (then.to === 'answer') return texts.thenAnswer(then.text)
  if (then.to === 'mediator')
    return texts.thenMediator(then.specialistsOnly, then.levels.map((level) => texts.levelNames[level]).join('、'))
  if (then.organisationId) return texts.thenOrganisation(organisations.get(then.organisationId) ?? texts.someOrganisation)
  return texts.thenNearest((then.organisationKind && KINDS[then.organisationKind]) ?? texts.someOrganisation, then.nameHas ?? '')
}
