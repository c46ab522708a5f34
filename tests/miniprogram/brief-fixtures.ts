import type { BriefView, Claim } from '@shared/briefs/schemas'

/** A claim with some words. */
export const aClaim = (id: string, text: string, more: Partial<Claim> = {}): Claim => ({ id, text, evidenceIds: [], answers: [], ...more })

/** A member's draft, as the service answers it. */
export const aBrief = (change: Partial<BriefView> = {}): BriefView => ({
  id: 'b1',
  number: null,
  title: '关于老城区晚间水压不足的建议',
  state: 'draft',
  regionCode: '8801',
  regionName: '和安市',
  author: { id: 'p1', name: '宋一鸣' },
  signers: 0,
  level: null,
  dueAt: null,
  updatedAt: '2026-11-25T09:00:00+08:00',
  revision: 1,
  category: null,
  signalId: null,
  consultationId: null,
  mergedInto: null,
  situation: [],
  causes: [],
  suggestions: [],
  evidence: [],
  signatures: [],
  adoptions: [],
  instructions: [],
  department: null,
  answer: null,
  residents: null,
  history: [{ at: '2026-11-25T09:00:00+08:00', by: '宋一鸣', text: '开始撰写' }],
  missing: [],
  can: ['write', 'withdraw', 'submit', 'invite'],
  ...change,
})
