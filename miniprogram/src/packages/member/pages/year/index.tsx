import { YearScreen } from '@/features/briefs/year/year-screen'

export default YearScreen
