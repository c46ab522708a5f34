/** Whose inbox: a person's key, or that of an organisation's queue. Kept apart from the model, so that policies may use them. */
export const personKey = (personId: string): string => `p:${personId}`
export const organisationKey = (organisationId: string): string => `o:${organisationId}`
export const ownerKey = (owner: { type: 'person' | 'organisation'; id: string }): string =>
  owner.type === 'person' ? personKey(owner.id) : organisationKey(owner.id)
