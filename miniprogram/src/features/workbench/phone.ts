import Taro from '@tarojs/taro'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { texts } from './texts'

/**
 * Asks the service for a party's number (it notes who asked) and dials it in WeChat.
 * A browser cannot dial: there the number is answered, to be shown.
 */
export const dialParty = async (caseId: string, partyId: string): Promise<string | null> => {
  const { phone } = await call('parties.phone', { params: { id: caseId, partyId } })
  if (!phone) {
    toast(texts.noPhone)
    return null
  }
  if (process.env.TARO_ENV !== 'weapp') return phone
  // refusing WeChat's own question is an answer, not an error
  await Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
  return null
}
