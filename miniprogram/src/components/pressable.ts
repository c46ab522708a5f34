import type { KeyboardEvent } from 'react'

type Role = 'button' | 'radio' | 'checkbox' | 'tab' | 'link' | 'switch'

interface Options {
  role?: Role
  label?: string | undefined
  /** For radio, checkbox, tab and switch. */
  on?: boolean | undefined
}

interface PressProps {
  onClick: () => void
  role: Role
  ariaRole?: Role
  ariaLabel?: string | undefined
  ariaChecked?: boolean | undefined
}

/**
 * What a `<View>` needs to be pressed by finger, keyboard and screen reader alike.
 * WeChat reads `ariaRole`, browsers `role` and `aria-label`.
 */
export const pressable = (onPress: () => void, options: Options = {}): PressProps => {
  const { role = 'button', label, on } = options
  if (process.env.TARO_ENV === 'weapp') {
    return { onClick: onPress, role, ariaRole: role, ariaLabel: label, ariaChecked: on }
  }
  const checked = on === undefined ? {} : role === 'tab' ? { 'aria-selected': on } : { 'aria-checked': on }
  const web = {
    onClick: onPress,
    role,
    tabIndex: 0,
    ...(label ? { 'aria-label': label } : {}),
    ...checked,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onPress()
    },
  }
  return web
}
