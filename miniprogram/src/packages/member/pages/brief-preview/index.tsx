import { useRouter } from '@tarojs/taro'
import { PreviewScreen } from '@/features/briefs/preview/preview-screen'

const BriefPreviewPage = () => <PreviewScreen id={useRouter().params.id ?? ''} />

export default BriefPreviewPage
