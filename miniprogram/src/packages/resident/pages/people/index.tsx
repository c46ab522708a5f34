import { PeopleScreen } from '@/features/parties/people-screen'

const PeoplePage = () => <PeopleScreen />

export default PeoplePage
