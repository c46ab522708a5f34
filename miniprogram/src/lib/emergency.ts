import Taro from '@tarojs/taro'

/** Numbers that may stand in words about danger, and what answers there. */
export const EMERGENCY: Readonly<Record<string, string>> = { '110': '报警', '119': '火警', '120': '急救', '12356': '心理援助' }

/** The numbers that a text names, in its order. */
export const numbersIn = (text: string): string[] => [...new Set(text.match(/\d{3,5}/g) ?? [])].filter((each) => each in EMERGENCY)

/** Calls at once; WeChat asks once more by itself. */
export const dial = (number: string): void => {
  if (process.env.TARO_ENV === 'h5') window.location.href = `tel:${number}`
  else void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}
