export interface TimeFieldProps {
  label: string
  value: string
  onChange: (time: string) => void
}
