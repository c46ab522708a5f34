export default definePageConfig({ navigationBarTitleText: '你说的，我们办了', enableShareAppMessage: true })
