import type { CaseView } from '@shared/cases/schemas'
import type { SimilarPair } from '@shared/duplicates/schemas'

/** A case as its owner reads it. */
export const caseView = (over: Partial<CaseView> = {}): CaseView => ({
  id: 'c1',
  number: '2611-000347-8',
  kind: 'hazard',
  category: 'safety.fire',
  title: '三号楼楼道堆满纸箱',
  status: 'accepted',
  revision: 4,
  regionCode: '880101001001',
  assignee: { id: 'm', name: '周桂兰', role: 'mediator' },
  deadline: '2026-12-01T18:00:00+08:00',
  light: 'green',
  risk: 'D',
  merged: false,
  createdAt: '2026-11-24T10:00:00+08:00',
  updatedAt: '2026-11-24T10:00:00+08:00',
  booking: null,
  feedback: null,
  can: [],
  text: '三号楼二单元楼道堆满纸箱',
  files: [],
  timeline: [],
  relation: 'owner',
  address: '',
  location: null,
  regionName: '和安市 · 青溪县 · 柳林镇 · 杏花村',
  anonymous: false,
  opinionUse: false,
  audio: null,
  parties: [],
  questions: [],
  jointRoom: { applicant: false, respondent: false, open: false },
  deadlines: [],
  pauses: [],
  riskSigns: [],
  linked: null,
  ...over,
})

/** Two cases that look alike; `c1` is the younger. */
export const similarPair = (over: Partial<SimilarPair> = {}): SimilarPair => {
  const one = { regionName: '杏花村', status: 'handling' as const, assigneeName: '周桂兰', createdAt: '2026-11-20T10:00:00+08:00' }
  return {
    id: 'pair1',
    why: 'sameMatter',
    likeness: 0.82,
    state: 'proposed',
    cases: [
      { ...one, id: 'c0', number: '2611-000101-2', title: '三号楼过道全是纸箱' },
      { ...one, id: 'c1', number: '2611-000347-8', title: '三号楼楼道堆满纸箱' },
    ],
    metres: 40,
    words: ['三号楼', '纸箱'],
    can: ['merge', 'dismiss'],
    ...over,
  }
}
