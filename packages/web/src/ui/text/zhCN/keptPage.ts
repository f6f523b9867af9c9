/** A form sent after its session had ended, or in another role than it was drawn for: what was typed, and the way to send it. */
export const keptPage = {
  ended: "登录已过期，请重新登录",
  isKept: "所填内容已为您保留一小时",
  isNotKept: "所填内容未能保留",
  nothingChanged: "本次提交未办理，原有数据未作任何更改。",
  signInNext: "请由本人以原来的身份登录，登录后可回到表单继续填写，所填内容都在。",
  signInToUpload: "请由本人以原来的身份登录，登录后返回上传页面重新选择文件；其他所填内容保留一小时。",
  signInElsewhere: "请先在新的标签页登录，再用浏览器的“后退”回到填写页面重新提交，或先将文字复制留存。",
  signIn: "登录",
  otherRole: "表单属于另一身份",
  drawnFor: (p: { before: string; now: string }) =>
    `这张表单是以“${p.before}”的身份打开的，您现在的身份是“${p.now}”。请选择以哪个身份继续。`,
  drawnForLost: (p: { now: string }) => `打开这张表单时的身份已经失效，您现在的身份是“${p.now}”。`,
  goOnAs: (p: { role: string }) => `以“${p.role}”继续`,
  back: "返回填写页面",
  title: "尚未办理的表单",
  intro:
    "以下表单在登录过期后或切换身份后提交，尚未办理。可返回表单继续填写（所填内容都在），也可原样提交；不需要的可以放弃。",
  none: "没有保留的表单",
  noneHint:
    "登录过期或切换身份时所填内容保留一小时，只有填写人本人以同一身份、同一单位登录才能看到；提交或者放弃后不再保留。",
  form: (p: { number: number }) => `表单 ${p.number}`,
  heldBy: "填写页面",
  filledIn: "已填内容",
  fields: (p: { count: number }) => `${p.count} 项`,
  until: "保留至",
  fileAgain: "文件未保留，须重新选择。",
  toUpload: "返回上传页面",
  again: "返回表单继续填写",
  send: "原样提交",
  discard: "放弃所填内容",
};
