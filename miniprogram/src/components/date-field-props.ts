export interface DateFieldProps {
  label: string
  value: string
  onChange: (date: string) => void
  /** The first and the last day that can be chosen. */
  min?: string | undefined
  max?: string | undefined
  error?: string | undefined
}
