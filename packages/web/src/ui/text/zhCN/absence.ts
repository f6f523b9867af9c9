/** Classes of absence (domain.md's table): the class only, never a diagnosis. */
export const absenceClass = {
  sick: "病假",
  personal: "事假",
  unexplained: "旷工",
  recall: "派出单位召回",
  annual: "年休假",
  marriage: "婚假",
  bereavement: "丧假",
  maternity: "产假",
  nursing: "护理假（育儿假）",
  "home-visit": "探亲假",
  "compensatory-rest": "补休",
  "injury-on-duty": "因公负伤",
  "ordered-training": "培训",
  "ordered-duty": "公差",
  "organisation-arranged": "组织安排",
};

/** How a class is dealt with: leave is asked for, what was ordered is reported, the rest is found. */
export const absenceKind = { request: "请假", ordered: "报备", finding: "认定不在岗" };

export const absenceState = {
  requested: "待批准",
  approved: "已批准",
  rejected: "未批准",
  recorded: "待确认",
  confirmed: "已确认",
  dismissed: "不予采信",
  void: "已作废",
};

export const orderedBy = { host: "挂职单位", bureau: "市局", sending: "派出单位" };

/** Who decides by length. */
export const rung = { station: "派出所", branch: "分局", bureau: "市局" };

export const dayPart = { full: "全天", am: "上午", pm: "下午" };
