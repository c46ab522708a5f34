import { newEvent } from '@server/platform/outbox'
import type { Brief } from './brief.model'
import { type BriefText, digestOf, publicText } from './brief-text'
import { takesSignatures } from './briefs.policy'
import type { Change } from './commands/write-change'

/**
 * What another text does to the signatures: each was given for the text that was read, and has to be given anew. Words
 * that nobody but the author sees change nothing.
 */
export const changeOfText = (brief: Brief, text: Partial<BriefText>): Change => {
  const signed = brief.signatures.filter(({ state }) => state === 'signed')
  // What was withdrawn is signed by nobody any more.
  if (signed.length === 0 || !takesSignatures(brief.state)) return { set: text }
  if (digestOf(publicText(brief).text) === digestOf(publicText({ ...brief, ...text }).text)) return { set: text }
  return {
    set: { ...text, signatures: brief.signatures.map((one) => ({ ...one, state: 'asked', at: null })) },
    history: [{ by: brief.author.name, text: `内容有改动，${signed.map(({ name }) => name).join('、')}的联名失效，请重新阅读后再签` }],
    events: [newEvent('brief.asked', { briefId: brief._id.toHexString(), personIds: signed.map(({ personId }) => personId), again: true })],
  }
}
