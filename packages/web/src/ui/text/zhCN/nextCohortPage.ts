export const nextCohortPage = {
  open: "建立下一批次",
  title: (p: { cohort: string }) => `建立下一批次：接续 ${p.cohort}`,
  carries: (p: { posts: number }) =>
    `将沿用本批次的 ${p.posts} 个岗位。建立后下载的导入模板已填好派出所和职务，只需填写人员；没有填写人员的行不导入。`,
  noPosts: "本批次没有可沿用的岗位。",
  schemeHint: "默认沿用本批次的方案，采用最新版本；可以更换。",
  startsOnHint: "默认为本批次期满的次日。",
  create: "建立批次",
  carried: "沿用岗位",
  carriedFrom: (p: { posts: number; filled: number; cohort: string }) =>
    `沿用 ${p.cohort} 的 ${p.posts} 个岗位，已安排 ${p.filled} 个。`,
  template: "下载已填岗位的模板",
};
