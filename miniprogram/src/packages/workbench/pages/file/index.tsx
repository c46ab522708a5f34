import { FileCaseScreen } from '@/features/workbench/file/file-case-screen'

const FileCasePage = () => <FileCaseScreen />

export default FileCasePage
