export default defineAppConfig({
  pages: ['pages/home/index', 'pages/cases/index', 'pages/messages/index', 'pages/me/index', 'pages/login/index'],
  subPackages: [
    {
      root: 'packages/resident',
      pages: [
        'pages/submit/index',
        'pages/case/index',
        'pages/chat/index',
        'pages/booking/index',
        'pages/feedback/index',
        'pages/scan/index',
        'pages/join/index',
        'pages/data/index',
      ],
    },
    {
      root: 'packages/workbench',
      pages: ['pages/inbox/index', 'pages/case/index', 'pages/file/index', 'pages/plan/index', 'pages/setup/index'],
    },
    { root: 'packages/member', pages: ['pages/opinion/index'] },
  ],
  window: {
    navigationBarBackgroundColor: '#FAF7F1',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '有事好商量',
    backgroundColor: '#FAF7F1',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5F6862',
    selectedColor: '#1F6F5C',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tab/home.png', selectedIconPath: 'assets/tab/home-on.png' },
      { pagePath: 'pages/cases/index', text: '事项', iconPath: 'assets/tab/cases.png', selectedIconPath: 'assets/tab/cases-on.png' },
      {
        pagePath: 'pages/messages/index',
        text: '消息',
        iconPath: 'assets/tab/messages.png',
        selectedIconPath: 'assets/tab/messages-on.png',
      },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tab/me.png', selectedIconPath: 'assets/tab/me-on.png' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation', 'getLocation'],
  permission: { 'scope.userLocation': { desc: '用来找到离您最近的调解员' } },
})
