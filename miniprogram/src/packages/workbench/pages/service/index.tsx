import { useRouter } from '@tarojs/taro'
import { ServiceScreen } from '@/features/admin/service/service-screen'

const ServicePage = () => <ServiceScreen part={useRouter().params.part ?? 'deliveries'} />

export default ServicePage
