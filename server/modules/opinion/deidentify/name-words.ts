/** Common surnames; those that are everyday words as well (和, 于, 时, 从, 水 …) are found only with a dictionary's help. */
export const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解柴华车冉房边桑佟项窦',
)
/** Surnames that are hardly anything else: with these a word that the dictionary only guesses is taken for a name. */
export const SURE_SURNAMES = new Set(
  '王李张刘陈杨赵周吴徐孙胡朱何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙段钱汤尹黎贺赖龚庞樊殷施陶翟颜倪严季俞鲁葛韦申尤聂',
)
export const DOUBLE_SURNAMES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '端木',
  '长孙',
  '宇文',
]

/** What people are called by after their name; longer ones first. */
export const TITLES =
  '人民调解员|调解员|网格员|网格长|村支书|支书|副书记|书记|副主任|主任|副村长|村长|副镇长|镇长|副局长|局长|科长|处长|股长|队长|班长|组长|站长|所长|院长|校长|厂长|店长|董事长|会长|总经理|经理|老板娘|老板|房东|师傅|师父|老师|教练|医生|大夫|护士|律师|法官|检察官|警官|民警|辅警|会计|出纳|委员|主席|代表|先生|女士|小姐|太太|同志|阿姨|叔叔|大叔|大爷|大伯|大妈|大娘|大婶|大哥|大姐|大嫂|伯伯|伯母|婶婶|奶奶|爷爷|姥姥|姥爷|外婆|外公|嫂子|哥|姐|叔|婶|姨|伯|嫂|总|工|某某|某人|某'
/** Titles of one letter are parts of many words: they count only where a word ends. */
export const SHORT_TITLES = new Set([...'哥姐叔婶姨伯嫂总工某'])

/** What stands before a name that is given without a title. */
export const INTRODUCTIONS =
  '我叫|名叫|叫做|叫作|姓名[是为:：]?|本人|联系人[是为:：]?|申请人[是为:：]?|投诉人[是为:：]?|当事人[是为:：]?|户主|业主|邻居|村民|居民|租客|租户|住户|司机|车主|店主|店家|房主|包工头|工头|老人|对面的?|隔壁的?|楼上的?|楼下的?'

/** Particles and such: no given name has them. */
export const NEVER_IN_NAMES = /[的了在是和与就都也很把被让给从向对到不没个这那哪些里上下吗呢吧啊要会去说打找问请每又还再才只已能可家]/

/** Words that a dictionary takes for names, because somebody famous or some place is called so. */
export const NOT_NAMES = new Set(
  '武功 文明 王朝 阳光 陆军 卫星 雷达 武林 胡同 顾问 白雪 高峰 齐声 文武 高潮 齐全 洪水 顾客 辛勤 胡子 桂林 柏林 叶子 安静 谢谢 白领 康复 梅花 范畴 周转 孙子 宁可 高明 陈述 马匹 胡说 关怀 林立 温泉 黎明 司马 向阳 常德 宁静 安抚 许可 许可证 杜绝 祝贺 白石 石狮 童子 兰花 岳父 史诗 凌厉 胡闹 桂花 高悬 乔木 毛巾 白布 胡萝卜 张开 宁远 周密 陈设 高薪 华丽 石林 白发 金黄 林子 林木 杨柳 梅子 安危 查明 胡涂 杜鹃 张贴 周旋 白云 田园 高耸 孔雀 梅林 金碧辉煌 史实 张嘴 田野 张口 李子 焦黄 凌空 雷声 钱财 安全性 万世 温馨 白银 殷勤 陈旧 祝福 严正 高昂 庄园 金光 顾忌 高超 张罗 徐徐 胡椒 高雅 常青 高坡 牛马 卫冕 施政 钟声 陶醉 时髦 任凭 张扬 高喊 梅雨 高新区 白昼 毛发 周全 安康 安宁 高温 高位 高压 江苏 江西 黄河 长江 黑龙江 温水 万能 金融 石膏 石料 路由 包工 包车 解放 解决 车间 房产 华侨 边角 游客 游泳 景点 景观 甘肃 宁夏 武汉 文化 文件 管理 单位 方案'.split(
    ' ',
  ),
)
/** With these ends an unknown word is a place. */
export const PLACE_ENDS = /[苑园村湾镇乡路街桥庄坡河湖城店厂局院所站楼寨沟岭坝塘坪铺屯洲滩港区县市山里巷弄府]$/
export const SURE_PLACE_ENDS = /[苑村湾镇乡路街庄店厂局院所站寨沟岭坝塘坪铺屯区县市巷弄]$/
