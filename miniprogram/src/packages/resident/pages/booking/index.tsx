import { BookingScreen } from '@/features/mediation/booking-screen'

const BookingPage = () => <BookingScreen />

export default BookingPage
