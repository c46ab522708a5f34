import type { ReactNode } from 'react'

interface Writing {
  value?: string
  placeholder?: string
  maxLength?: number
  onChange?: (value: string) => void
  'aria-label'?: string
}

const writing = ({ value, placeholder, maxLength, onChange, ...rest }: Writing) => ({
  value: value ?? '',
  placeholder,
  maxLength,
  'aria-label': rest['aria-label'],
  onChange: (event: { target: { value: string } }) => onChange?.(event.target.value),
})

/** The library's components as far as screens rely on them; the real ones are seen by the journeys. */
export const Input = (props: Writing) => <input {...writing(props)} />
export const TextArea = (props: Writing) => <textarea {...writing(props)} />
export const ConfigProvider = ({ children }: { children?: ReactNode }) => <>{children}</>
export const Skeleton = () => null
export const Popup = ({ visible, children }: { visible: boolean; children?: ReactNode }) => (visible ? <div>{children}</div> : null)

interface Press {
  children?: ReactNode
  onClick?: () => void
  className?: string
  role?: string
  'aria-disabled'?: boolean
}
export const Button = ({ children, onClick, ...rest }: Press) => (
  <button type="button" onClick={onClick} aria-disabled={rest['aria-disabled']}>
    {children}
  </button>
)
