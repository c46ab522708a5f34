import { useRouter } from '@tarojs/taro'
import { MeetingScreen } from '@/features/consultations/meeting/meeting-screen'

const MeetingPage = () => <MeetingScreen id={useRouter().params.id ?? ''} />

export default MeetingPage
