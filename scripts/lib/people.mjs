const ROLES = {
  resident: '居民 resident',
  mediator: '人民调解员 mediator',
  gridWorker: '网格员 grid worker',
  officer: '一村(格)一警 officer',
  dispatcher: '综治中心 dispatcher',
  department: '职能部门 department',
  cppccMember: '政协委员 CPPCC member',
  cppccOffice: '政协办公室 CPPCC office',
  supervisor: '督查考评 supervisor',
  admin: '管理员 administrator',
}
const SHOWN = 6

const peopleOf = async (wechat) => {
  const answer = await fetch(`${wechat}/double/people`).catch(() => undefined)
  return answer?.ok ? (await answer.json()).items : []
}

/** Says that it is ready, where to look, and as whom one can log in. */
export const showPeople = async ({ url, wechat, logs, took }) => {
  const lines = [
    '',
    `✓ 有事好商量 已就绪 is ready (${took})`,
    '',
    `  打开 Open            ${url}/`,
    `  接口 API             ${url}/api/openapi.json`,
  ]
  if (wechat) lines.push(`  微信替身 WeChat double ${wechat}/`)
  if (logs) lines.push(`  日志 Log             ${logs}`)
  const people = wechat ? await peopleOf(wechat) : []
  if (people.length > 0) {
    lines.push('', '  登录页可选的演示人物 Demo people to log in as:')
    for (const [role, label] of Object.entries(ROLES)) {
      const names = people.filter((person) => (person.roles[0]?.role ?? 'resident') === role).map((person) => person.name)
      const more = names.length > SHOWN ? ` … (${names.length})` : ''
      if (names.length > 0) lines.push(`    ${label}: ${names.slice(0, SHOWN).join('、')}${more}`)
    }
  }
  lines.push('', '  Ctrl-C 停止 stops it', '')
  console.log(lines.join('\n'))
}
