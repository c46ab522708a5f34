import { View } from '@tarojs/components'

/** How far along, 0…1. */
export const ProgressBar = ({ share, state = 'fine', label }: { share: number; state?: 'fine' | 'soon' | 'late'; label?: string }) => (
  <View
    className="h-bar"
    role="progressbar"
    aria-label={label ?? ''}
    aria-valuenow={Math.round(share * 100)}
    aria-valuemin={0}
    aria-valuemax={100}
  >
    <View className={`h-bar-in ${state}`} style={{ width: `${Math.round(share * 100)}%` }} />
  </View>
)
