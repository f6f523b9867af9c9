/** Who acts (domain.md, "People who use it"); `system` signs what a workflow did. */
export const role = {
  hr: "政治部",
  approver: "市局审批人",
  branch: "分局",
  station: "派出所",
  sending: "派出单位",
  officer: "挂职民警",
  mentor: "师傅",
  inspector: "督察",
  auditor: "审计",
  administrator: "系统管理员",
  security: "安全管理员",
  system: "系统",
};

export const unitKind = { bureau: "市局", branch: "分局", station: "派出所", office: "机关部门" };

export const officerKind = { officer: "民警", auxiliary: "辅警" };

export const sex = { female: "女", male: "男" };
