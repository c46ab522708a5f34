import type { ReactNode } from 'react'

interface Props {
  children?: ReactNode
  [name: string]: unknown
}

const STRANGE = /^(aria[A-Z]|hover|scroll[XY]|enhanced|showScrollbar|openType|userSelect|mode|onAgree|onGetPhone)/

const known = (props: Props) => Object.fromEntries(Object.entries(props).filter(([name]) => !STRANGE.test(name)))

/** Taro's components as the browser's own. */
export const View = (props: Props) => <div {...known(props)} />
export const ScrollView = View
export const Text = (props: Props) => <span {...known(props)} />
export const Image = ({ src, className }: { src?: string; className?: string }) => (
  <img src={src || undefined} className={className} alt="" />
)
export const Button = ({ children }: Props) => <button type="button">{children}</button>

interface Picking extends Props {
  value?: string
  onChange?: (event: { detail: { value: string } }) => void
}

/** WeChat's wheel for a day, as a box to write it in; named after what stands in it. */
export const Picker = ({ value, onChange, children }: Picking) => {
  const label = (children as { props?: { 'aria-label'?: string } })?.props?.['aria-label']
  return <input aria-label={label} value={value ?? ''} onChange={({ target }) => onChange?.({ detail: { value: target.value } })} />
}
