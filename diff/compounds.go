package diff

import (
	"strings"
	"unicode/utf8"
)

// compounds are the Chinese words of the field. Chinese is compared by characters; for the eye a change takes in the
// whole word: 大会, not 大 and 会. What is not listed stays as the characters say.
var compounds = readCompounds(
	"大会 会员国 成员国 缔约国 缔约方 秘书长 副秘书长 高级专员 特别报告员 特别代表 理事会 安全理事会 委员会 联合国 秘书处 各国 国家 国际 政府 各国政府",
	"组织 机构 区域 系统 基金 基金会 法院 法庭 主席 主席团 代表 代表团 专家 当事方 利益攸关方 民间社会 非政府组织 私营部门 工作组 会议 全体会议 届会 议程 项目",
	"决议 决定 报告 公约 议定书 宪章 宣言 议程 纲领 方案 计划 战略 框架 协定 条约 建议 报告书 声明 文件 附件 段落 序言 执行部分",
	"回顾 重申 强调 着重 指出 欢迎 赞赏 注意 注意到 认识 认识到 承认 铭记 考虑 考虑到 意识到 深信 关切 震惊 遗憾 谴责 痛惜 感谢 表示 感到 促请 敦促 邀请 吁请 呼吁 请求 鼓励 建议 决定 授权 核准 通过 申明 确认 肯定 支持 赞同",
	"应当 可以 必须 不得 应该 能够 需要 继续 进一步 充分 适当 酌情 立即 尽快 毫不拖延 自愿 现有 资源 预算 范围 经费 捐款",
	"人权 权利 自由 基本自由 尊严 保护 保障 促进 增进 加强 确保 保证 执行 实施 落实 遵守 尊重 履行 监测 评估 审查 审议 讨论 合作 协调 援助 协助 支助 能力 建设 能力建设 发展 可持续 可持续发展 和平 安全 裁军 人道主义",
	"移民 移徙 移徙者 移徙工人 工人 家庭 家属 儿童 妇女 女童 男童 青年 老年人 残疾人 难民 土著 土著人民 人民 人员 平民 个人 受害者 社区 弱势 群体 少数群体",
	"教育 卫生 健康 环境 气候 气候变化 海洋 水资源 粮食 贫困 贫穷 经济 社会 文化 科学 技术 信息 贸易 金融 工业 农业 能源 妇女地位 性别 性别平等 平等 歧视 暴力 剥削 贩运 恐怖主义 种族主义 腐败 犯罪",
	"措施 步骤 努力 行动 活动 工作 问题 情况 进展 成果 目标 目的 原则 标准 规则 规定 义务 责任 承诺 作用 影响 挑战 困难 威胁 原因 后果 方式 方法 机制 制度 政策 立法 法律 国际法 国内法 条件 基础 机会 需求 重要 重要性 严重 重大 特别 有效 高效 一切 所有 全部 必要 相关 有关 适用 普遍 全面 公平 公正 透明",
)

// compoundSet holds words and the longest of them in characters.
type compoundSet struct {
	words   map[string]bool
	longest int
}

func readCompounds(lists ...string) compoundSet {
	set := compoundSet{words: wordSet(lists...)}
	for w := range set.words {
		set.longest = max(set.longest, utf8.RuneCountInString(w))
	}
	return set
}

// insideCompound reports for each boundary before a token whether it falls into a compound; nil for a text with none.
// The longest word wins, read from the left.
func (s side) insideCompound() []bool {
	var inside []bool
	for i := 0; i < len(s.tokens); {
		n := s.compoundAt(i)
		for k := 1; k < n; k++ {
			if inside == nil {
				inside = make([]bool, len(s.tokens)+1)
			}
			inside[i+k] = true
		}
		i += max(1, n)
	}
	return inside
}

// compoundAt counts the tokens of the compound that begins with token i, 0 if none does.
func (s side) compoundAt(i int) int {
	var word strings.Builder
	found := 0
	for k := i; k < len(s.tokens) && k < i+compounds.longest && s.tokens[k].kind == han; k++ {
		word.WriteString(s.spelled(k))
		if compounds.words[word.String()] {
			found = k + 1 - i
		}
	}
	return found
}

// wholeCompounds widens changes until none begins or ends inside a compound of either text; those that meet are one.
// What is taken in is equal, so the texts are restored as before.
func wholeCompounds(hunks []hunk, older, newer side) []hunk {
	inA, inB := older.insideCompound(), newer.insideCompound()
	if inA == nil && inB == nil {
		return hunks
	}
	cuts := func(inside []bool, at int) bool { return inside != nil && inside[at] }
	out := hunks[:0:0]
	for n, h := range hunks {
		low, high := hunk{}, hunk{a0: len(older.tokens), b0: len(newer.tokens)}
		if len(out) > 0 {
			low = out[len(out)-1]
		}
		if n+1 < len(hunks) {
			high = hunks[n+1]
		}
		for h.a0 > low.a1 && h.b0 > low.b1 && (cuts(inA, h.a0) || cuts(inB, h.b0)) {
			h.a0, h.b0 = h.a0-1, h.b0-1
		}
		for h.a1 < high.a0 && h.b1 < high.b0 && (cuts(inA, h.a1) || cuts(inB, h.b1)) {
			h.a1, h.b1 = h.a1+1, h.b1+1
		}
		(*hunkList)(&out).add(h)
	}
	return out
}
