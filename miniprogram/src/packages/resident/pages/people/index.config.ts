export default definePageConfig({ navigationBarTitleText: '参加的人和权利', enableShareAppMessage: true })
