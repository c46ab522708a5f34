export default definePageConfig({ navigationBarTitleText: '大家在商量' })
