export default definePageConfig({ navigationBarTitleText: '有事好商量' })
