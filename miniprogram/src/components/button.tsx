import { Button as NutButton } from '@nutui/nutui-react-taro'
import type { ReactNode } from 'react'

export type Look = 'primary' | 'ghost' | 'text' | 'danger' | 'onbamboo' | 'white'

interface Props {
  children: ReactNode
  onPress?: (() => void) | undefined
  look?: Look
  small?: boolean
  disabled?: boolean
  /** Shows that the press is being worked on; further presses do nothing. */
  busy?: boolean
  icon?: ReactNode
  label?: string
  className?: string
}

const webProps = (label: string | undefined, off: boolean) =>
  process.env.TARO_ENV === 'h5'
    ? { role: 'button', tabIndex: off ? -1 : 0, 'aria-disabled': off, ...(label ? { 'aria-label': label } : {}) }
    : label
      ? { ariaLabel: label }
      : {}

/** A button of at least the target size. `primary` once a screen: the one next step. */
export const Button = ({
  children,
  onPress,
  look = 'primary',
  small = false,
  disabled = false,
  busy = false,
  icon,
  label,
  className = '',
}: Props) => {
  const off = disabled || busy
  const press = () => {
    if (!off) onPress?.()
  }
  return (
    <NutButton
      {...webProps(label, off)}
      size="xlarge"
      loading={busy}
      icon={icon}
      className={`h-btn ${look} ${small ? 'small' : ''} ${disabled ? 'off' : ''} ${className}`}
      onClick={press}
    >
      {children}
    </NutButton>
  )
}
