import { DataScreen } from '@/features/data/data-screen'

const DataPage = () => <DataScreen />

export default DataPage
